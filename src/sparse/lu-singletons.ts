import type { LuFactor } from "./lu-factor.ts";

/** A pivot below this magnitude is taken for zero (scaled units). */
export const PIVOT_TOLERANCE = 1e-10;

/** Buffers shared by the singleton phases and the kernel. "Slot" = place of a structural candidate in the call. */
export class SingletonWorkspace {
  /** 0 = open, 1 = has its pivot, 2 = found dependent. */
  slotState = new Uint8Array(0);
  slotVar = new Int32Array(0);
  colCount = new Int32Array(0);
  numSlots = 0;
  readonly rowStart: Int32Array;
  readonly rowCount: Int32Array;
  /** Slots by row, over all structural candidates. */
  rowSlot = new Int32Array(0);
  queue = new Int32Array(0);

  constructor(size: number) {
    this.rowStart = new Int32Array(size + 1);
    this.rowCount = new Int32Array(size);
  }

  resize(numSlots: number, size: number): void {
    if (this.slotState.length < numSlots) {
      this.slotState = new Uint8Array(numSlots);
      this.slotVar = new Int32Array(numSlots);
      this.colCount = new Int32Array(numSlots);
    }
    if (this.queue.length < numSlots + size) this.queue = new Int32Array(numSlots + size);
    this.slotState.fill(0);
    this.colCount.fill(0);
    this.rowCount.fill(0);
  }
}

/**
 * The triangular part of a basis: logicals, then columns with one entry in open rows (no L column), then rows with one
 * entry in open columns (no U row). O(nonzeros). Returns how many structural slots are left for the kernel.
 */
export function factorSingletons(
  lu: LuFactor,
  work: SingletonWorkspace,
  numCols: number,
  colStart: Int32Array,
  rowIndex: Int32Array,
  value: Float64Array,
  candidates: Int32Array,
  numCandidates: number,
  head: Int32Array,
): number {
  const size = lu.size;
  work.resize(numCandidates, size);
  const { slotState, slotVar, colCount, rowStart, rowCount, queue } = work;
  head.fill(-1);
  let numSlots = 0;
  for (let c = 0; c < numCandidates; c++) {
    const j = candidates[c];
    if (j >= numCols) {
      head[j - numCols] = j;
      lu.acceptPivot(j - numCols, 1);
    } else slotVar[numSlots++] = j;
  }
  work.numSlots = numSlots;
  lu.numLogicals = lu.orderLength;

  // --- Slots by row, counts of entries in open rows ---
  for (let s = 0; s < numSlots; s++) {
    const j = slotVar[s];
    for (let k = colStart[j]; k < colStart[j + 1]; k++) {
      const i = rowIndex[k];
      rowCount[i]++;
      if (head[i] < 0) colCount[s]++;
    }
  }
  let total = 0;
  for (let i = 0; i < size; i++) {
    rowStart[i] = total;
    total += rowCount[i];
    rowCount[i] = rowStart[i];
  }
  rowStart[size] = total;
  if (work.rowSlot.length < total) work.rowSlot = new Int32Array(2 * total);
  const rowSlot = work.rowSlot;
  for (let s = 0; s < numSlots; s++) {
    const j = slotVar[s];
    for (let k = colStart[j]; k < colStart[j + 1]; k++) rowSlot[rowCount[rowIndex[k]]++] = s;
  }

  let numDone = 0;
  // --- Column singletons ---
  let tail = 0;
  for (let s = 0; s < numSlots; s++) if (colCount[s] === 1) queue[tail++] = s;
  for (let q = 0; q < tail; q++) {
    const s = queue[q];
    if (colCount[s] !== 1) continue;
    const j = slotVar[s];
    let pivotPlace = -1;
    for (let k = colStart[j]; k < colStart[j + 1]; k++) if (head[rowIndex[k]] < 0) pivotPlace = k;
    const pivot = value[pivotPlace];
    if (Math.abs(pivot) < PIVOT_TOLERANCE) continue;
    const r = rowIndex[pivotPlace];
    takePivot(lu, work, s, j, r, pivot, colStart, rowIndex, value, head);
    numDone++;
    for (let k = rowStart[r]; k < rowStart[r + 1]; k++) {
      const other = rowSlot[k];
      if (slotState[other] === 0 && --colCount[other] === 1) queue[tail++] = other;
    }
  }
  if (numDone === numSlots) return 0;

  // --- Row singletons ---
  rowCount.fill(0);
  for (let s = 0; s < numSlots; s++) {
    if (slotState[s] !== 0) continue;
    const j = slotVar[s];
    for (let k = colStart[j]; k < colStart[j + 1]; k++) if (head[rowIndex[k]] < 0) rowCount[rowIndex[k]]++;
  }
  tail = 0;
  for (let i = 0; i < size; i++) if (rowCount[i] === 1) queue[tail++] = i;
  for (let q = 0; q < tail; q++) {
    const r = queue[q];
    if (rowCount[r] !== 1 || head[r] >= 0) continue;
    let s = -1;
    for (let k = rowStart[r]; k < rowStart[r + 1]; k++) if (slotState[rowSlot[k]] === 0) s = rowSlot[k];
    const j = slotVar[s];
    let pivot = 0;
    for (let k = colStart[j]; k < colStart[j + 1]; k++) if (rowIndex[k] === r) pivot = value[k];
    if (Math.abs(pivot) < PIVOT_TOLERANCE) continue;
    takePivot(lu, work, s, j, r, pivot, colStart, rowIndex, value, head);
    numDone++;
    for (let k = colStart[j]; k < colStart[j + 1]; k++) {
      const i = rowIndex[k];
      if (head[i] < 0 && --rowCount[i] === 1) queue[tail++] = i;
    }
  }
  return numSlots - numDone;
}

/** Slot s pivots on row r: entries in rows that have a pivot go to U, the others, divided by the pivot, to L. */
function takePivot(
  lu: LuFactor,
  work: SingletonWorkspace,
  s: number,
  j: number,
  r: number,
  pivot: number,
  colStart: Int32Array,
  rowIndex: Int32Array,
  value: Float64Array,
  head: Int32Array,
): void {
  const { lCols, uCols } = lu;
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
    else lCols.append(r, i, value[k] / pivot);
  }
  head[r] = j;
  work.slotState[s] = 1;
  lu.acceptPivot(r, pivot);
}
