/**
 * The optima of a program as the feasible points of another, costless one. By complementary slackness with any optimal
 * prices (y, d = cost - A'y) a feasible x is optimal exactly where
 *
 *     d_j > 0: x_j at its lower limit      d_j < 0: at its upper      (y_i > 0, y_i < 0: the same of row i)
 *
 * So a question about equal optima is one of feasibility, and the basis of the optimum is dual feasible for it: the dual
 * simplex answers in as many steps as limits have changed. Rejected: solving the costly program again, which from the
 * interior point's basis (its prices are the middle of their face, no basis has them) takes as long as the first time.
 */
import type { LinearProgram } from "../lp/linear-program.ts";
import { rowSums } from "../lp/residuals.ts";
import type { OptimalSolution } from "../lp/solution.ts";

/** A price (relative to 1 + |cost|) up to this may be rounding and binds nothing. */
const ROUNDING = 1e-7;

/** For programs of sense `min`, such as every plan's. A price whose limit the point does not touch binds nothing either. */
export function faceProgram(lp: LinearProgram, { x, y, reducedCost }: OptimalSolution): LinearProgram {
  const [colLower, colUpper] = bind(lp.colLower, lp.colUpper, x, reducedCost, lp.cost);
  const [rowLower, rowUpper] = bind(lp.rowLower, lp.rowUpper, rowSums(lp, x).value, y);
  return { ...lp, cost: new Float64Array(lp.numCols), objectiveOffset: 0, colLower, colUpper, rowLower, rowUpper };
}

/** Limits, made equal where a price binds the point to one of them. */
function bind(lowerOf: Float64Array, upperOf: Float64Array, point: Float64Array, price: Float64Array, cost?: Float64Array): [Float64Array, Float64Array] {
  const [lower, upper] = [lowerOf.slice(), upperOf.slice()];
  price.forEach((usd, k) => {
    const limit = usd > 0 ? lower[k] : upper[k];
    const isPriced = Math.abs(usd) > ROUNDING * (1 + Math.abs(cost?.[k] ?? 0));
    if (isPriced && Math.abs(point[k] - limit) <= ROUNDING * (1 + Math.abs(limit))) lower[k] = upper[k] = limit;
  });
  return [lower, upper];
}
