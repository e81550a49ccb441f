import type { BoundedForm } from "./bounded-form.ts";
import type { Point } from "./point.ts";

/** What is left of the optimality conditions at a point, and how much of it. */
export class Residuals {
  /** rhs - A x */
  readonly primal: Float64Array;
  /** cost - A'y - z + v */
  readonly dual: Float64Array;
  /** upper - x - w */
  readonly upper: Float64Array;
  /** Greatest entries. */
  primalNorm = 0;
  dualNorm = 0;
  upperNorm = 0;
  primalObjective = 0;
  dualObjective = 0;

  constructor(form: BoundedForm) {
    this.primal = new Float64Array(form.numRows);
    this.dual = new Float64Array(form.numCols);
    this.upper = new Float64Array(form.numBoxed);
  }

  get relativeGap(): number {
    return Math.abs(this.primalObjective - this.dualObjective) / (1 + Math.abs(this.primalObjective));
  }
}

export function computeResiduals(form: BoundedForm, point: Point, out: Residuals): void {
  const { numRows, numCols, numBoxed, numSigned, cost, rhs, upper } = form;
  const { x, z, w, v, y } = point;
  const { primal, dual, upper: upperResidual } = out;
  primal.set(rhs);
  productsWithColumns(form, x, y, primal, dual);
  let primalObjective = 0;
  let dualObjective = 0;
  let dualNorm = 0;
  let upperNorm = 0;
  for (let j = 0; j < numBoxed; j++) {
    const r = cost[j] - dual[j] - z[j] + v[j];
    dual[j] = r;
    const u = upper[j] - x[j] - w[j];
    upperResidual[j] = u;
    primalObjective += cost[j] * x[j];
    dualObjective -= upper[j] * v[j];
    const rSize = Math.abs(r);
    if (rSize > dualNorm) dualNorm = rSize;
    const uSize = Math.abs(u);
    if (uSize > upperNorm) upperNorm = uSize;
  }
  for (let j = numBoxed; j < numCols; j++) {
    const r = cost[j] - dual[j] - (j < numSigned ? z[j] : 0);
    dual[j] = r;
    primalObjective += cost[j] * x[j];
    const rSize = Math.abs(r);
    if (rSize > dualNorm) dualNorm = rSize;
  }
  let primalNorm = 0;
  for (let i = 0; i < numRows; i++) {
    dualObjective += rhs[i] * y[i];
    const size = Math.abs(primal[i]);
    if (size > primalNorm) primalNorm = size;
  }
  out.primalNorm = primalNorm;
  out.dualNorm = dualNorm;
  out.upperNorm = upperNorm;
  out.primalObjective = primalObjective;
  out.dualObjective = dualObjective;
}

/** rows -= A x, cols = A'y, in one pass over the entries. */
function productsWithColumns(
  form: BoundedForm,
  x: Float64Array,
  y: Float64Array,
  rows: Float64Array,
  cols: Float64Array,
): void {
  const { numCols, colStart, rowIndex, value } = form;
  let k = 0;
  for (let j = 0; j < numCols; j++) {
    const end = colStart[j + 1];
    const xj = x[j];
    let sum = 0;
    for (; k < end; k++) {
      const i = rowIndex[k];
      const a = value[k];
      rows[i] -= a * xj;
      sum += a * y[i];
    }
    cols[j] = sum;
  }
}
