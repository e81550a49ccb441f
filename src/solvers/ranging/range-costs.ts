/**
 * Ranging of costs: how far the cost of a column may move, either way, before its optimal value changes, and how the
 * objective changes meanwhile. The optimum as a function of one cost, v(c_j), is concave for `min` and convex for
 * `max`, with slope x_j. If several points are optimal it has a kink, whose slopes are the greatest and the least x_j
 * among them.
 */
import { ProgramError } from "../../errors.ts";
import { asProgramError, describeValue } from "../../lp/check-options.ts";
import { checkProgram } from "../../lp/check-program.ts";
import type { LinearProgram } from "../../lp/linear-program.ts";
import type { LpSolution } from "../../lp/solution.ts";
import { type CostRangeEnd, followCost } from "./follow-cost.ts";
import { type RangingStart, startRanging } from "./start-ranging.ts";

/** One side of a cost. */
export interface CostSideRange {
  /**
   * The column's value at the optimum on this side, which is d objective / d cost there; +-Infinity if the program has
   * no optimum as soon as the cost moves this way. It is the solution's own x_j unless several points are optimal.
   */
  readonly value: number;
  /**
   * How far (>= 0, in the cost's units) the cost may move this way while a point with this value stays optimal: within
   * it the objective changes by `value` times the move. Infinity if without end.
   */
  readonly validFor: number;
  /**
   * What happens beyond: another value, no optimum, or nothing. `numerical-trouble`: the search ended there, so the
   * value is valid to `validFor` at least; it is NaN if none was found.
   */
  readonly end: CostRangeEnd;
}

/** `left`: the cost falls; `right`: it rises. The interval is [cost - left.validFor, cost + right.validFor]. */
export interface CostRange {
  readonly left: CostSideRange;
  readonly right: CostSideRange;
}

/**
 * The range of each column's cost, in the order of `cols` (default: all columns), basic or not. Takes the program and
 * its optimal solution by any engine that gives a basis (only the basis is used); never mutates either. One
 * factorisation serves all columns.
 *
 * NB: at a degenerate vertex several bases belong to one optimal point. Each stays optimal in an interval of its own,
 * which other solvers print and which depends on where they stopped; here the point counts, whose interval holds all of
 * those.
 *
 * Values nearer to each other or to a limit than 1e-9 in scaled units, and reduced costs below that, count as equal.
 *
 * Throws `ProgramError` where the solution is not optimal or has no basis of this program's shape, and for a column
 * that is not there.
 */
export function rangeCosts(lp: LinearProgram, solution: LpSolution, cols?: readonly number[]): CostRange[] {
  checkProgram(lp);
  const asked = cols ?? Array.from({ length: lp.numCols }, (_, j) => j);
  if (!asProgramError("cols", () => Array.isArray(asked)))
    throw new ProgramError("cols", `got ${describeValue(asked)}, wanted an array of columns.`);
  const start = startRanging(lp, solution, () =>
    asked.forEach((j, k) => {
      if (!Number.isInteger(j) || j < 0 || j >= lp.numCols)
        throw new ProgramError(`cols[${k}]`, `got ${describeValue(j)}, wanted 0 to ${lp.numCols - 1}.`);
    }),
  );
  return asked.map((j) => ({ left: rangeSide(lp, start, j, -1), right: rangeSide(lp, start, j, 1) }));
}

function rangeSide(lp: LinearProgram, { base, scaling }: RangingStart, j: number, direction: number): CostSideRange {
  // The scaled program is a minimum: the cost of a maximum moves the other way.
  const { value, length, end } = followCost(base, j, lp.sense === "max" ? -direction : direction);
  base.restore();
  return {
    value: 0 + value * scaling.boundScale * scaling.col[j],
    validFor: length / (scaling.costScale * scaling.col[j]),
    end,
  };
}
