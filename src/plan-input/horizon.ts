// Made by `npm run docs` from the schemas in src/assets and src/input; edit those.

/** Start, length and intervals of the plan, on a local clock. */
export interface HorizonInput {
  /**
   * Start of the first interval.
   * ISO-8601 with offset, e.g. `2026-07-14T17:00:00-05:00`.
   */
  readonly start: string;
  /** IANA zone, e.g. America/Chicago. */
  readonly timeZone: string;
  /**
   * 5, 15, 30 or n x 60.
   * Unit: min.
   */
  readonly intervalMinutes: number;
  /**
   * Give either count or end.
   * Limits: >= 1, <= 1000000.
   */
  readonly count?: number | undefined;
  /**
   * End of the last interval; give either count or end.
   * ISO-8601 with offset, e.g. `2026-07-14T17:00:00-05:00`.
   */
  readonly end?: string | undefined;
}
