import type { ChosenSize } from "./chosen-size.ts";
import type { SizeReading } from "./size-result.ts";
import type { WorthOfUnits } from "./unit-worth.ts";

/** Yearly charge of a new unit, fixed O&M included. */
export function chargeUsdPerUnitYear(choice: ChosenSize): number {
  return choice.capexUsdPerUnit * choice.chargePerCapexUsd + choice.fixedOmUsdPerUnitYear;
}

/** Charges of a size over a share of a year: capital recovery of what is built, fixed O&M of all of it. */
export function chargesUsd(choice: ChosenSize, size: number, yearShare: number): number {
  const built = Math.max(0, size - choice.existing);
  return yearShare * (choice.capexUsdPerUnit * choice.chargePerCapexUsd * built + choice.fixedOmUsdPerUnitYear * size);
}

export function readSize(choice: ChosenSize, chosen: number, worth: WorthOfUnits): SizeReading {
  const { asset, size, existing, least, most, capexUsdPerUnit } = choice;
  const built = Math.max(0, chosen - existing);
  return {
    asset,
    size,
    unit: choice.of.unit,
    chosen,
    existing,
    built,
    retired: Math.max(0, existing - chosen),
    least,
    most,
    at: chosen === least ? "least" : chosen === most ? "most" : "between",
    capexUsdPerUnit,
    capexUsd: built * capexUsdPerUnit,
    chargePerCapexUsdYear: choice.chargePerCapexUsd,
    chargeUsdPerUnitYear: chargeUsdPerUnitYear(choice),
    ...worth,
  };
}
