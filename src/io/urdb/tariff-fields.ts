/** The fields that `readTariff` returns, and its options. */
import type { AssetInput } from "../../assets/index.ts";

type GridInput = Extract<AssetInput, { readonly kind: "grid" }>;

/** Fields of a grid connection; spread them into the asset. */
export type TariffFields = { readonly importPriceUsdPerMwh: number } & Pick<
  GridInput,
  | "touEnergyCharge"
  | "touExportPrice"
  | "netMetering"
  | "energyTiers"
  | "demandCharge"
  | "touDemandCharge"
  | "coincidentPeak"
  | "fixedCharge"
  | "minimumBill"
  | "billingIntervalMinutes"
>;

type CoincidentInput = NonNullable<GridInput["coincidentPeak"]>;

/** The intervals in which the system may peak. */
export interface CoincidentIntervals extends Pick<CoincidentInput, "intervalMinutes"> {
  readonly intervals: NonNullable<CoincidentInput["intervals"]>;
}

export interface ReadTariffOptions {
  /** Calendar months of the plan (1 = January); the rates of other months are left out. Default: all. */
  readonly months?: readonly number[] | undefined;
  /** kW per kVA at the peak, above 0 and up to 1; for demand rates per kVA. */
  readonly powerFactor?: number | undefined;
  /**
   * For a rate with net metering. `trueUp`: the calendar month after which credits end, and the price of a MWh left
   * then; default: they do not end. `false`: the rule is not read, and the sell rates are, if the rate has any.
   */
  readonly netMetering?: false | { readonly trueUp?: NonNullable<GridInput["netMetering"]>["trueUp"] } | undefined;
  /** The intervals in which the system may peak; required for a rate with a charge on coincident peaks. */
  readonly coincident?: CoincidentIntervals | undefined;
}
