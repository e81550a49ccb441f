// Made by `npm run docs` from the schemas in src/assets and src/input; edit those.
import type { AssetState } from "./asset-state.ts";
import type { BatteryInput } from "./battery.ts";
import type { CurveInput } from "../assets/fields/fields.ts";

/** The AI-only site that compareBaselines sets beside the plan. */
export interface CounterfactualInput {
  /**
   * Import limit if the site did not mine.
   * Unit: MW.
   */
  readonly aiOnlyImportLimitMw: CurveInput;
  /** Why that limit. */
  readonly basis: string;
  /**
   * Cost of import capacity above that limit.
   * Unit: USD/MW-month. Limits: >= 0, <= 1000000.
   */
  readonly extraImportUsdPerMwMonth?: number | undefined;
  /** Names of on-site assets. */
  readonly assetsAiOnlyKeeps: readonly string[];
  /**
   * Share of firm AI demand that may move within its local day.
   * Limits: >= 0, <= 1.
   */
  readonly aiFlexibleShare?: number | undefined;
  /** Where the AI-only site starts otherwise, by asset name. */
  readonly initialState?: Readonly<Record<string, AssetState>> | undefined;
  /** A battery that the AI-only site buys in place of mining. */
  readonly aiOnlyBattery?:
    | {
        /** The battery, as an asset is written. */
        readonly battery: BatteryInput;
        /**
         * Energy in it at the plan's start.
         * Unit: MWh. Limits: >= 0, <= 10000000.
         */
        readonly storedMwh: number;
        /**
         * What owning it costs.
         * Unit: USD/month. Limits: >= 0.
         */
        readonly carryingUsdPerMonth: number;
      }
    | undefined;
}
