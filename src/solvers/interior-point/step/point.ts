import type { BoundedForm } from "../form/bounded-form.ts";

/**
 * Primal and dual variables of a bounded form: x with its duals z (first numSigned), the distance
 * w = upper - x to upper bounds with its duals v (boxed columns), and y of the rows. At an optimum
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

/** A direction from a point. Starting points have x + w = upper exactly, so w always moves by -x. */
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

  clear(): void {
    this.x.fill(0);
    this.z.fill(0);
    this.v.fill(0);
    this.y.fill(0);
  }
}
