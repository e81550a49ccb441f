// Made by `npm run docs` from the schemas in src/assets and src/input; edit those.
import type { CurveInput } from "../assets/fields/fields.ts";

/** A battery. */
export interface BatteryInput {
  /** A battery. */
  readonly kind: "battery";
  /** Name of its own in the plan: the key of its results, its rows and its messages. */
  readonly name: string;
  /**
   * At the site bus.
   * Unit: MW. Limits: >= 0, <= 10000.
   */
  readonly chargeLimitMw: number;
  /**
   * At the site bus.
   * Unit: MW. Limits: >= 0, <= 10000.
   */
  readonly dischargeLimitMw: number;
  /**
   * Least energy at the end of each interval.
   * Unit: MWh.
   * @defaultValue `0`
   */
  readonly minStoredMwh?: CurveInput | undefined;
  /**
   * Most energy in store: the usable capacity.
   * Unit: MWh. Limits: >= 0, <= 10000000.
   */
  readonly maxStoredMwh: number;
  /**
   * Bus to store (default: REopt, 0.96 x sqrt 0.975).
   * Limits: > 0, <= 1.
   * @defaultValue `0.948`
   */
  readonly chargeEfficiency?: number | undefined;
  /**
   * Store to bus (default: REopt, as chargeEfficiency).
   * Limits: > 0, <= 1.
   * @defaultValue `0.948`
   */
  readonly dischargeEfficiency?: number | undefined;
  /**
   * Share of the energy in store lost each hour.
   * Limits: >= 0, <= 0.5.
   * @defaultValue `0`
   */
  readonly selfDischargePerHour?: number | undefined;
  /**
   * Per MWh discharged; 0 for none.
   * Unit: USD/MWh. Limits: >= 0, <= 1000000.
   */
  readonly wearUsdPerMwh: number;
  /**
   * Price on each MWh in store and hour.
   * Unit: USD/MWh-h. Limits: >= 0, <= 1000000.
   * @defaultValue `0`
   */
  readonly holdingUsdPerMwhHour?: number | undefined;
  /** Energy to hold in reserve, which may be missed at a price. */
  readonly reserve?:
    | {
        /**
         * Energy to hold at the end of each interval; 0 where none.
         * Unit: MWh.
         */
        readonly storedMwh: CurveInput;
        /**
         * Penalty on each MWh below it and hour.
         * Unit: USD/MWh-h. Limits: >= 0, <= 1000000.
         */
        readonly missUsdPerMwhHour: number;
      }
    | undefined;
  /** What the end owes; default a value per MWh, stated in the notices. */
  readonly end?:
    | {
        /** The store may end at any energy. */
        readonly rule: "free";
      }
    | {
        /** The store ends with no less than storedMwh. */
        readonly rule: "at-least";
        /**
         * Energy at the end of the plan.
         * Unit: MWh. Limits: >= 0, <= 10000000.
         */
        readonly storedMwh: number;
      }
    | {
        /** The store ends with storedMwh. */
        readonly rule: "exactly";
        /**
         * Energy at the end of the plan.
         * Unit: MWh. Limits: >= 0, <= 10000000.
         */
        readonly storedMwh: number;
      }
    | {
        /** The store ends as it starts. */
        readonly rule: "cyclic";
      }
    | {
        /** The store ends with storedMwh, or pays for what is missing. */
        readonly rule: "target";
        /**
         * Energy at the end of the plan.
         * Unit: MWh. Limits: >= 0, <= 10000000.
         */
        readonly storedMwh: number;
        /**
         * Penalty on each MWh below the target.
         * Unit: USD/MWh. Limits: >= 0, <= 1000000.
         */
        readonly missUsdPerMwh: number;
      }
    | {
        /** Each MWh in store at the end is worth usdPerMwh. */
        readonly rule: "value";
        /**
         * Value of each MWh in store at the end.
         * Unit: USD/MWh. Limits: >= -5000, <= 25000.
         */
        readonly usdPerMwh: number;
      }
    | undefined;
}
