// Made by `npm run docs` from the schemas in src/assets and src/input; edit those.

/**
 * A charge on what the site imports while the whole system peaks, e.g. ERCOT's 4CP: USD per MW and year on the mean
 * over the year's coincident peaks, or `groups` of intervals with a rate per peak of their own.
 */
export interface CoincidentPeakInput {
  /**
   * On the mean import over the year's coincident peaks; with months and intervals.
   * Unit: USD/MW-year. Limits: >= 0, <= 10000000.
   */
  readonly usdPerMwYear?: number | undefined;
  /**
   * Calendar months that have a peak, e.g. [6, 7, 8, 9].
   * Limits: >= 1, <= 12.
   */
  readonly months?: readonly number[] | undefined;
  /**
   * Peaks of a year, in whichever of the months they fall; default one in each of the months.
   * Limits: >= 1, <= 366.
   */
  readonly peaksPerYear?: number | undefined;
  /**
   * Length of a listed interval.
   * Unit: min.
   */
  readonly intervalMinutes: 5 | 15 | 30 | 60;
  /** Intervals that may be peaks, with their probability. */
  readonly intervals?:
    | readonly {
        /**
         * Start of an interval that may be a peak.
         * ISO-8601 with offset, e.g. `2026-07-14T17:00:00-05:00`.
         */
        readonly start: string;
        /**
         * Form mean: that it is one of the peaks.
         * Limits: >= 0, <= 1.
         * @defaultValue `1`
         */
        readonly probability?: number | undefined;
      }[]
    | undefined;
  /** Groups of intervals with rates of their own, in place of the year's rate or beside it. */
  readonly groups?:
    | readonly {
        /** Name of the group, the key of its peaks in the state. */
        readonly name: string;
        /**
         * On the mean import of each of its peaks.
         * Unit: USD/MW. Limits: >= 0, <= 1000000.
         */
        readonly usdPerMw: number;
        /**
         * How many of its intervals are peaks.
         * Limits: >= 1, <= 366.
         * @defaultValue `1`
         */
        readonly peaks?: number | undefined;
        /** Intervals that may be peaks, with their probability. */
        readonly intervals: readonly {
          /**
           * Start of an interval that may be a peak.
           * ISO-8601 with offset, e.g. `2026-07-14T17:00:00-05:00`.
           */
          readonly start: string;
          /**
           * Form mean: that it is one of the peaks.
           * Limits: >= 0, <= 1.
           * @defaultValue `1`
           */
          readonly probability?: number | undefined;
        }[];
        /** Default that of the charge. */
        readonly form?: "mean" | "maximum" | undefined;
      }[]
    | undefined;
  /**
   * maximum: the highest listed intervals, conservative.
   * @defaultValue `"mean"`
   */
  readonly form?: "mean" | "maximum" | undefined;
}
