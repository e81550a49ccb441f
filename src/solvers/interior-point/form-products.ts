import type { BoundedForm } from "./bounded-form.ts";

/** rows -= A x */
export function subtractProduct(form: BoundedForm, x: Float64Array, rows: Float64Array): void {
  const { numCols, colStart, rowIndex, value } = form;
  let k = 0;
  for (let j = 0; j < numCols; j++) {
    const end = colStart[j + 1];
    const xj = x[j];
    for (; k < end; k++) rows[rowIndex[k]] -= value[k] * xj;
  }
}

/** a_j'y */
export function columnProduct(form: BoundedForm, j: number, y: Float64Array): number {
  let sum = 0;
  for (let k = form.colStart[j]; k < form.colStart[j + 1]; k++) sum += form.value[k] * y[form.rowIndex[k]];
  return sum;
}
