/**
 * The optimal face of a program, stated as a program whose feasible points are the optima of the first. By
 * complementary slackness with any optimal prices (y, d = cost - A'y, negated for `max`), a feasible x is optimal
 * exactly if
 *
 *     d_j > 0: x_j is at its lower bound      d_j < 0: at its upper bound      (y_i > 0, y_i < 0: the same for row i)
 *
 * A question about equally good optima is therefore a linear program over this face, and the optimal basis is feasible
 * for it. Rejected: the objective as one more row. Such a row is dense, and its tolerance lets every column leave its
 * bound a little.
 */
import { greatestSize } from "../sparse/greatest-size.ts";
import type { LinearProgram } from "./linear-program.ts";
import { columnSums, rowSums } from "./residuals.ts";
import type { OptimalSolution } from "./solution.ts";

/**
 * A price counts as rounding, and fixes nothing, up to this share of the absolute terms of a column's reduced cost plus
 * the cost scale.
 */
const ROUNDING = 1e-9;
/**
 * A point is at a bound if it is this close, relative to 1 + |bound|. NB: at an infinite bound the comparison is NaN
 * and false. A price whose bound the point does not touch fixes nothing.
 */
const AT_BOUND = 1e-7;

/** The optimal face of `lp` as a program of sense `min` with another `cost`. */
export function faceProgram(
  lp: LinearProgram,
  { x, y }: Pick<OptimalSolution, "x" | "y">,
  cost: Float64Array,
): LinearProgram {
  const { colStart, rowIndex, value } = lp;
  const costScale = Math.min(1, greatestSize(lp.cost) || 1);
  const reduced = columnSums(lp, y, -1, lp.cost);
  const price = new Float64Array(lp.numRows);
  for (let j = 0; j < lp.numCols; j++) {
    const rounding = ROUNDING * (costScale + reduced.magnitude[j]);
    if (Math.abs(reduced.value[j]) <= rounding) reduced.value[j] = 0;
    for (let k = colStart[j]; k < colStart[j + 1]; k++) {
      const i = rowIndex[k];
      if (Math.abs(value[k] * y[i]) > rounding) price[i] = y[i];
    }
  }
  const sign = lp.sense === "max" ? -1 : 1;
  const [colLower, colUpper] = fixAtBounds(lp.colLower, lp.colUpper, x, reduced.value, sign);
  const [rowLower, rowUpper] = fixAtBounds(lp.rowLower, lp.rowUpper, rowSums(lp, x).value, price, sign);
  return { ...lp, cost, sense: "min", objectiveOffset: 0, colLower, colUpper, rowLower, rowUpper };
}

/** Copies the bounds, made equal where a price fixes the point to one of them. */
function fixAtBounds(
  lowerOf: Float64Array,
  upperOf: Float64Array,
  point: Float64Array,
  price: Float64Array,
  sign: number,
): [Float64Array, Float64Array] {
  const [lower, upper] = [lowerOf.slice(), upperOf.slice()];
  for (let k = 0; k < price.length; k++) {
    if (price[k] === 0) continue;
    const bound = sign * price[k] > 0 ? lower[k] : upper[k];
    if (Math.abs(point[k] - bound) / (1 + Math.abs(bound)) <= AT_BOUND) lower[k] = upper[k] = bound;
  }
  return [lower, upper];
}
