// Made by `npm run docs` from the schemas in src/assets and src/input; edit those.
import type { CurveInput } from "../assets/fields/fields.ts";

/** Diesel sets as the last resort. */
export interface DieselInput {
  /** Diesel sets as the last resort. */
  readonly kind: "diesel";
  /** Name of its own in the plan: the key of its results, its rows and its messages. */
  readonly name: string;
  /**
   * Number of equal sets.
   * Limits: >= 1, <= 10000.
   */
  readonly sets: number;
  /**
   * Rated net power of one set.
   * Unit: MW. Limits: > 0, <= 10000.
   */
  readonly unitMw: number;
  /** Share of the sets that may run, e.g. 0 where the permit allows emergencies only; default 1. */
  readonly availability?: CurveInput | undefined;
  /**
   * Price of what is burnt, delivered.
   * Unit: USD/L. Limits: >= 0, <= 20.
   */
  readonly fuelUsdPerL: number;
  /**
   * Variable O&M; guidance 10 to 30.
   * Unit: USD/MWh. Limits: >= 0, <= 1000000.
   */
  readonly omUsdPerMwh: number;
  /**
   * Default: fit of a 2 MW set's chart.
   * Unit: L/MWh. Limits: > 0, <= 5000.
   * @defaultValue `248.7`
   */
  readonly fuelSlopeLPerMwh?: number | undefined;
  /**
   * No-load fuel per MW online (same fit).
   * Unit: L/h per MW. Limits: >= 0, <= 1000.
   * @defaultValue `15`
   */
  readonly fuelInterceptLPerHPerMw?: number | undefined;
  /**
   * Default: EIA, 10.19 kg/gal.
   * Unit: kg/L. Limits: >= 0, <= 10.
   * @defaultValue `2.69`
   */
  readonly co2KgPerL?: number | undefined;
  /**
   * Below it a set is reported as under minimum load.
   * Limits: >= 0, <= 1.
   * @defaultValue `0.3`
   */
  readonly minLoadFraction?: number | undefined;
  /**
   * Default no limit.
   * Unit: L. Limits: >= 0.
   */
  readonly tankL?: number | undefined;
  /** Fuel that arrives during the plan; default none. */
  readonly deliveries?:
    | readonly {
        /**
         * When the fuel arrives.
         * ISO-8601 with offset, e.g. `2026-07-14T17:00:00-05:00`.
         */
        readonly at: string;
        /**
         * Comes and is paid whatever the plan.
         * Unit: L. Limits: >= 0.
         */
        readonly orderedL?: number | undefined;
        /**
         * May be ordered up to this.
         * Unit: L. Limits: >= 0.
         */
        readonly upToL?: number | undefined;
        /**
         * Price of the fuel delivered.
         * Unit: USD/L. Limits: >= 0, <= 20.
         */
        readonly usdPerL: number;
      }[]
    | undefined;
  /** Default none: the sets may run whenever they are available. */
  readonly permit?:
    | {
        /** Permit for emergencies, testing and few other hours. */
        readonly class: "emergency";
        /** Share of the interval that is an emergency beside grid outages; default 0. */
        readonly emergency?: CurveInput | undefined;
        /** Share of the rest in which the permit's other hours may be run; default 0. */
        readonly nonEmergency?: CurveInput | undefined;
        /**
         * Per set, testing left aside; default 40 CFR 60.4211(f)(3).
         * Unit: h. Limits: >= 0.
         * @defaultValue `50`
         */
        readonly nonEmergencyHoursPerYear?: number | undefined;
        /**
         * Per set, kept for testing of the 100 h of both.
         * Unit: h. Limits: >= 0, <= 100.
         * @defaultValue `0`
         */
        readonly testingHoursPerYear?: number | undefined;
      }
    | {
        /** Permit to run whenever it pays. */
        readonly class: "non-emergency";
        /**
         * Per set; default no cap.
         * Unit: h. Limits: >= 0.
         */
        readonly hoursPerYear?: number | undefined;
      }
    | undefined;
  /**
   * Set-hours allowed up to the plan's end, those already used included.
   * Unit: h. Limits: >= 0.
   */
  readonly unitHoursCap?: number | undefined;
  /**
   * Whether the site may export while sets run.
   * @defaultValue `false`
   */
  readonly allowExport?: boolean | undefined;
  /**
   * Whether fleets may mine above standby while sets run.
   * @defaultValue `false`
   */
  readonly allowMining?: boolean | undefined;
}
