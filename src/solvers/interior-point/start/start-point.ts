import { minusColumn, subtractProduct } from "../../../sparse/column-matrix.ts";
import type { Newton } from "../linear-system/newton.ts";
import type { Point } from "../step/point.ts";

const START_REGULARISATION = 1e-6;
/** Least distance from a bound, as a share of the box (of `size` for one-sided variables). */
const LEAST_SHARE = 0.1;
/** Least duals of one-sided variables, as a share of `size`. */
const LEAST_DUAL = 0.1;

/**
 * A starting point in the spirit of Mehrotra's. One weighted least-squares factorisation gives the x with A x = rhs
 * that is nearest to the middle of the boxes, and the y of least reduced costs. Then each variable is moved inside its
 * bounds on its own. (With one uniform shift, as Mehrotra has it, the worst of 100,000 variables decides for all: 50 %
 * more iterations.) `size` is the value that one-sided variables should be near.
 */
export function* startPoint(newton: Newton, size: number, point: Point): Generator<void, void> {
  const { form } = newton.kkt;
  const { numRows, numCols, numBoxed, numSigned, upper, cost } = form;
  const { x, z, w, v, y } = point;
  const centre = new Float64Array(numCols);
  const weight = new Float64Array(numCols);
  for (let j = 0; j < numSigned; j++) centre[j] = j < numBoxed ? Math.min(upper[j] / 2, size) : size;
  for (let j = 0; j < numCols; j++) weight[j] = j < numSigned ? centre[j] * centre[j] : size * size;
  yield* newton.factorWith(weight, START_REGULARISATION);
  yield;

  const rows = form.rhs.slice();
  subtractProduct(form, centre, rows);
  const zeroCols = new Float64Array(numCols);
  newton.solveReduced(zeroCols, rows, x, y);
  for (let j = 0; j < numBoxed; j++) {
    const margin = LEAST_SHARE * Math.min(upper[j], 2 * size);
    x[j] = Math.min(upper[j] - margin, Math.max(margin, x[j] + centre[j]));
    w[j] = upper[j] - x[j];
  }
  for (let j = numBoxed; j < numSigned; j++) x[j] = Math.max(LEAST_SHARE * size, x[j] + centre[j]);

  yield;
  newton.solveReduced(cost, new Float64Array(numRows), zeroCols, y);
  for (let j = 0; j < numSigned; j++) {
    const d = minusColumn(form, j, y, cost[j]);
    if (j < numBoxed) {
      const least = LEAST_DUAL * Math.min(size, size / upper[j]);
      z[j] = Math.max(d, 0) + least;
      v[j] = Math.max(-d, 0) + least;
    } else {
      z[j] = Math.max(d, LEAST_DUAL * size);
    }
  }
}
