// Made by `npm run docs` from the schemas in src/assets and src/input; edit those.
import type { CurveInput } from "../assets/fields/fields.ts";

/** Deferrable AI/HPC load: jobs that owe an energy between release and deadline, under one power cap. */
export interface AiDeferrableInput {
  /** Deferrable AI/HPC load: jobs that owe an energy between release and deadline, under one power cap. */
  readonly kind: "ai-deferrable";
  /** Name of its own in the plan: the key of its results, its rows and its messages. */
  readonly name: string;
  /**
   * Facility power of all jobs; default no cap.
   * Unit: MW.
   */
  readonly capMw?: CurveInput | undefined;
  /**
   * Facility / IT energy; for energyItMwh and energyGpuHours.
   * Limits: >= 1, <= 5.
   */
  readonly pue?: number | undefined;
  /** In place of pue: facility power at part load of the hall that all jobs share. */
  readonly facilityByIt?:
    | {
        /** By rising IT power, over the range the load may take. */
        readonly points: readonly {
          /**
           * IT power of the point.
           * Unit: MW. Limits: >= 0, <= 10000.
           */
          readonly itMw: number;
          /**
           * Facility power at that IT power.
           * Unit: MW. Limits: >= 0, <= 10000.
           */
          readonly facilityMw: number;
        }[];
        /**
         * Change of the overhead per degree, as a share of it.
         * Unit: 1/K. Limits: >= -0.5, <= 0.5.
         */
        readonly overheadPerDegC?: number | undefined;
        /**
         * Outdoor temperature, where the overhead depends on it.
         * Unit: degC.
         */
        readonly outdoorDegC?: CurveInput | undefined;
        /**
         * Outdoor temperature the points were metered at.
         * Unit: degC. Limits: >= -60, <= 60.
         */
        readonly referenceDegC?: number | undefined;
        /**
         * Loads that are served by price: per MWh of the overhead at no load that is cut; absent = must be served.
         * Unit: USD/MWh. Limits: >= 0, <= 1000000.
         */
        readonly unservedUsdPerMwh?: number | undefined;
      }
    | undefined;
  /**
   * IT power per GPU, share of the server included; for energyGpuHours and powerModes.
   * Unit: kW. Limits: > 0, <= 1000.
   */
  readonly kwPerGpu?: number | undefined;
  /**
   * Value of a facility MWh (IT MWh with facilityByIt) behind a job's pace at the plan's end, where its deadline lies
   * after it; default stated in the notices.
   * Unit: USD/MWh. Limits: >= 0, <= 1000000.
   */
  readonly behindUsdPerMwh?: number | undefined;
  /** Measured power modes (throttling): power and throughput of each; the one of most power is uncapped. */
  readonly powerModes?:
    | readonly {
        /** Name of the mode in notices. */
        readonly name?: string | undefined;
        /**
         * What one GPU draws in the mode, as metered (a cap that does not bind is not its draw); needs kwPerGpu.
         * Unit: W. Limits: > 0, <= 100000.
         */
        readonly powerW?: number | undefined;
        /**
         * In place of powerW: what the hall draws, IT or facility power.
         * Unit: MW. Limits: > 0, <= 10000.
         */
        readonly powerMw?: number | undefined;
        /**
         * Work done in the mode, in any unit: tokens/s, or a share.
         * Unit: any unit. Limits: > 0.
         */
        readonly throughput: number;
      }[]
    | undefined;
  /** What is to be computed, each with its window. */
  readonly jobs: readonly {
    /** Name of the job, one of its own in the asset. */
    readonly name: string;
    /**
     * Times pue, or by facilityByIt.
     * Unit: MWh. Limits: >= 0, <= 10000000.
     */
    readonly energyItMwh?: number | undefined;
    /**
     * Facility energy of the whole job; give this, or GPU-hours.
     * Unit: MWh. Limits: >= 0, <= 10000000.
     */
    readonly energyFacilityMwh?: number | undefined;
    /**
     * Times kwPerGpu gives energyItMwh.
     * Unit: GPU-h. Limits: >= 0.
     */
    readonly energyGpuHours?: number | undefined;
    /**
     * When the job may begin.
     * ISO-8601 with offset, e.g. `2026-07-14T17:00:00-05:00`.
     */
    readonly release: string;
    /**
     * When the job must be done.
     * ISO-8601 with offset, e.g. `2026-07-14T17:00:00-05:00`.
     */
    readonly deadline: string;
    /**
     * Facility power; IT power with facilityByIt.
     * Unit: MW. Limits: > 0, <= 10000.
     */
    readonly maxMw: number;
    /**
     * Per facility MWh not done (per IT MWh with facilityByIt); absent = must be done.
     * Unit: USD/MWh. Limits: >= 0, <= 1000000.
     */
    readonly unmetUsdPerMwh?: number | undefined;
    /** What is lost where power drops before the job's work is done; default nothing. */
    readonly interruption?:
      | {
          /**
           * Work to be done again, in hours of the power interrupted: half the checkpoint interval and the restart.
           * Unit: h. Limits: >= 0.
           * @defaultValue `0`
           */
          readonly lostHours?: number | undefined;
          /**
           * Price of interrupting a MW.
           * Unit: USD/MW. Limits: >= 0, <= 1000000.
           * @defaultValue `0`
           */
          readonly usdPerMw?: number | undefined;
          /**
           * Hours a MW works in one go; default the job's energy / maxMw.
           * Unit: h. Limits: > 0.
           */
          readonly runHours?: number | undefined;
        }
      | undefined;
  }[];
}
