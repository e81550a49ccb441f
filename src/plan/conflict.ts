import type { BindingLimit } from "./binding-limits.ts";

/** One limit that cannot be satisfied over a span of intervals, with its causes. */
export interface Conflict {
  /** Name of the asset whose limit is violated; `site` for the power balance. */
  readonly asset: string;
  /** The input field that sets it, if there is one; otherwise e.g. `balance`, `energy of nightly training`. */
  readonly limit: string;
  /**
   * First interval of the span; absent for a limit over the whole plan.
   * @unit 1
   */
  readonly interval?: number;
  /**
   * Number of intervals; absent as `interval`.
   * @unit 1
   */
  readonly count?: number;
  /** Start of the span, ISO-8601 with the local offset. */
  readonly at?: string;
  /** Start of the interval with the greatest violation. */
  readonly worstAt?: string;
  /**
   * Greatest violation of the limit in any interval, in `unit`.
   * @unit see unit
   */
  readonly amount: number;
  /** Unit of the limit; `1` for a share. */
  readonly unit: string;
  /**
   * Sum over the span, in `unit`; for MW in MWh.
   * @unit see unit
   */
  readonly total: number;
  /** The user's limits that are fully used in the worst interval. */
  readonly bindingLimits: readonly BindingLimit[];
  /** Requirements that ask for more than is available: the energy of a job, the end level of a battery. */
  readonly neededBy: readonly BindingLimit[];
  /** States at their lower limit there, with nothing left to give. */
  readonly atMinimum: readonly BindingLimit[];
  /** The same as a sentence. */
  readonly sentence: string;
}
