import { BasisCode } from "../../../lp/basis.ts";
import type { LinearProgram } from "../../../lp/linear-program.ts";
import type { LpScaling } from "../../../lp/scale.ts";
import { greatestSize } from "../../../sparse/greatest-size.ts";
import { minusColumn } from "../../../sparse/column-matrix.ts";
import { polishPoint, polishPrices } from "../answer/polish.ts";
import type { Workspace } from "../workspace.ts";

/** Entries of a ray below this share of its greatest one are made zero. */
const NEGLIGIBLE = 1e-5;

/**
 * A Farkas certificate from prices that diverge. y is changed as little as possible such that A'y is exactly zero for
 * every one-sided or free column for which it was negligible or had the wrong sign. Undefined if y is zero or not
 * finite. Whether the ray proves infeasibility is for `checkSolution` to decide.
 */
export function* dualRayFrom(
  lp: LinearProgram,
  scaling: LpScaling,
  workspace: Workspace,
  prices: Float64Array,
): Generator<void, Float64Array | undefined> {
  const { form, origin, engine } = workspace;
  const y = unitSize(prices);
  if (y === undefined) return undefined;
  const status = new Uint8Array(form.numCols).fill(BasisCode.atLower);
  const price = form.cost.map((_, j) => -minusColumn(form, j, y, 0));
  const least = -NEGLIGIBLE * greatestSize(price);
  for (let j = form.numBoxed; j < form.numCols; j++)
    if (j >= form.numSigned || price[j] > least) status[j] = BasisCode.basic;
  yield* polishPrices(engine.newton, status, new Float64Array(form.numCols), y);
  const ray = new Float64Array(lp.numRows);
  for (let i = 0; i < form.numRows; i++) {
    const row = origin.rowOf[i];
    const value = y[i] * scaling.row[row];
    const bound = value > 0 ? lp.rowLower[row] : lp.rowUpper[row];
    if (Number.isFinite(bound)) ray[row] = value; // a wrong sign is rounding: the activity is a column
  }
  return ray;
}

/**
 * A direction of recession from a point that diverges. Boxed columns and negligible ones do not move; the others change
 * as little as possible such that A d = 0. Undefined if x is zero or not finite.
 */
export function* primalRayFrom(
  lp: LinearProgram,
  scaling: LpScaling,
  workspace: Workspace,
  point: Float64Array,
): Generator<void, Float64Array | undefined> {
  const { form, origin, engine } = workspace;
  const d = unitSize(point.subarray(form.numBoxed));
  if (d === undefined) return undefined;
  const x = new Float64Array(form.numCols);
  const status = new Uint8Array(form.numCols).fill(BasisCode.atLower);
  for (let j = form.numBoxed; j < form.numCols; j++) {
    const dj = d[j - form.numBoxed];
    if (j < form.numSigned ? dj < NEGLIGIBLE : Math.abs(dj) < NEGLIGIBLE) continue;
    x[j] = dj;
    status[j] = BasisCode.basic;
  }
  yield* polishPoint(engine.newton, status, new Float64Array(form.numRows), x);
  const ray = new Float64Array(lp.numCols);
  for (let j = form.numBoxed; j < form.numCols; j++) {
    const v = origin.varOf[j];
    if (v < lp.numCols) ray[v] = origin.turn[j] * x[j] * scaling.col[v];
  }
  return ray;
}

function unitSize(vector: Float64Array): Float64Array | undefined {
  const size = greatestSize(vector);
  if (size === 0 || !Number.isFinite(size)) return undefined;
  return vector.map((entry) => entry / size);
}
