/**
 * A plan input after the edge: validated, in MW, MWh, h and USD, every varying number one value per interval.
 * Made by `input/parse-plan.ts`; everything behind the edge trusts it.
 */
import type { PlannedAsset } from "../assets/asset.ts";
import type { TimeGrid } from "../time/time-grid.ts";

export interface Plan {
  readonly name: string;
  readonly time: TimeGrid;
  readonly assets: readonly PlannedAsset[];
  /**
   * Expected mining revenue before pool fee, USD per PH/s and day, one value per interval; absent without a `bitcoin`
   * section.
   */
  readonly hashpriceUsdPerPhDay?: Float64Array;
  readonly counterfactual?: Counterfactual;
  /** What the edge wants the reader to know (a value held past its last stamp, a default taken). */
  readonly notices: readonly string[];
}

/** The AI-only site the hybrid is compared with. */
export interface Counterfactual {
  /** What the site could import without mining, MW, one value per interval. */
  readonly aiOnlyImportLimitMw: Float64Array;
  /** Why that limit is the right one (allocation letter, tariff); printed with the headline. */
  readonly basis: string;
  /** Carrying cost of import capacity above the AI-only limit, USD per MW and month. */
  readonly extraImportUsdPerMwMonth?: number;
  /** Names of the on-site assets the AI-only site would have too. */
  readonly assetsAiOnlyKeeps: readonly string[];
  /** States of the AI-only site's assets where they differ from the hybrid's, by name. */
  readonly initialState: Readonly<Record<string, unknown>>;
  /** Share of firm AI demand that could move within its local day, 0 to 1. */
  readonly aiFlexibleShare?: number;
  /** A battery the AI-only site would buy instead of mining, with what it costs to carry. */
  readonly aiOnlyBattery?: { readonly battery: PlannedAsset; readonly carryingUsdPerMonth: number };
}
