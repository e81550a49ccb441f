import { InputFileError, type MarketPrices, readMarketPrices } from "wattsplit/io";

/** A price file has several locations, and the user has not chosen one yet. */
export class SeveralLocationsError extends Error {
  /** As the file names them; a long list is shortened by the reader. */
  readonly locations: readonly string[];

  constructor(message: string, locations: readonly string[]) {
    super(message);
    this.locations = locations;
  }
}

/** What the reader says it wants where a file has several locations. */
const ONE_LOCATION = "one location";

/** @throws SeveralLocationsError, InputFileError */
export function readPriceFile(text: string, location: string | undefined): MarketPrices {
  try {
    return readMarketPrices(text, location === undefined ? {} : { location });
  } catch (error) {
    const choice = error instanceof InputFileError && error.faults.find(({ wanted }) => wanted === ONE_LOCATION);
    if (!choice || location !== undefined) throw error;
    const names = choice.given.slice(choice.given.indexOf(": ") + 2).split(", ");
    throw new SeveralLocationsError(`The file has ${choice.given}. Choose one.`, names);
  }
}
