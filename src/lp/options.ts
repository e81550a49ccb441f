import type { LpBasis } from "./basis.ts";

/** What a solver tells its caller between batches of work. */
export interface LpProgress {
  readonly iterations: number;
  /** e.g. `dual`, `primal`. */
  readonly phase: string;
  /** Sum of primal infeasibilities, in the units of the scaled program. */
  readonly primalInfeasibility: number;
  /** The current objective value (a bound for the dual simplex), in the units of the program. */
  readonly objective: number;
}

/** Options every solver honours. Each has a default; absent means the default. */
export interface LpOptions {
  /** Stop with `time-limit` after this many milliseconds of wall time. Default: no limit. */
  readonly timeLimitMs?: number;
  /** Stop with `iteration-limit` after this many iterations. Default: no limit. */
  readonly iterationLimit?: number;
  /** Called between batches of work; return `"stop"` to end with `stopped`. */
  readonly onProgress?: (progress: LpProgress) => "stop" | void;
  /**
   * Greatest violation of a limit, absolute, in scaled units. Default 1e-9; loosen to 1e-7 for badly scaled programs.
   */
  readonly primalTolerance?: number;
  /** Greatest wrong-signed reduced cost, absolute, in scaled units. Default 1e-9; loosen as above. */
  readonly dualTolerance?: number;
  /**
   * Decides between equal optima: one cost per column, minimised over the optimal points whatever the sense of the
   * program. The prices stay those of the first objective. Default: none; which optimum comes is then the engine's
   * affair, and the same in every run.
   */
  readonly secondObjective?: Float64Array;
  /** Where to start. Any set of statuses is accepted; a singular basis is repaired with row variables. */
  readonly startBasis?: LpBasis;
  /**
   * Prices (one per row) that proved the optimum at `startBasis`, for an engine whose basis does not imply them: those
   * of an interior point. The simplex then needs few steps where limits have changed a little; other engines have no
   * use for them. Default: those of the basis.
   */
  readonly startPrices?: Float64Array;
}
