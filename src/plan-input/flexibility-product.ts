// Made by `npm run docs` from the schemas in src/assets and src/input; edit those.
import type { CurveInput } from "../assets/fields/fields.ts";

/**
 * Flexibility sold: a reserve or demand-response product, upward only (less need for power: load shed, charging
 * stopped, discharge), paid for being available.
 */
export interface FlexibilityProductInput {
  /**
   * Flexibility sold: a reserve or demand-response product, upward only (less need for power: load shed, charging
   * stopped, discharge), paid for being available.
   */
  readonly kind: "flexibility-product";
  /** Name of its own in the plan: the key of its results, its rows and its messages. */
  readonly name: string;
  /**
   * Names of the assets that shed: fleets, batteries, spot AI, deferrable AI with unmetUsdPerMwh; not AI load with
   * facilityByIt.
   */
  readonly backedBy: readonly string[];
  /**
   * Paid per MW sold and hour, called or not.
   * Unit: USD/MW-h.
   */
  readonly priceUsdPerMwHour: CurveInput;
  /** Share of the MWh sold that is expected to be called; 0 for none. */
  readonly deployedShare: CurveInput;
  /**
   * How long a call lasts at most: energy a battery must hold.
   * Unit: h. Limits: > 0.
   */
  readonly durationHours: number;
  /**
   * Needed for a fleet with rampDownMwPerH.
   * Unit: min. Limits: > 0.
   */
  readonly responseMinutes?: number | undefined;
  /**
   * Most that may be sold; default what the assets back.
   * Unit: MW.
   */
  readonly limitMw?: CurveInput | undefined;
  /**
   * Sold already: the least that is sold; default 0.
   * Unit: MW.
   */
  readonly committedMw?: CurveInput | undefined;
  /**
   * Sold in blocks of so many hours; a divisor of 24.
   * Limits: >= 1, <= 24.
   */
  readonly blockHours?: number | undefined;
  /** When it is sold, each window a block; default always. */
  readonly windows?:
    | readonly {
        /**
         * When the window begins.
         * ISO-8601 with offset, e.g. `2026-07-14T17:00:00-05:00`.
         */
        readonly start: string;
        /**
         * When the window ends.
         * ISO-8601 with offset, e.g. `2026-07-14T17:00:00-05:00`.
         */
        readonly end: string;
      }[]
    | undefined;
  /** Times in which it is deployed. */
  readonly calls?:
    | readonly {
        /**
         * When the window begins.
         * ISO-8601 with offset, e.g. `2026-07-14T17:00:00-05:00`.
         */
        readonly start: string;
        /**
         * When the window ends.
         * ISO-8601 with offset, e.g. `2026-07-14T17:00:00-05:00`.
         */
        readonly end: string;
      }[]
    | undefined;
  /** Products that may not be sold on the same asset. */
  readonly exclusiveWith?: readonly string[] | undefined;
  /** backedBy of the counterfactual's AI-only site; default it does not sell. */
  readonly aiOnlyBackedBy?: readonly string[] | undefined;
}
