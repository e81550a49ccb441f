import type { ColumnMatrix } from "./column-matrix.ts";
import type { LuFactor } from "./lu-factor.ts";

/**
 * Factors the triangular part of a basis: logicals, then column singletons (one entry in rows without a pivot; no
 * column of L), then row singletons (one entry in columns without a pivot; no row of U). O(nonzeros). Returns the
 * structural variables that remain for the kernel. A slot is the position of a structural candidate.
 */
export function factorSingletons(
  lu: LuFactor,
  matrix: ColumnMatrix,
  candidates: Int32Array,
  head: Int32Array,
): Int32Array {
  const { numCols, colStart, rowIndex, value } = matrix;
  const { size } = lu;
  head.fill(-1);
  for (const j of candidates) {
    if (j < numCols) continue;
    head[j - numCols] = j;
    lu.acceptPivot(j - numCols, 1);
  }
  const slotVar = candidates.filter((j) => j < numCols);
  const numSlots = slotVar.length;
  const isDone = new Uint8Array(numSlots);

  // --- Slots by row, number of entries in rows without a pivot ---
  const colCount = new Int32Array(numSlots);
  const rowStart = new Int32Array(size + 1);
  for (let s = 0; s < numSlots; s++) {
    const j = slotVar[s];
    for (let k = colStart[j]; k < colStart[j + 1]; k++) {
      const i = rowIndex[k];
      rowStart[i + 1]++;
      if (head[i] < 0) colCount[s]++;
    }
  }
  for (let i = 0; i < size; i++) rowStart[i + 1] += rowStart[i];
  const next = rowStart.slice();
  const rowSlot = new Int32Array(rowStart[size]);
  for (let s = 0; s < numSlots; s++) {
    const j = slotVar[s];
    for (let k = colStart[j]; k < colStart[j + 1]; k++) rowSlot[next[rowIndex[k]]++] = s;
  }

  // --- Column singletons; the count of a column with a pivot can only fall ---
  const colQueue: number[] = [];
  for (let s = 0; s < numSlots; s++) if (colCount[s] === 1) colQueue.push(s);
  for (const s of colQueue) {
    if (colCount[s] !== 1) continue;
    const j = slotVar[s];
    let at = colStart[j];
    while (head[rowIndex[at]] >= 0) at++;
    if (Math.abs(value[at]) < lu.pivotTolerance) continue;
    const r = rowIndex[at];
    takePivot(lu, matrix, j, at, head);
    isDone[s] = 1;
    for (let k = rowStart[r]; k < rowStart[r + 1]; k++) if (--colCount[rowSlot[k]] === 1) colQueue.push(rowSlot[k]);
  }

  // --- Row singletons ---
  const rowCount = new Int32Array(size);
  for (let s = 0; s < numSlots; s++) {
    if (isDone[s] === 1) continue;
    const j = slotVar[s];
    for (let k = colStart[j]; k < colStart[j + 1]; k++) if (head[rowIndex[k]] < 0) rowCount[rowIndex[k]]++;
  }
  const rowQueue: number[] = [];
  for (let i = 0; i < size; i++) if (rowCount[i] === 1) rowQueue.push(i);
  for (const r of rowQueue) {
    if (rowCount[r] !== 1 || head[r] >= 0) continue;
    let place = rowStart[r];
    while (isDone[rowSlot[place]] === 1) place++;
    const s = rowSlot[place];
    const j = slotVar[s];
    let at = colStart[j];
    while (rowIndex[at] !== r) at++;
    if (Math.abs(value[at]) < lu.pivotTolerance) continue;
    takePivot(lu, matrix, j, at, head);
    isDone[s] = 1;
    for (let k = colStart[j]; k < colStart[j + 1]; k++) {
      const i = rowIndex[k];
      if (head[i] < 0 && --rowCount[i] === 1) rowQueue.push(i);
    }
  }
  return slotVar.filter((_, s) => isDone[s] === 0);
}

/**
 * Variable j pivots on its entry `at`. Entries in rows that have a pivot go to U; the others go to L, divided by the
 * pivot.
 */
function takePivot(
  lu: LuFactor,
  { colStart, rowIndex, value }: ColumnMatrix,
  j: number,
  at: number,
  head: Int32Array,
): void {
  const { lCols, uCols } = lu;
  const r = rowIndex[at];
  const from = colStart[j];
  const to = colStart[j + 1];
  let numUpper = 0;
  for (let k = from; k < to; k++) if (head[rowIndex[k]] >= 0) numUpper++;
  uCols.open(r, numUpper);
  if (to - from - numUpper > 1) lCols.open(r, to - from - numUpper - 1);
  for (let k = from; k < to; k++) {
    const i = rowIndex[k];
    if (i === r) continue;
    if (head[i] >= 0) uCols.append(r, i, value[k]);
    else lCols.append(r, i, value[k] / value[at]);
  }
  head[r] = j;
  lu.acceptPivot(r, value[at]);
}
