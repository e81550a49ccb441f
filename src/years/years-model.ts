/** A checked input of `planYears`: months as indices, terms with their defaults. Money is discounted to `start`. */
import type { FinancePeriods } from "../finance/periods.ts";
import type { BreakEvenInput, BreakEvenMapInput, ChangeInput, ExitInput } from "./years-input.ts";

export interface YearsModel {
  readonly periods: FinancePeriods;
  /** Months since January of year 0 of the first quarter. */
  readonly firstMonth: number;
  readonly count: number;
  readonly discountRatePerYear: number;
  readonly dispatchDays: number | "full";
  readonly network: NetworkTerms;
  readonly changes: readonly ChangeInput[];
  readonly fleets: readonly FleetModel[];
  readonly conversions: readonly ConversionModel[];
  readonly bridges: readonly BridgeModel[];
  readonly spaceMw: number | undefined;
  readonly delayMonths: readonly number[];
  readonly breakEvens: readonly Required<BreakEvenInput>[];
  readonly breakEvenMap: BreakEvenMapInput | undefined;
  readonly relativeGap: number;
}

export interface NetworkTerms {
  /** By quarter; undefined where the hashprice follows from its parts. */
  readonly given: readonly number[] | undefined;
  readonly btcUsd: number;
  readonly btcGrowthPerYear: number;
  readonly difficulty: number;
  /** By year from the start; the last one goes on. */
  readonly growthPerYear: readonly number[];
  readonly feesBtcPerBlock: number | undefined;
  readonly feeShare: number;
  readonly halvingExit: number;
  /** UTC epoch milliseconds of halvings that the user dates, after the last one that has happened. */
  readonly halvingsMs: readonly number[];
}

/** A fleet of the site whose rigs may leave, or one purchase of a refresh. */
export interface FleetModel {
  /** Name of the asset in the dispatch. */
  readonly name: string;
  readonly path: string;
  /** Absent: an asset of the site, there from the start. */
  readonly purchase: { readonly asset: unknown; readonly quarter: number; readonly usdPerMw: number } | undefined;
  /** Months since January of year 0. */
  readonly inServiceFrom: number;
  readonly hashDecayPerYear: number;
  readonly failuresPerYear: number;
  readonly fixedOmUsdPerMwYear: number;
  readonly exits: readonly (Required<Omit<ExitInput, "mostMw">> & { readonly mostMw: number })[];
}

export interface ConversionModel {
  readonly name: string;
  readonly path: string;
  readonly load: unknown;
  readonly facilityMw: number | undefined;
  readonly blocks: number;
  readonly wholeBlocks: boolean;
  /** Quarters `[from, to]` in which construction may start; empty where `to < from`. */
  readonly starts: { readonly from: number; readonly to: number };
  readonly leadMonths: number;
  /** Months from `start` before which nothing is energised. */
  readonly energisedFromMonth: number;
  readonly miningOffMonths: number;
  readonly capex: {
    readonly shellUsdPerMw: number;
    readonly retrofitUsdPerMw: number;
    readonly gpusUsdPerMw: number;
    readonly changePerYear: number;
  };
  readonly fixedOmUsdPerMwYear: number;
  readonly lease:
    | {
        readonly usdPerItKwMonth: number;
        readonly itMw: number;
        readonly escalatorPerYear: number;
        readonly months: number;
        readonly rampMonths: number;
      }
    | undefined;
  readonly mostStartsMwPerQuarter: number;
  readonly leastMw: number;
  readonly residualLifeYears: number | null;
}

export interface BridgeModel {
  readonly asset: string;
  readonly path: string;
  readonly quarters: { readonly from: number; readonly to: number };
  /** Rent by quarter, USD per MW and quarter. */
  readonly usdPerMw: readonly number[];
  readonly mobiliseUsdPerMw: number;
}
