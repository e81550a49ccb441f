// Made by `npm run docs` from the schemas in src/assets and src/input; edit those.

/** Calls of a utility or grid operator to import less. */
export interface CurtailmentCallInput {
  /** Calls of a utility or grid operator to import less. */
  readonly kind: "curtailment-call";
  /** Name of its own in the plan: the key of its results, its rows and its messages. */
  readonly name: string;
  /** The grid connection; default the only one. */
  readonly connection?: string | undefined;
  /** The calls, in any order. */
  readonly calls: readonly {
    /**
     * When the call begins.
     * ISO-8601 with offset, e.g. `2026-07-14T17:00:00-05:00`.
     */
    readonly start: string;
    /**
     * When the call ends.
     * ISO-8601 with offset, e.g. `2026-07-14T17:00:00-05:00`.
     */
    readonly end: string;
    /**
     * Most import at the POI.
     * Unit: MW. Limits: >= 0, <= 10000.
     */
    readonly capMw?: number | undefined;
    /**
     * Share of the baseline to drop; needs baseline.
     * Limits: >= 0, <= 1.
     */
    readonly reduceByFraction?: number | undefined;
    /** What reduceByFraction is a share of: a power in MW, or the load of the case being solved. */
    readonly baseline?: "own-load" | number | undefined;
    /**
     * Baseline of the AI-only site, where the baseline is in MW; default the same.
     * Unit: MW. Limits: >= 0, <= 10000.
     */
    readonly aiOnlyBaselineMw?: number | undefined;
  }[];
  /**
   * Per MWh imported above a call's cap; absent = calls must be met.
   * Unit: USD/MWh. Limits: >= 0, <= 1000000.
   */
  readonly missUsdPerMwh?: number | undefined;
  /**
   * From the call being known to its start.
   * Unit: min. Limits: >= 0.
   * @defaultValue `0`
   */
  readonly noticeMinutes?: number | undefined;
  /**
   * From the order until the rigs are off; absent = not checked.
   * Unit: s. Limits: >= 0.
   */
  readonly shedSeconds?: number | undefined;
  /**
   * From the signal until the order.
   * Unit: s. Limits: >= 0.
   * @defaultValue `0`
   */
  readonly relaySeconds?: number | undefined;
  /**
   * What the UPS holds.
   * Unit: s. Limits: >= 0.
   * @defaultValue `0`
   */
  readonly rideThroughSeconds?: number | undefined;
  /**
   * The counterfactual's AI-only site is called too.
   * @defaultValue `true`
   */
  readonly aiOnlyKeeps?: boolean | undefined;
}
