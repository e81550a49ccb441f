import type { BoundedForm } from "../form/bounded-form.ts";

/**
 * The natural elimination order: rows by the last column of the program that they touch, which in a program over time
 * is the order of time; retained columns after their last row. Columns with one entry connect nothing and do not count:
 * a penalty at the end of the program would delay its row to the end of the elimination.
 */
export function naturalOrder(form: BoundedForm, retainedCols: Int32Array, programOrder: Int32Array): Int32Array {
  const { numRows, colStart, rowIndex } = form;
  const numNodes = numRows + retainedCols.length;
  const key = new Float64Array(numNodes);
  const isRetained = new Uint8Array(form.numCols);
  for (const j of retainedCols) isRetained[j] = 1;
  for (let j = 0; j < form.numCols; j++) {
    if (isRetained[j] === 1 || colStart[j + 1] - colStart[j] === 1) continue;
    for (let p = colStart[j]; p < colStart[j + 1]; p++) key[rowIndex[p]] = Math.max(key[rowIndex[p]], programOrder[j]);
  }
  for (let s = 0; s < retainedCols.length; s++) {
    const j = retainedCols[s];
    let last = 0;
    for (let p = colStart[j]; p < colStart[j + 1]; p++) last = Math.max(last, key[rowIndex[p]]);
    key[numRows + s] = last + 0.5;
  }
  const order = new Int32Array(numNodes);
  for (let k = 0; k < numNodes; k++) order[k] = k;
  return order.sort((a, b) => key[a] - key[b] || a - b);
}
