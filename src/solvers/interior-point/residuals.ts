import type { BoundedForm } from "./bounded-form.ts";
import type { Point } from "./point.ts";

/** What is left of the optimality conditions at a point, and how much of it. */
export class Residuals {
  /** rhs - A x */
  readonly primal: Float64Array;
  /** cost - A'y - z + v */
  readonly dual: Float64Array;
  /** Greatest entries. */
  primalNorm = 0;
  dualNorm = 0;
  primalObjective = 0;
  dualObjective = 0;
  /** Mean complementarity product; 0 where there are no limits. */
  mu = 0;

  constructor(form: BoundedForm) {
    this.primal = new Float64Array(form.numRows);
    this.dual = new Float64Array(form.numCols);
  }

  get relativeGap(): number {
    return Math.abs(this.primalObjective - this.dualObjective) / (1 + Math.abs(this.primalObjective));
  }
}

export function computeResiduals(form: BoundedForm, point: Point, out: Residuals): void {
  const { numRows, numCols, numBoxed, numSigned, cost, rhs, upper } = form;
  const { x, z, w, v, y } = point;
  const { primal, dual } = out;
  primal.set(rhs);
  productsWithColumns(form, x, y, primal, dual);
  let primalObjective = 0;
  let dualObjective = 0;
  let dualNorm = 0;
  let products = 0;
  for (let j = 0; j < numBoxed; j++) {
    const r = cost[j] - dual[j] - z[j] + v[j];
    dual[j] = r;
    products += x[j] * z[j] + w[j] * v[j];
    primalObjective += cost[j] * x[j];
    dualObjective -= upper[j] * v[j];
    const rSize = Math.abs(r);
    if (rSize > dualNorm) dualNorm = rSize;
  }
  for (let j = numBoxed; j < numCols; j++) {
    const zj = j < numSigned ? z[j] : 0;
    const r = cost[j] - dual[j] - zj;
    products += x[j] * zj;
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
  out.mu = products / Math.max(1, numBoxed + numSigned);
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
