// Made by `npm run docs` from the schemas in src/assets and src/input; edit those.
import type { CurveInput } from "../assets/fields/fields.ts";

/** Firm AI/HPC load: served, or its stated value of lost load (VOLL) is paid. */
export interface AiFirmInput {
  /** Firm AI/HPC load: served, or its stated value of lost load (VOLL) is paid. */
  readonly kind: "ai-firm";
  /** Name of its own in the plan: the key of its results, its rows and its messages. */
  readonly name: string;
  /**
   * IT power; needs pue.
   * Unit: MW.
   */
  readonly itMw?: CurveInput | undefined;
  /**
   * Power at the site bus.
   * Unit: MW.
   */
  readonly facilityMw?: CurveInput | undefined;
  /**
   * GPUs in use; needs kwPerGpu and pue.
   * Unit: GPU.
   */
  readonly gpus?: CurveInput | undefined;
  /** Demand by requests to servers; needs pue. */
  readonly requests?:
    | {
        /**
         * Mean of the interval; needs perSecondPerServer.
         * Unit: 1/s.
         */
        readonly perSecond?: CurveInput | undefined;
        /** In place of perSecond. */
        readonly shareOfPeak?: CurveInput | undefined;
        /**
         * What one server does at its peak.
         * Unit: 1/s. Limits: > 0.
         */
        readonly perSecondPerServer?: number | undefined;
        /**
         * Number of equal servers.
         * Limits: >= 1, <= 10000000.
         */
        readonly servers: number;
        /**
         * IT power at full load, e.g. 10.2 (DGX H100).
         * Unit: kW. Limits: > 0, <= 1000.
         */
        readonly peakKwPerServer: number;
        /**
         * Power at no load / at full load; 0.25 to 0.4 for GPU servers that stay on.
         * Limits: >= 0, <= 1.
         */
        readonly idleShareOfPeak: number;
      }
    | undefined;
  /**
   * IT power per GPU, share of the server included, e.g. 1.275 (H100).
   * Unit: kW. Limits: > 0, <= 1000.
   */
  readonly kwPerGpu?: number | undefined;
  /** Facility / IT power; not with facilityMw. */
  readonly pue?: CurveInput | undefined;
  /** In place of pue: facility power at part load. */
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
   * Per facility MWh not served; absent = must be served.
   * Unit: USD/MWh. Limits: >= 0, <= 1000000.
   */
  readonly vollUsdPerMwh?: number | undefined;
  /**
   * Share of firm AI demand that may move within its local day.
   * Limits: >= 0, <= 1.
   * @defaultValue `0`
   */
  readonly flexibleShare?: number | undefined;
  /**
   * Earned per MWh served at the site bus.
   * Unit: USD/MWh.
   */
  readonly revenueUsdPerFacilityMwh?: CurveInput | undefined;
  /**
   * Earned per IT MWh served; needs IT power.
   * Unit: USD/MWh.
   */
  readonly revenueUsdPerItMwh?: CurveInput | undefined;
  /**
   * Earned per GPU-hour served; needs gpus, or IT power with kwPerGpu.
   * Unit: USD/GPU-h.
   */
  readonly revenueUsdPerGpuHour?: CurveInput | undefined;
  /**
   * Earned whatever is served, for the plan's share of the month.
   * Unit: USD/month. Limits: >= 0.
   */
  readonly revenueUsdPerMonth?: number | undefined;
  /** Credits for energy not served in a month, in tiers of rising rates. */
  readonly slaCredits?:
    | readonly {
        /**
         * Share of the month's demand, e.g. 0.001 for 99.9 %; absent in the last tier.
         * Limits: > 0, <= 1.
         */
        readonly upToUnservedShare?: number | undefined;
        /**
         * Credit per facility MWh not served within the tier.
         * Unit: USD/MWh. Limits: >= 0, <= 1000000.
         */
        readonly usdPerMwh: number;
      }[]
    | undefined;
  /**
   * Facility demand of a month that SLA shares are of; default the plan's demand as if it went on all month.
   * Unit: MWh. Limits: > 0, <= 10000000.
   */
  readonly slaMonthMwh?: number | undefined;
  /** How much may go unserved in a calendar year; the rest must be served. */
  readonly interruptionCap?:
    | {
        /**
         * Hours of full interruption in a calendar year; an hour at half power counts half.
         * Unit: h. Limits: >= 0.
         */
        readonly hoursPerYear?: number | undefined;
        /**
         * Energy not served in a calendar year.
         * Unit: MWh. Limits: >= 0, <= 10000000.
         */
        readonly mwhPerYear?: number | undefined;
      }
    | undefined;
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
  /**
   * Least share of full throughput that throttling leaves (SLO); needed with powerModes.
   * Limits: >= 0, <= 1.
   */
  readonly throughputFloor?: number | undefined;
  /**
   * Price of lost throughput, beside its revenue, per facility MWh at full power; needed with powerModes.
   * Unit: USD/MWh. Limits: >= 0, <= 1000000.
   */
  readonly lostThroughputUsdPerMwh?: number | undefined;
}
