import type { LpBasis } from "./basis.ts";

/** Progress of a solve, as passed to `onProgress` between batches of work. */
export interface LpProgress {
  readonly iterations: number;
  /** e.g. `dual`, `primal`. */
  readonly phase: string;
  /** Sum of primal infeasibilities, in the units of the scaled program. */
  readonly primalInfeasibility: number;
  /** The current objective value in the units of the program. For the dual simplex it is a bound on the optimum. */
  readonly objective: number;
}

/** Options of every solver. An omitted option has its default. */
export interface LpOptions {
  /** Stop with `time-limit` after this many milliseconds of wall time. Default: no limit. */
  readonly timeLimitMs?: number;
  /** Stop with `iteration-limit` after this many iterations. Default: no limit. */
  readonly iterationLimit?: number;
  /** Called between batches of work. Return `"stop"` to end with `stopped`. */
  readonly onProgress?: (progress: LpProgress) => "stop" | void;
  /**
   * Greatest violation of a bound, absolute, in scaled units. Default 1e-9; loosen to 1e-7 for badly scaled programs.
   */
  readonly primalTolerance?: number;
  /**
   * Greatest reduced cost of the wrong sign, absolute, in scaled units. Default 1e-9; loosen to 1e-7 for badly scaled
   * programs.
   */
  readonly dualTolerance?: number;
  /**
   * Breaks ties between equally good optima: one cost per column, minimised over the optimal face whatever the sense of
   * the program. The prices remain those of the first objective. Default: no second objective; the engine then chooses
   * the optimum, the same one in every run.
   */
  readonly secondObjective?: Float64Array;
  /**
   * Basis of a warm start. Any set of statuses is accepted; row variables replace dependent columns of a singular
   * basis.
   */
  readonly startBasis?: LpBasis;
  /**
   * Prices of a warm start, one per row: the prices that proved the optimum at `startBasis`. Needed only if the basis
   * does not imply them, as after an interior point. The simplex then needs few iterations after small changes of
   * bounds; other engines ignore them. Default: the prices of the basis.
   */
  readonly startPrices?: Float64Array;
}
