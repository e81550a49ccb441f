import type { LpBasis } from "./basis.ts";

/** Why the solver stopped. Only `optimal`, `infeasible` and `unbounded` are statements about the program. */
export type LpStatus =
  "optimal" | "infeasible" | "unbounded" | "iteration-limit" | "time-limit" | "stopped" | "numerical-trouble";

/** How the time of a solve was spent. NB: the only part of a solution that differs between two runs. */
export interface LpTimings {
  readonly totalMs: number;
  /**
   * Milliseconds by phase; the engine names its phases in `LpProgress.phase`. `finish` covers postsolve and the check.
   */
  readonly phaseMs: Readonly<Record<string, number>>;
}

interface SolutionFrame {
  /** Simplex pivots or interior-point steps, summed over phases. */
  readonly iterations: number;
  /** `cost' x + objectiveOffset` if `x` is primal feasible, otherwise NaN. */
  readonly objective: number;
  /** The solver that produced this solution, e.g. `dual-simplex`. */
  readonly solver: string;
  /** One sentence of explanation if the status alone does not say enough. */
  readonly detail?: string;
  /** Set by `solveLp` and `solveLpAsync`; absent if an engine runs by itself. */
  readonly timings?: LpTimings;
  /**
   * The second objective at `x`: its minimum over all optima. Absent if no second objective was given, or if it could
   * not be minimised; then `x` is any optimum, and `detail` says why.
   */
  readonly secondObjective?: number;
  /** The final basis (for the first objective), usable for a warm start. Absent for solvers without a basis. */
  readonly basis?: LpBasis;
}

/**
 * An optimal point with its proof. For both senses, `y = d objective / d rhs` (shadow prices, length `numRows`; the
 * right-hand side of a row is its active bound) and `reducedCost = cost - A' y` (length `numCols`).
 */
export interface OptimalSolution extends SolutionFrame {
  readonly status: "optimal";
  /**
   * False: `x` is optimal to a tolerance only and need not be the exact point of `basis`, as from an adapter. Default:
   * a solution with a `basis` claims that point, and `checkSolution` checks its rows to rounding.
   */
  readonly isVertex?: false;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly reducedCost: Float64Array;
  readonly dualRay?: undefined;
  readonly primalRay?: undefined;
}

/**
 * No point satisfies all bounds. `dualRay` (length `numRows`) is a Farkas certificate: with r = A' dualRay, the least
 * value of dualRay' a over rowLower <= a <= rowUpper exceeds the greatest value of r' x over colLower <= x <= colUpper.
 * The sign does not depend on the sense.
 */
export interface InfeasibleSolution extends SolutionFrame {
  readonly status: "infeasible";
  readonly dualRay: Float64Array;
  readonly primalRay?: undefined;
  readonly x?: undefined;
  readonly y?: undefined;
  readonly reducedCost?: undefined;
}

/**
 * The objective is unbounded. `x` is feasible, and x + t * `primalRay` (length `numCols`) is feasible for every t >= 0.
 * The objective improves along the ray: cost' primalRay < 0 for `min`, > 0 for `max`.
 */
export interface UnboundedSolution extends SolutionFrame {
  readonly status: "unbounded";
  /** As in `OptimalSolution`. */
  readonly isVertex?: false;
  readonly x: Float64Array;
  readonly primalRay: Float64Array;
  readonly dualRay?: undefined;
  readonly y?: undefined;
  readonly reducedCost?: undefined;
}

/** The solver stopped early. It claims nothing, and the vectors are absent. */
export interface UnfinishedSolution extends SolutionFrame {
  readonly status: "iteration-limit" | "time-limit" | "stopped" | "numerical-trouble";
  readonly x?: undefined;
  readonly y?: undefined;
  readonly reducedCost?: undefined;
  readonly dualRay?: undefined;
  readonly primalRay?: undefined;
}

export type LpSolution = OptimalSolution | InfeasibleSolution | UnboundedSolution | UnfinishedSolution;
