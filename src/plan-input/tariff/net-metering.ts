// Made by `npm run docs` from the schemas in src/assets and src/input; edit those.

/**
 * Net metering in kWh: exported energy is not sold, it offsets energy imported in the same month and period, and what
 * is left is carried to later months as a credit in MWh.
 */
export interface NetMeteringInput {
  /**
   * Worth of a MWh of credit left at the plan's end: the price of import it will save, or 0 where it will be lost.
   * Unit: USD/MWh. Limits: >= 0, <= 1000000.
   */
  readonly leftUsdPerMwh?: number | undefined;
  /** In place of leftUsdPerMwh: periods of the schedules that are netted each by itself. */
  readonly periods?:
    | Readonly<
        Record<
          string,
          {
            /**
             * Worth of a MWh of its credit left at the plan's end.
             * Unit: USD/MWh. Limits: >= 0, <= 1000000.
             */
            readonly leftUsdPerMwh: number;
          }
        >
      >
    | undefined;
  /** Period by local hour of Monday to Friday: a name, 24 names, or 12 months of either. */
  readonly weekday?: string | readonly (string | readonly string[])[] | undefined;
  /** Likewise of Saturday and Sunday. */
  readonly weekend?: string | readonly (string | readonly string[])[] | undefined;
  /** When credits end; default they do not. */
  readonly trueUp?:
    | {
        /**
         * Last calendar month of the credit year.
         * Limits: >= 1, <= 12.
         */
        readonly month: number;
        /**
         * Paid for a MWh of credit left then; the rest of its worth is lost.
         * Unit: USD/MWh. Limits: >= 0, <= 1000000.
         * @defaultValue `0`
         */
        readonly usdPerMwh?: number | undefined;
      }
    | undefined;
}
