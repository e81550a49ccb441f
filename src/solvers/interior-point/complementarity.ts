import type { Direction, Point } from "./point.ts";

/**
 * Right-hand sides of the linearised complementarity equations
 *
 *     z dx + x dz = xz   (first numSigned),   v dw + w dv = wv   (boxed)
 *
 * for the three directions of a step.
 */
export interface Complementarity {
  readonly xz: Float64Array;
  readonly wv: Float64Array;
}

/** Predictor: every product to 0. */
export function affineProducts(point: Point, out: Complementarity): void {
  negativeProducts(point.x, point.z, out.xz);
  negativeProducts(point.w, point.v, out.wv);
}

function negativeProducts(a: Float64Array, b: Float64Array, out: Float64Array): void {
  for (let j = 0; j < out.length; j++) out[j] = -a[j] * b[j];
}

/**
 * Corrector: every product to `target`, less what the predictor's step would add to it at full length. That term is cut
 * off at +-`limit`: one hour with a price spike, which the predictor overshoots a hundredfold, would otherwise hold up
 * all hours (81 against 45 iterations on a year of dispatch).
 */
export function secondOrderProducts(
  point: Point,
  affine: Direction,
  target: number,
  limit: number,
  out: Complementarity,
): void {
  correctedProducts(point.x, point.z, affine.x, 1, affine.z, target, limit, out.xz);
  correctedProducts(point.w, point.v, affine.x, -1, affine.v, target, limit, out.wv);
}

function correctedProducts(
  a: Float64Array,
  b: Float64Array,
  da: Float64Array,
  signA: number,
  db: Float64Array,
  target: number,
  limit: number,
  out: Float64Array,
): void {
  for (let j = 0; j < out.length; j++) {
    const second = signA * da[j] * db[j];
    out[j] = target - a[j] * b[j] - (second > limit ? limit : second < -limit ? -limit : second);
  }
}

/**
 * Centrality corrector: products that would leave [0.1, 10] `target` at the longer steps aimed at are sent back to its
 * edge, large ones by no more than 10 `target` (J. Gondzio, "Multiple centrality corrections in a primal-dual method for
 * linear programming", Comput. Optim. Appl. 6, 1996). Adds to `out`.
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
