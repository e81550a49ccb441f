/** What is read of a tariff, and what it takes to read it. */
import type { AssetInput } from "../assets/index.ts";

type GridInput = Extract<AssetInput, { readonly kind: "grid" }>;

/** Fields of a connection, to spread into it. */
export type TariffFields = { readonly importPriceUsdPerMwh: number } & Pick<
  GridInput,
  | "touEnergyCharge"
  | "touExportPrice"
  | "energyTiers"
  | "demandCharge"
  | "touDemandCharge"
  | "coincidentPeak"
  | "fixedCharge"
  | "minimumBill"
  | "billingIntervalMinutes"
>;

type CoincidentInput = NonNullable<GridInput["coincidentPeak"]>;

/** When the system may peak. */
export interface CoincidentIntervals extends Pick<CoincidentInput, "intervalMinutes"> {
  readonly intervals: NonNullable<CoincidentInput["intervals"]>;
}

export interface ReadTariffOptions {
  /** Calendar months (1 = January) in which the plan lies; the rates of others are left out. Default all. */
  readonly months?: readonly number[] | undefined;
  /** kW per kVA at the peak, above 0 and up to 1; for demand rates per kVA. */
  readonly powerFactor?: number | undefined;
  /** When the system may peak; for a rate with a charge on coincident peaks. */
  readonly coincident?: CoincidentIntervals | undefined;
}
