// Made by `npm run docs` from the schemas in src/assets and src/input; edit those.

/** Non-firm service: a connection of which only a part is firm. */
export interface NonFirmServiceInput {
  /** Non-firm service: a connection of which only a part is firm. */
  readonly kind: "non-firm-service";
  /** Name of its own in the plan: the key of its results, its rows and its messages. */
  readonly name: string;
  /** The grid connection; default the only one. */
  readonly connection?: string | undefined;
  /**
   * Import at the POI that is never curtailed (ERCOT: low power consumption, LPC); with mostFirmMw the least of it.
   * Unit: MW. Limits: >= 0, <= 10000.
   */
  readonly firmMw: number;
  /**
   * Most firm import that may be chosen; default firmMw.
   * Unit: MW. Limits: >= 0, <= 10000.
   */
  readonly mostFirmMw?: number | undefined;
  /**
   * For each MW of firm import, for the plan's share of its months.
   * Unit: USD/MW-month. Limits: >= 0, <= 1000000.
   */
  readonly firmUsdPerMwMonth?: number | undefined;
  /** When import above the firm part is curtailed. */
  readonly curtailments: readonly {
    /**
     * When the curtailment begins.
     * ISO-8601 with offset, e.g. `2026-07-14T17:00:00-05:00`.
     */
    readonly start: string;
    /**
     * When the curtailment ends.
     * ISO-8601 with offset, e.g. `2026-07-14T17:00:00-05:00`.
     */
    readonly end: string;
    /**
     * Share of the part that is not firm that is curtailed.
     * Limits: >= 0, <= 1.
     * @defaultValue `1`
     */
    readonly depth?: number | undefined;
  }[];
  /**
   * From the curtailment being known to its start.
   * Unit: min. Limits: >= 0.
   * @defaultValue `0`
   */
  readonly noticeMinutes?: number | undefined;
  /**
   * Per MWh imported above what is left; absent = curtailments must be met.
   * Unit: USD/MWh. Limits: >= 0, <= 1000000.
   */
  readonly missUsdPerMwh?: number | undefined;
  /**
   * The counterfactual's AI-only site has the same service.
   * @defaultValue `true`
   */
  readonly aiOnlyKeeps?: boolean | undefined;
}
