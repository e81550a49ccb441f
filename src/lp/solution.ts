import type { LpBasis } from "./basis.ts";

/** Why the solver stopped. Only `optimal`, `infeasible` and `unbounded` are statements about the program. */
export type LpStatus =
  "optimal" | "infeasible" | "unbounded" | "iteration-limit" | "time-limit" | "stopped" | "numerical-trouble";

/** Where the time of a solve went. NB: the one part of an answer that two runs do not share. */
export interface LpTimings {
  readonly totalMs: number;
  /**
   * Milliseconds by phase, as the engine names them in `LpProgress.phase`; `finish` is reading and checking the answer.
   */
  readonly phaseMs: Readonly<Record<string, number>>;
}

interface SolutionFrame {
  /** Simplex pivots or interior-point steps, summed over phases. */
  readonly iterations: number;
  /** `cost' x + objectiveOffset` where `x` is primal feasible, else NaN. */
  readonly objective: number;
  /** Which solver answered, e.g. `dual-simplex`. */
  readonly solver: string;
  /** One sentence for a person where the status alone does not say enough. */
  readonly detail?: string;
  /** Of `solveLp` and its async face; absent where an engine is run by itself. */
  readonly timings?: LpTimings;
  /**
   * The second objective at `x`: the least over all optima. Absent where none was given, and where it could not be had:
   * then `x` is some optimum, and `detail` says why.
   */
  readonly secondObjective?: number;
  /** Where the solver ended (for the first objective), good for a warm start; absent for solvers without a basis. */
  readonly basis?: LpBasis;
}

/**
 * An optimal point with its proof. For both senses `y = d objective / d rhs` (length `numRows`; the right-hand side of
 * a row is whichever of its limits is active) and `reducedCost = cost - A' y` (length `numCols`).
 */
export interface OptimalSolution extends SolutionFrame {
  readonly status: "optimal";
  /**
   * False: `x` was solved to a tolerance only and need not be the exact point of `basis`, as in an adapter's answer.
   * Default: an answer with a `basis` claims that point, and `checkSolution` holds its rows to rounding.
   */
  readonly isVertex?: false;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly reducedCost: Float64Array;
  readonly dualRay?: undefined;
  readonly primalRay?: undefined;
}

/**
 * No point satisfies all limits. `dualRay` (length `numRows`) is a Farkas proof: with r = A' dualRay,
 * the least value of dualRay' a over rowLower <= a <= rowUpper exceeds the greatest value of r' x over
 * colLower <= x <= colUpper. The sign does not depend on the sense.
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
 * The objective has no limit: `x` is feasible, and `primalRay` d (length `numCols`) keeps every limit however far it
 * is followed while cost' d < 0 for `min`, > 0 for `max`.
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

/** The solver gave up; nothing is claimed, and the vectors are absent. */
export interface UnfinishedSolution extends SolutionFrame {
  readonly status: "iteration-limit" | "time-limit" | "stopped" | "numerical-trouble";
  readonly x?: undefined;
  readonly y?: undefined;
  readonly reducedCost?: undefined;
  readonly dualRay?: undefined;
  readonly primalRay?: undefined;
}

export type LpSolution = OptimalSolution | InfeasibleSolution | UnboundedSolution | UnfinishedSolution;
