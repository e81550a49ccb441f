import type { BoundedForm } from "./bounded-form.ts";

/**
 * Primal and dual variables of a bounded form: x with its duals z (first numSigned), the distance
 * w = upper - x to upper limits with its duals v (boxed ones), and y of the rows. At an optimum
 * A x = rhs, x + w = upper, A'y + z - v = cost, x z = 0, w v = 0.
 */
export class Point {
  readonly x: Float64Array;
  readonly z: Float64Array;
  readonly w: Float64Array;
  readonly v: Float64Array;
  readonly y: Float64Array;

  constructor(form: BoundedForm) {
    this.x = new Float64Array(form.numCols);
    this.z = new Float64Array(form.numSigned);
    this.w = new Float64Array(form.numBoxed);
    this.v = new Float64Array(form.numBoxed);
    this.y = new Float64Array(form.numRows);
  }
}

/** A step in a point. Starts keep x + w = upper exactly, so w always moves by -x. */
export class Direction {
  readonly x: Float64Array;
  readonly z: Float64Array;
  readonly v: Float64Array;
  readonly y: Float64Array;

  constructor(form: BoundedForm) {
    this.x = new Float64Array(form.numCols);
    this.z = new Float64Array(form.numSigned);
    this.v = new Float64Array(form.numBoxed);
    this.y = new Float64Array(form.numRows);
  }
}

/** point += primalStep * (x, -x as w) and dualStep * (z, v, y) of the direction. */
export function addStep(point: Point, direction: Direction, primalStep: number, dualStep: number): void {
  addScaled(point.x, direction.x, primalStep);
  addScaled(point.w, direction.x, -primalStep);
  addScaled(point.z, direction.z, dualStep);
  addScaled(point.v, direction.v, dualStep);
  addScaled(point.y, direction.y, dualStep);
}

function addScaled(target: Float64Array, source: Float64Array, factor: number): void {
  for (let k = 0; k < target.length; k++) target[k] += factor * source[k];
}

/** Mean of the complementarity products x z and w v a step further on; 0 where there are none. */
export function meanProductAfter(
  form: BoundedForm,
  point: Point,
  direction: Direction,
  primalStep: number,
  dualStep: number,
): number {
  const { x, z, w, v } = point;
  let sum = 0;
  for (let j = 0; j < z.length; j++) sum += (x[j] + primalStep * direction.x[j]) * (z[j] + dualStep * direction.z[j]);
  for (let j = 0; j < v.length; j++) sum += (w[j] - primalStep * direction.x[j]) * (v[j] + dualStep * direction.v[j]);
  const count = form.numSigned + form.numBoxed;
  return count === 0 ? 0 : sum / count;
}
