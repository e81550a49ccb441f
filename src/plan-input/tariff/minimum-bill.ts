// Made by `npm run docs` from the schemas in src/assets and src/input; edit those.

/** A month's bill is at least `usdPerMonth`. */
export interface MinimumBillInput {
  /**
   * Least that is billed each calendar month.
   * Unit: USD/month. Limits: >= 0.
   */
  readonly usdPerMonth: number;
  /** Fields of the connection whose charges count; default all on import that are not expected. */
  readonly counts?: readonly string[] | undefined;
}
