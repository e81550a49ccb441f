// Made by `npm run docs` from the schemas in src/assets and src/input; edit those.

/**
 * Capacity bought in advance: `mw` is paid whether used or not, what the month's highest metered demand exceeds it by
 * costs more.
 */
export interface ContractedCapacityInput {
  /**
   * Capacity under contract, paid used or not.
   * Unit: MW. Limits: >= 0, <= 10000.
   */
  readonly mw: number;
  /**
   * On mw, prorated by the plan's share of the month.
   * Unit: USD/MW-month. Limits: >= 0, <= 1000000.
   */
  readonly usdPerMwMonth: number;
  /**
   * On the month's demand above mw; default not charged.
   * Unit: USD/MW-month. Limits: >= 0, <= 1000000.
   */
  readonly aboveUsdPerMwMonth?: number | undefined;
  /**
   * Charge only the plan's share of the month for what is above mw.
   * @defaultValue `false`
   */
  readonly prorateAbove?: boolean | undefined;
}
