import { BasisCode } from "../../lp/basis.ts";
import type { BoundedForm } from "../interior-point/form/bounded-form.ts";
import type { Point } from "../interior-point/step/point.ts";
import { CLEAR_RATIO } from "../interior-point/tolerances.ts";

/**
 * The optimal partition at an almost optimal point: which columns end at a bound. x is the distance from the lower
 * bound and z its dual, w and v the same for the upper one. In each pair x z -> 0 (w v -> 0) the smaller one goes to 0.
 * By strict complementarity (A. Goldman and A. Tucker, "Theory of linear programming", 1956) all pairs separate along
 * the central path. A `BasisCode` per column, `basic` for those inside their bounds.
 */
export function optimalPartition(form: BoundedForm, point: Point): Uint8Array {
  const { numCols, numBoxed, numSigned } = form;
  const { x, z, w, v } = point;
  const status = new Uint8Array(numCols).fill(BasisCode.basic);
  for (let j = 0; j < numBoxed; j++) {
    const lowerRatio = x[j] / z[j];
    const upperRatio = w[j] / v[j];
    if (Math.min(lowerRatio, upperRatio) >= 1) continue;
    status[j] = lowerRatio <= upperRatio ? BasisCode.atLower : BasisCode.atUpper;
  }
  for (let j = numBoxed; j < numSigned; j++) if (x[j] < z[j]) status[j] = BasisCode.atLower;
  return status;
}

/** x with every variable at a bound set exactly to that bound. */
export function snapToBounds(form: BoundedForm, status: Uint8Array, x: Float64Array): Float64Array {
  const snapped = x.slice();
  for (let j = 0; j < form.numCols; j++) {
    if (status[j] === BasisCode.atLower) snapped[j] = 0;
    else if (status[j] === BasisCode.atUpper) snapped[j] = form.upper[j];
  }
  return snapped;
}

/** Whether the two sides of every pair differ by a factor of `CLEAR_RATIO`. */
export function arePairsSeparated(point: Point): boolean {
  return pairsSeparated(point.x, point.z) && pairsSeparated(point.w, point.v);
}

function pairsSeparated(a: Float64Array, b: Float64Array): boolean {
  for (let j = 0; j < b.length; j++) if (a[j] < CLEAR_RATIO * b[j] && b[j] < CLEAR_RATIO * a[j]) return false;
  return true;
}
