/**
 * The optima of a program as the feasible points of another. By complementary slackness with any optimal prices
 * (y, d = cost - A'y; their signs turned for `max`) a feasible x is optimal exactly where
 *
 *     d_j > 0: x_j at its lower limit      d_j < 0: at its upper      (y_i > 0, y_i < 0: the same of row i)
 *
 * So a question about equal optima is one about this program, and the basis of the optimum is feasible for it.
 * Rejected: the objective as one more row, which is dense, and by its tolerance lets every column off its limit a
 * little.
 */
import { greatestSize } from "../sparse/greatest-size.ts";
import type { LinearProgram } from "./linear-program.ts";
import { columnSums, rowSums } from "./residuals.ts";
import type { OptimalSolution } from "./solution.ts";

/**
 * A price up to this share of the terms that a column's reduced cost is summed from, and of the greatest cost or 1, may
 * be rounding and binds nothing.
 */
const ROUNDING = 1e-9;
/**
 * A limit this near, relative to 1 + |limit|, is met (an infinite one, by NaN, never). A price whose limit the point
 * does not meet binds nothing either.
 */
const MET = 1e-7;

/** The program of the optima, of sense `min`, with another `cost`. */
export function faceProgram(
  lp: LinearProgram,
  { x, y }: Pick<OptimalSolution, "x" | "y">,
  cost: Float64Array,
): LinearProgram {
  const { colStart, rowIndex, value } = lp;
  const money = Math.min(1, greatestSize(lp.cost) || 1);
  const reduced = columnSums(lp, y, -1, lp.cost);
  const price = new Float64Array(lp.numRows);
  for (let j = 0; j < lp.numCols; j++) {
    const rounding = ROUNDING * (money + reduced.magnitude[j]);
    if (Math.abs(reduced.value[j]) <= rounding) reduced.value[j] = 0;
    for (let k = colStart[j]; k < colStart[j + 1]; k++) {
      const i = rowIndex[k];
      if (Math.abs(value[k] * y[i]) > rounding) price[i] = y[i];
    }
  }
  const sign = lp.sense === "max" ? -1 : 1;
  const [colLower, colUpper] = bind(lp.colLower, lp.colUpper, x, reduced.value, sign);
  const [rowLower, rowUpper] = bind(lp.rowLower, lp.rowUpper, rowSums(lp, x).value, price, sign);
  return { ...lp, cost, sense: "min", objectiveOffset: 0, colLower, colUpper, rowLower, rowUpper };
}

/** Limits, made equal where a price binds the point to one of them. */
function bind(
  lowerOf: Float64Array,
  upperOf: Float64Array,
  point: Float64Array,
  price: Float64Array,
  sign: number,
): [Float64Array, Float64Array] {
  const [lower, upper] = [lowerOf.slice(), upperOf.slice()];
  for (let k = 0; k < price.length; k++) {
    if (price[k] === 0) continue;
    const limit = sign * price[k] > 0 ? lower[k] : upper[k];
    if (Math.abs(point[k] - limit) / (1 + Math.abs(limit)) <= MET) lower[k] = upper[k] = limit;
  }
  return [lower, upper];
}
