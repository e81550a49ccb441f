// Made by `npm run docs` from the schemas in src/assets and src/input; edit those.
import type { AnyText } from "./rig-model.ts";
import type { PowerModeName } from "./rig-model.ts";
import type { RigModel } from "./rig-model.ts";

/** A fleet of equal Bitcoin rigs, which can be shed in seconds. */
export interface MiningFleetInput {
  /** A fleet of equal Bitcoin rigs, which can be shed in seconds. */
  readonly kind: "mining-fleet";
  /** Name of its own in the plan: the key of its results, its rows and its messages. */
  readonly name: string;
  /** A catalogue model, or own figures at the plug: the rated mode. */
  readonly rig:
    | RigModel
    | AnyText
    | {
        /**
         * Hash rate of one rig.
         * Unit: TH/s. Limits: > 0, <= 100000.
         */
        readonly hashrateThPerS: number;
        /**
         * Power of one rig at its plug.
         * Unit: W. Limits: > 0, <= 100000.
         */
        readonly powerW: number;
      };
  /** Modes beside the rated one, which they replace at the same watts: a published table, or own figures. */
  readonly powerModes?:
    | PowerModeName
    | AnyText
    | readonly {
        /** Name of the mode in results. */
        readonly name?: string | undefined;
        /**
         * Hash rate of one rig.
         * Unit: TH/s. Limits: > 0, <= 100000.
         */
        readonly hashrateThPerS: number;
        /**
         * Power of one rig at its plug.
         * Unit: W. Limits: > 0, <= 100000.
         */
        readonly powerW: number;
      }[]
    | undefined;
  /**
   * Number of equal rigs.
   * Limits: >= 1, <= 10000000.
   */
  readonly rigs: number;
  /**
   * Draw of a sleeping rig (default: LuxOS; 25-100 W with fans on).
   * Unit: W. Limits: >= 0, <= 100000.
   * @defaultValue `25`
   */
  readonly standbyWPerRig?: number | undefined;
  /**
   * Facility / rig power.
   * Limits: >= 1, <= 5.
   * @defaultValue `1.05`
   */
  readonly pue?: number | undefined;
  /**
   * Derates power and hash together.
   * Limits: > 0, <= 1.
   * @defaultValue `0.96`
   */
  readonly uptime?: number | undefined;
  /**
   * Share of revenue that the pool keeps (default: large accounts under FPPS, 2026).
   * Limits: >= 0, <= 1.
   * @defaultValue `0.01`
   */
  readonly poolFee?: number | undefined;
  /**
   * Share of hashes that arrive too late to be paid.
   * Limits: >= 0, <= 1.
   * @defaultValue `0`
   */
  readonly staleShare?: number | undefined;
  /**
   * Variable O&M per facility MWh.
   * Unit: USD/MWh. Limits: >= 0, <= 1000000.
   * @defaultValue `0`
   */
  readonly omUsdPerMwh?: number | undefined;
  /**
   * Default no limit.
   * Unit: MW/h. Limits: > 0.
   */
  readonly rampUpMwPerH?: number | undefined;
  /**
   * Default no limit: rigs are shed in seconds.
   * Unit: MW/h. Limits: > 0.
   */
  readonly rampDownMwPerH?: number | undefined;
  /** Stepped wake-up; default all at once. */
  readonly wakeUp?:
    | {
        /**
         * Rigs that may be woken in a minute.
         * Unit: rigs/min. Limits: > 0.
         */
        readonly rigsPerMinute: number;
      }
    | {
        /**
         * Share of the fleet that is woken in each step.
         * Limits: > 0, <= 1.
         */
        readonly shareOfRigs: number;
        /**
         * Time from one step to the next.
         * Unit: min. Limits: > 0.
         */
        readonly everyMinutes: number;
      }
    | undefined;
  /**
   * Wear of switching a MW off and on again.
   * Unit: USD/MW. Limits: >= 0, <= 1000000.
   * @defaultValue `0`
   */
  readonly restartUsdPerMw?: number | undefined;
  /**
   * Price per MWh of standby power cut off (rigs dark); default stated in the notices.
   * Unit: USD/MWh. Limits: >= 0, <= 1000000.
   */
  readonly deenergizeUsdPerMwh?: number | undefined;
}
