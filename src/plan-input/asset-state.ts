// Made by `npm run docs` from the schemas in src/assets and src/input; edit those.

/** What an asset starts with and ends with: the fields of its kind; kinds without memory have none. */
export interface AssetState {
  /**
   * Highest demand metered so far, e.g. { '2026-07': 41.5 }.
   * Unit: MW. Limits: >= 0, <= 10000.
   */
  readonly peakMw?: Readonly<Record<string, number>> | undefined;
  /**
   * Imported so far in a billing interval begun before the plan.
   * Unit: MWh. Limits: >= 0, <= 10000000.
   */
  readonly openIntervalMwh?: number | undefined;
  /**
   * Share of the month that earlier plans charged of what is prorated.
   * Limits: >= 0, <= 1.
   */
  readonly proratedShare?: Readonly<Record<string, number>> | undefined;
  /**
   * The month's peak before the first plan that charged a share of it: no cost of those plans.
   * Unit: MW. Limits: >= 0, <= 10000.
   */
  readonly peakBeforeSharesMw?: Readonly<Record<string, number>> | undefined;
  /**
   * Net metering in kWh: exported energy is not sold, it offsets energy imported in the same month and period, and what
   * is left is carried to later months as a credit in MWh.
   */
  readonly netMetering?:
    | {
        /**
         * Credits left, by period; `all` without periods.
         * Unit: MWh. Limits: >= 0, <= 10000000.
         */
        readonly creditMwh: Readonly<Record<string, number>>;
        /**
         * By month and period: imported so far and not offset.
         * Unit: MWh. Limits: >= 0, <= 10000000.
         */
        readonly roomMwh?: Readonly<Record<string, Readonly<Record<string, number>>>> | undefined;
      }
    | undefined;
  /**
   * Imported so far by month, e.g. { '2026-07': 18000 }.
   * Unit: MWh. Limits: >= 0, <= 10000000.
   */
  readonly monthMwh?: Readonly<Record<string, number>> | undefined;
  /**
   * With periods: imported so far by month and period.
   * Unit: MWh. Limits: >= 0, <= 10000000.
   */
  readonly periodMwh?: Readonly<Record<string, Readonly<Record<string, number>>>> | undefined;
  /**
   * Highest demand so far by month and period, e.g. { '2026-07': { peak: 38 } }.
   * Unit: MW. Limits: >= 0, <= 10000.
   */
  readonly touPeakMw?: Readonly<Record<string, Readonly<Record<string, number>>>> | undefined;
  /**
   * As peakBeforeSharesMw, by month and period.
   * Unit: MW. Limits: >= 0, <= 10000.
   */
  readonly touPeakBeforeSharesMw?: Readonly<Record<string, Readonly<Record<string, number>>>> | undefined;
  /**
   * Form maximum: highest import so far in a listed interval, by month.
   * Unit: MW. Limits: >= 0, <= 10000.
   */
  readonly coincidentPeakMw?: Readonly<Record<string, number>> | undefined;
  /** Form maximum with peaksPerYear: the highest so far, by year. */
  readonly coincidentYearPeaks?:
    | Readonly<
        Record<
          string,
          {
            /**
             * Highest means of intervals that have ended, as many as are peaks.
             * Unit: MW. Limits: >= 0, <= 10000.
             */
            readonly finishedMw: readonly number[];
            /**
             * Sum of the highest that was charged so far.
             * Unit: MW. Limits: >= 0, <= 10000.
             */
            readonly chargedMw?: number | undefined;
          }
        >
      >
    | undefined;
  /** Form maximum: the highest so far, by group. */
  readonly coincidentGroupPeaks?:
    | Readonly<
        Record<
          string,
          {
            /**
             * Highest means of intervals that have ended, as many as are peaks.
             * Unit: MW. Limits: >= 0, <= 10000.
             */
            readonly finishedMw: readonly number[];
            /**
             * Sum of the highest that was charged so far.
             * Unit: MW. Limits: >= 0, <= 10000.
             */
            readonly chargedMw?: number | undefined;
          }
        >
      >
    | undefined;
  /**
   * Form maximum: imported so far in an interval begun before the plan.
   * Unit: MWh. Limits: >= 0, <= 10000000.
   */
  readonly coincidentOpenMwh?: number | undefined;
  /** Charges of the month so far, e.g. { '2026-07': { usd: 41000, shortfallUsd: 0 } }. */
  readonly bill?:
    | Readonly<
        Record<
          string,
          {
            /**
             * Counted charges of the month so far.
             * Unit: USD. Limits: >= -1000000000000.
             */
            readonly usd: number;
            /**
             * Of it charged so far to reach the minimum.
             * Unit: USD. Limits: >= -1000000000000.
             * @defaultValue `0`
             */
            readonly shortfallUsd?: number | undefined;
          }
        >
      >
    | undefined;
  /**
   * Credits for exported energy that offset charges of the same month and are carried to later months, not paid out:
   * net billing.
   */
  readonly exportCredits?:
    | {
        /**
         * Credits left.
         * Unit: USD. Limits: >= 0.
         */
        readonly leftUsd: number;
        /**
         * By month: charges so far that no credit has offset.
         * Unit: USD. Limits: >= -1000000000000.
         */
        readonly roomUsd?: Readonly<Record<string, number>> | undefined;
      }
    | undefined;
  /**
   * Import less export just before the plan; with rampLimitMwPerMin. Absent = the first step is free.
   * Unit: MW. Limits: >= -10000, <= 10000.
   */
  readonly netImportMw?: number | undefined;
  /**
   * Energy in store.
   * Unit: MWh. Limits: >= 0, <= 10000000.
   */
  readonly storedMwh?: number;
  /**
   * CO2 of the energy in store, for the attribution to loads; default taken as 0.
   * Unit: t. Limits: >= 0.
   */
  readonly storedCo2T?: number | undefined;
  /**
   * Before the plan; default unknown, and the first step free; or: Facility power just before the plan; absent = no
   * ramp or restart in the first step.
   * Unit: MW.
   */
  readonly powerMw?: number | undefined;
  /**
   * Used of energyMwhPerYear, e.g. { '2026': 812 }.
   * Unit: MWh. Limits: >= 0, <= 10000000.
   */
  readonly energyMwhByYear?: Readonly<Record<string, number>> | undefined;
  /**
   * Used of unitHoursPerYear.
   * Unit: h. Limits: >= 0.
   */
  readonly unitHoursByYear?: Readonly<Record<string, number>> | undefined;
  /**
   * Used of fuelMmbtuPerYear.
   * Unit: MMBtu. Limits: >= 0.
   */
  readonly fuelMmbtuByYear?: Readonly<Record<string, number>> | undefined;
  /**
   * Fuel in the tank; default full.
   * Unit: L. Limits: >= 0.
   */
  readonly fuelL?: number | undefined;
  /**
   * Hours of all sets so far, of unitHoursCap.
   * Unit: h. Limits: >= 0.
   */
  readonly unitHoursUsed?: number | undefined;
  /**
   * Set-hours that counted against the permit, e.g. { '2026': 37.5 }.
   * Unit: h. Limits: >= 0.
   */
  readonly permitHoursByYear?: Readonly<Record<string, number>> | undefined;
  /**
   * Facility energy not served so far, by month, e.g. { '2026-07': 3.2 }.
   * Unit: MWh. Limits: >= 0, <= 10000000.
   */
  readonly unservedMwh?: Readonly<Record<string, number>> | undefined;
  /** What earlier plans of the month left unserved and charged. */
  readonly slaMonths?:
    | Readonly<
        Record<
          string,
          {
            /**
             * Facility demand so far.
             * Unit: MWh. Limits: >= 0, <= 10000000.
             */
            readonly demandMwh: number;
            /**
             * Share of the month that has passed.
             * Limits: >= 0, <= 1.
             */
            readonly share: number;
            /**
             * Credits charged so far.
             * Unit: USD. Limits: >= -1000000000000.
             */
            readonly creditUsd: number;
          }
        >
      >
    | undefined;
  /**
   * Hours of full interruption so far, by year, e.g. { '2026': 12.5 }.
   * Unit: h.
   */
  readonly interruptedHours?: Readonly<Record<string, number>> | undefined;
  /**
   * Energy not served so far, by year.
   * Unit: MWh.
   */
  readonly interruptedMwh?: Readonly<Record<string, number>> | undefined;
  /**
   * Facility energy still open (IT energy with facilityByIt), by job.
   * Unit: MWh. Limits: >= 0, <= 10000000.
   */
  readonly openMwh?: Readonly<Record<string, number>>;
  /**
   * What the pace so far leaves open, by job; default openMwh.
   * Unit: MWh. Limits: >= 0, <= 10000000.
   */
  readonly paceOpenMwh?: Readonly<Record<string, number>> | undefined;
  /**
   * Value that the plan before gave to energy behind the pace, by job; or: Value that the plan before gave to energy
   * behind the pace.
   * Unit: USD.
   */
  readonly behindUsd?: Readonly<Record<string, number>> | number | undefined;
  /** Runs under way, by job; for jobs with interruption. */
  readonly runs?:
    | Readonly<
        Record<
          string,
          {
            /** Power that runs or is paused, by its start. */
            readonly active: readonly {
              /**
               * Power of the run.
               * Unit: MW. Limits: >= 0, <= 10000.
               */
              readonly mw: number;
              /**
               * Hours from its start to the plan's start.
               * Unit: h. Limits: >= 0.
               */
              readonly startedHoursAgo: number;
            }[];
            /**
             * Of it paused.
             * Unit: MW. Limits: >= 0, <= 10000.
             */
            readonly pausedMw: number;
            /**
             * Power that has worked its hours.
             * Unit: MW. Limits: >= 0, <= 10000.
             */
            readonly endedMw: number;
          }
        >
      >
    | undefined;
  /**
   * Share of the rigs that are not asleep; with wakeUp. Default: as many as powerMw is enough for.
   * Limits: >= 0, <= 1.
   */
  readonly awakeShare?: number | undefined;
  /**
   * Take-or-pay: taken in the period so far.
   * Unit: MWh. Limits: >= 0, <= 10000000.
   */
  readonly takenMwh?: number | undefined;
  /**
   * Paid in the period so far without being taken.
   * Unit: MWh. Limits: >= 0, <= 10000000.
   */
  readonly shortfallMwh?: number | undefined;
  /**
   * Paid in earlier periods and not yet taken.
   * Unit: MWh. Limits: >= 0, <= 10000000.
   */
  readonly makeUpMwh?: number | undefined;
  /**
   * Asked for by the period's pace so far; default what was taken and paid.
   * Unit: MWh. Limits: >= 0, <= 10000000.
   */
  readonly paceMwh?: number | undefined;
  /**
   * Greatest volumeMw of the period so far.
   * Unit: MW. Limits: >= 0, <= 10000.
   */
  readonly greatestVolumeMw?: number | undefined;
  /** Option: months of which earlier plans owed the premium. */
  readonly premiumMonths?:
    | Readonly<
        Record<
          string,
          {
            /**
             * Greatest volume so far.
             * Unit: MW. Limits: >= 0, <= 10000.
             */
            readonly volumeMw: number;
            /**
             * Share of the month that earlier plans had.
             * Limits: >= 0, <= 1.
             */
            readonly share: number;
          }
        >
      >
    | undefined;
  /**
   * Firm import that an earlier plan chose: it stays.
   * Unit: MW. Limits: >= 0, <= 10000.
   */
  readonly firmMw?: number | undefined;
  /**
   * Emitted so far under the cap, e.g. { '2026': 812 }, or by month { '2026-07': 70 }.
   * Unit: t. Limits: >= 0.
   */
  readonly co2TByPeriod?: Readonly<Record<string, number>> | undefined;
  /**
   * In the block under way.
   * Unit: MW. Limits: >= 0, <= 10000.
   */
  readonly soldMw?: number | undefined;
  /**
   * Power of each asset just before the plan, or before the call under way.
   * Unit: MW. Limits: >= 0, <= 10000.
   */
  readonly headroomMw?: Readonly<Record<string, number>> | undefined;
}
