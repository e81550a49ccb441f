/**
 * A validated plan input in MW, MWh, h and USD, with one value per interval for every varying number.
 * `input/parse-request.ts` creates it, and all other code relies on it.
 */
import type { PlannedAsset } from "../assets/asset.ts";
import type { BudgetPace } from "../time/budget-pace.ts";
import type { TimeGrid } from "../time/time-grid.ts";

export interface PlanRequest {
  readonly name: string;
  readonly time: TimeGrid;
  readonly assets: readonly PlannedAsset[];
  /**
   * Expected mining revenue before the pool fee (hashprice), USD per PH/s and day, one value per interval. Absent
   * without a `bitcoin` section.
   */
  readonly hashpriceUsdPerPhDay?: Float64Array;
  readonly counterfactual?: Counterfactual;
  /** In a look-ahead of a replay: how it shares out budgets that must last longer. */
  readonly pace?: BudgetPace;
  /** Notices from parsing, e.g. a value held past its last stamp, or a default. */
  readonly notices: readonly string[];
}

/** The AI-only site that the hybrid is compared with. */
export interface Counterfactual {
  /** Import limit of the site without mining, MW, one value per interval. */
  readonly aiOnlyImportLimitMw: Float64Array;
  /** Why that limit is the right one (allocation letter, tariff); printed with the headline. */
  readonly basis: string;
  /** Carrying cost of import capacity above the AI-only limit, USD per MW and month. */
  readonly extraImportUsdPerMwMonth?: number;
  /** Names of the on-site assets that the AI-only site has too. */
  readonly assetsAiOnlyKeeps: readonly string[];
  /** Initial states of the AI-only site's assets, by name, if they differ from the hybrid's. */
  readonly initialState: Readonly<Record<string, unknown>>;
  /** Share of firm AI demand that could move within its local day, 0 to 1. */
  readonly aiFlexibleShare?: number;
  /** A battery that the AI-only site would buy instead of mining, with its carrying cost. */
  readonly aiOnlyBattery?: { readonly battery: PlannedAsset; readonly carryingUsdPerMonth: number };
}
