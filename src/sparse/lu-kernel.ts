/**
 * Markowitz elimination of the kernel, which remains after the singleton phases. Active columns store rows and values,
 * active rows only their columns. A pivot must be at least `threshold` times the greatest entry of its active column,
 * so that entries of L stay below 1 / threshold. Among a few candidates it has the least Markowitz count, (rowCount -
 * 1) * (colCount - 1).
 */
import type { ColumnMatrix } from "./column-matrix.ts";
import { linkCount, unlinkCount } from "./count-lists.ts";
import type { LuFactor } from "./lu-factor.ts";
import { findPivot, KernelWorkspace } from "./lu-pivot-search.ts";
import { DROP_TOLERANCE } from "./scattered-vector.ts";

/** Factors the columns of the variables `vars`. Returns how many of them are dependent. */
export function factorKernel(
  lu: LuFactor,
  matrix: ColumnMatrix,
  vars: Int32Array,
  head: Int32Array,
  threshold: number,
): number {
  const work = loadKernel(matrix, vars, head, lu.pivotTolerance);
  const { cols, rows, upper, colLists } = work;
  let numLeft = vars.length;
  while (findPivot(work, threshold)) {
    const { pivotRow: r, pivotCol: c } = work;
    unlinkCount(colLists, c);
    const pivot = eliminate(lu, work, r, c);
    lu.uCols.open(r, upper.end[c] - upper.start[c]);
    for (let k = upper.start[c]; k < upper.end[c]; k++) lu.uCols.append(r, upper.index[k], upper.value[k]);
    head[r] = vars[c];
    lu.acceptPivot(r, pivot);
    rows.end[r] = rows.start[r];
    cols.end[c] = cols.start[c];
    numLeft--;
  }
  return numLeft;
}

function loadKernel(
  { colStart, rowIndex, value }: ColumnMatrix,
  vars: Int32Array,
  head: Int32Array,
  pivotTolerance: number,
): KernelWorkspace {
  const work = new KernelWorkspace(vars.length, head.length, pivotTolerance);
  const { cols, rows, upper } = work;
  const rowCount = new Int32Array(head.length);
  vars.forEach((j, c) => {
    let numActive = 0;
    for (let k = colStart[j]; k < colStart[j + 1]; k++) {
      if (head[rowIndex[k]] >= 0) continue;
      numActive++;
      rowCount[rowIndex[k]]++;
    }
    upper.open(c, colStart[j + 1] - colStart[j] - numActive);
    cols.open(c, 2 * numActive + 4);
    for (let k = colStart[j]; k < colStart[j + 1]; k++)
      (head[rowIndex[k]] >= 0 ? upper : cols).append(c, rowIndex[k], value[k]);
  });
  rowCount.forEach((count, i) => {
    if (count > 0) rows.open(i, 2 * count + 4);
  });
  for (let c = 0; c < vars.length; c++)
    for (let k = cols.start[c]; k < cols.end[c]; k++) rows.append(cols.index[k], c, 0);
  for (let c = 0; c < vars.length; c++) relinkCol(work, c);
  return work;
}

/** Updates a column's greatest entry and its count list; a column without a usable entry leaves the active part. */
function relinkCol(work: KernelWorkspace, c: number): void {
  const { cols, rows, colLists } = work;
  unlinkCount(colLists, c);
  let greatest = 0;
  for (let k = cols.start[c]; k < cols.end[c]; k++) {
    const a = Math.abs(cols.value[k]);
    if (a > greatest) greatest = a;
  }
  work.colMax[c] = greatest;
  if (greatest >= work.pivotTolerance) {
    linkCount(colLists, c, cols.end[c] - cols.start[c]);
    return;
  }
  for (let k = cols.start[c]; k < cols.end[c]; k++) rows.remove(cols.index[k], c);
  cols.end[c] = cols.start[c];
}

/** One step of Gaussian elimination; returns the pivot's value. */
function eliminate(lu: LuFactor, work: KernelWorkspace, r: number, c: number): number {
  const { cols, rows, upper, multiplier, seen } = work;
  const lCols = lu.lCols;
  let pivot = 0;
  for (let k = cols.start[c]; k < cols.end[c]; k++) if (cols.index[k] === r) pivot = cols.value[k];
  const numBelow = cols.end[c] - cols.start[c] - 1;
  if (numBelow > 0) lCols.open(r, numBelow);
  for (let k = cols.start[c]; k < cols.end[c]; k++) {
    const i = cols.index[k];
    if (i === r) continue;
    const t = cols.value[k] / pivot;
    multiplier[i] = t;
    lCols.append(r, i, t);
    rows.remove(i, c);
  }
  const lFrom = lCols.start[r];
  const lTo = lCols.end[r];

  for (let q = rows.start[r]; q < rows.end[r]; q++) {
    const d = rows.index[q];
    if (d === c) continue;
    let at = cols.start[d];
    while (cols.index[at] !== r) at++;
    const u = cols.value[at];
    cols.drop(d, at);
    upper.append(d, r, u);
    if (numBelow > 0) {
      for (let k = cols.start[d]; k < cols.end[d];) {
        const i = cols.index[k];
        const t = multiplier[i];
        if (t !== 0) {
          seen[i] = 1;
          const a = cols.value[k] - t * u;
          if (a < DROP_TOLERANCE && a > -DROP_TOLERANCE) {
            cols.drop(d, k);
            rows.remove(i, d);
            continue;
          }
          cols.value[k] = a;
        }
        k++;
      }
      for (let k = lFrom; k < lTo; k++) {
        const i = lCols.index[k];
        if (seen[i] === 1) seen[i] = 0;
        else {
          cols.append(d, i, -multiplier[i] * u);
          rows.append(i, d, 0);
        }
      }
    }
  }
  for (let k = lFrom; k < lTo; k++) multiplier[lCols.index[k]] = 0;
  for (let q = rows.start[r]; q < rows.end[r]; q++) if (rows.index[q] !== c) relinkCol(work, rows.index[q]);
  return pivot;
}
