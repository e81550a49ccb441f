import type { Newton } from "../linear-system/newton.ts";
import type { Direction, Point } from "./point.ts";

/**
 * Target values of the complementarity products for a direction, minus its second-order terms:
 *
 *     z dx + x dz = xz - x z   (first numSigned),   v dw + w dv = wv - w v   (boxed)
 *
 * The predictor has target 0 for all of them and needs no vectors: there dz = -z (1 + dx / x).
 */
export interface Complementarity {
  readonly xz: Float64Array;
  readonly wv: Float64Array;
}

/**
 * Mehrotra's corrector: the target of every product is `target` minus the second-order term that the predictor's full
 * step would add to it. That term is cut off at +-`limit`. Otherwise one hour with a price spike, which the predictor
 * overshoots a hundredfold, would hold up all hours (81 instead of 45 iterations on a year of dispatch).
 */
export function secondOrderTargets(
  newton: Newton,
  point: Point,
  affine: Direction,
  target: number,
  limit: number,
  out: Complementarity,
): void {
  correctedTargets(affine.x, 1, newton.inverseX, point.z, target, limit, out.xz);
  correctedTargets(affine.x, -1, newton.inverseW, point.v, target, limit, out.wv);
}

function correctedTargets(
  dx: Float64Array,
  sign: number,
  inverse: Float64Array,
  dual: Float64Array,
  target: number,
  limit: number,
  out: Float64Array,
): void {
  for (let j = 0; j < out.length; j++) {
    const move = sign * dx[j];
    const second = -move * dual[j] * (1 + move * inverse[j]);
    out[j] = target - (second > limit ? limit : second < -limit ? -limit : second);
  }
}

/**
 * Gondzio's centrality corrector: a product that would leave [0.1, 10] `target` at the longer steps aimed at is moved
 * back to the edge of that interval, a large one by at most 10 `target` (J. Gondzio, "Multiple centrality corrections
 * in a primal-dual method for linear programming", Comput. Optim. Appl. 6, 1996). Adds to `out`.
 */
export function addCentrality(
  point: Point,
  direction: Direction,
  primalAim: number,
  dualAim: number,
  target: number,
  out: Complementarity,
): void {
  addOutliers(point.x, point.z, direction.x, direction.z, primalAim, dualAim, target, out.xz);
  addOutliers(point.w, point.v, direction.x, direction.v, -primalAim, dualAim, target, out.wv);
}

const LEAST_SHARE = 0.1;
const GREATEST_SHARE = 10;

function addOutliers(
  a: Float64Array,
  b: Float64Array,
  da: Float64Array,
  db: Float64Array,
  primalAim: number,
  dualAim: number,
  target: number,
  out: Float64Array,
): void {
  const least = LEAST_SHARE * target;
  const greatest = GREATEST_SHARE * target;
  for (let j = 0; j < out.length; j++) {
    const product = (a[j] + primalAim * da[j]) * (b[j] + dualAim * db[j]);
    if (product < least) out[j] += least - product;
    else if (product > greatest) out[j] += product > 2 * greatest ? -greatest : greatest - product;
  }
}
