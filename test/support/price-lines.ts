import { InputFileError, type InputFileFault } from "../../src/errors.ts";
import { readMarketPrices, type PriceInterval, type ReadPricesOptions } from "../../src/io/read-market-prices.ts";

/** One line per price, `2024-11-03T06:00Z 60 25.5`, to be laid beside a table worked out by hand. */
export function priceLines(prices: readonly PriceInterval[]): string[] {
  return prices.map(({ start, minutes, perMwh }) => `${start.replace(":00.000Z", "Z")} ${minutes} ${perMwh}`);
}

export function readLines(text: string, options: ReadPricesOptions = {}): string[] {
  return priceLines(readMarketPrices(text, options).prices);
}

/** The faults of a text that must be refused. */
export function faultsOf(read: () => unknown): readonly InputFileFault[] {
  return errorOf(read).faults;
}

/** The error of a text that must be refused. */
export function errorOf(read: () => unknown): InputFileError {
  try {
    read();
  } catch (error) {
    if (error instanceof InputFileError) return error;
    throw error;
  }
  throw new Error("the text was read, wanted it refused");
}
