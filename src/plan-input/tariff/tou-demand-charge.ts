// Made by `npm run docs` from the schemas in src/assets and src/input; edit those.

/** A charge on the highest metered demand of each period in a month, at a rate that may differ by month. */
export interface TouDemandChargeInput {
  /**
   * By period; 0 for none.
   * Unit: USD/MW-month.
   */
  readonly usdPerMwMonth: Readonly<Record<string, number | readonly number[]>>;
  /** Period by local hour of Monday to Friday: a name, 24 names, or 12 months of either. */
  readonly weekday: string | readonly (string | readonly string[])[];
  /** Likewise of Saturday and Sunday. */
  readonly weekend: string | readonly (string | readonly string[])[];
  /** By period: a ratchet on its own peaks. */
  readonly ratchets?:
    | Readonly<
        Record<
          string,
          {
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
        >
      >
    | undefined;
  /**
   * By period: least demand that is billed each month.
   * Unit: MW. Limits: >= 0, <= 10000.
   */
  readonly leastBilledMw?: Readonly<Record<string, number>> | undefined;
  /**
   * Charge only the plan's share of the month.
   * @defaultValue `false`
   */
  readonly prorate?: boolean | undefined;
}
