// Made by `npm run docs` from the schemas in src/assets and src/input; edit those.

/**
 * A charge on the month's highest metered demand, peak_m, at a rate that may differ by month, with or without a ratchet
 * and a least billed demand.
 */
export interface DemandChargeInput {
  /**
   * On the month's highest metered demand, full monthly rate; one, or 12 from January on.
   * Unit: USD/MW-month.
   */
  readonly usdPerMwMonth: number | readonly number[];
  /**
   * Charge only the plan's share of the month.
   * @defaultValue `false`
   */
  readonly prorate?: boolean | undefined;
  /** Least billed demand from earlier peaks; default none. */
  readonly ratchet?:
    | {
        /**
         * Of the highest peak looked back on.
         * Limits: >= 0, <= 1.
         */
        readonly share: number;
        /**
         * Look back on so many months before.
         * Limits: >= 1, <= 36.
         */
        readonly lastMonths?: number | undefined;
        /**
         * Or on these calendar months among the eleven before.
         * Limits: >= 1, <= 12.
         */
        readonly months?: readonly number[] | undefined;
      }
    | undefined;
  /**
   * Least demand that is billed each month; default none.
   * Unit: MW. Limits: >= 0, <= 10000.
   */
  readonly leastBilledMw?: number | undefined;
}
