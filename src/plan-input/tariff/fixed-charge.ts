// Made by `npm run docs` from the schemas in src/assets and src/input; edit those.

/**
 * What the connection costs whatever it imports: `usdPerMonth` times the plan's share of each month, `usdPerDay` times
 * its days by the local clock.
 */
export interface FixedChargeInput {
  /**
   * For each calendar month, in the plan's share of it.
   * Unit: USD/month. Limits: >= 0.
   */
  readonly usdPerMonth?: number | undefined;
  /**
   * For each day, in the plan's share of it.
   * Unit: USD/day. Limits: >= 0.
   */
  readonly usdPerDay?: number | undefined;
}
