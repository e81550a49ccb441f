/**
 * Markowitz elimination of what the singleton phases leave. Active columns hold rows and values, active rows only the
 * columns they meet. A pivot must be at least `threshold` times the greatest entry of its active column (so entries of
 * L stay below 1 / threshold) and, among few candidates, has the least (rowCount - 1) * (colCount - 1).
 *
 * NB: the search ends without a pivot only after every count list is exhausted. Giving up after a number of
 * unacceptable candidates calls good bases singular.
 */
import { linkCount, newCountLists, type CountLists, unlinkCount } from "./count-lists.ts";
import type { LuFactor } from "./lu-factor.ts";
import { PIVOT_TOLERANCE, type SingletonWorkspace } from "./lu-singletons.ts";
import { DROP_TOLERANCE } from "./scattered-vector.ts";
import { Strips } from "./strips.ts";

/** How many columns and rows with an acceptable pivot are compared. */
const SEARCH_LIMIT = 8;

export class KernelWorkspace {
  /** Active columns: rows and values. */
  cols = new Strips(0, 0);
  /** Entries of kernel columns in rows that have their pivot. */
  upper = new Strips(0, 0);
  /** Active rows: kernel columns; the values of these strips are not used. */
  readonly rows: Strips;
  colMax = new Float64Array(0);
  slot = new Int32Array(0);
  colLists: CountLists = newCountLists(0, 0);
  rowLists: CountLists = newCountLists(0, 0);
  numCols = 0;
  readonly multiplier: Float64Array;
  readonly seen: Uint8Array;
  pivotRow = -1;
  pivotCol = -1;

  constructor(size: number) {
    this.rows = new Strips(size, 0);
    this.multiplier = new Float64Array(size);
    this.seen = new Uint8Array(size);
  }

  resize(numCols: number, size: number): void {
    if (this.colMax.length < numCols) {
      this.cols = new Strips(numCols, 8 * numCols);
      this.upper = new Strips(numCols, 4 * numCols);
      this.colMax = new Float64Array(numCols);
      this.slot = new Int32Array(numCols);
    }
    this.colLists = newCountLists(numCols, size);
    this.rowLists = newCountLists(size, numCols);
    this.numCols = numCols;
    this.cols.reset();
    this.upper.reset();
    this.rows.reset();
  }
}

/** Factors the open slots. Returns how many of them turned out dependent. */
export function factorKernel(
  lu: LuFactor,
  singletons: SingletonWorkspace,
  work: KernelWorkspace,
  rowIndex: Int32Array,
  value: Float64Array,
  colStart: Int32Array,
  head: Int32Array,
  threshold: number,
): number {
  loadKernel(lu.size, singletons, work, rowIndex, value, colStart, head);
  const { cols, rows, upper, colLists, rowLists, slot } = work;
  const { slotState, slotVar } = singletons;
  let numPivots = 0;
  while (findPivot(work, threshold)) {
    const r = work.pivotRow;
    const c = work.pivotCol;
    unlinkCount(colLists, c);
    unlinkCount(rowLists, r);
    const pivot = eliminate(lu, work, r, c);
    const numUpper = upper.end[c] - upper.start[c];
    lu.uCols.open(r, numUpper);
    for (let k = upper.start[c]; k < upper.end[c]; k++) lu.uCols.append(r, upper.index[k], upper.value[k]);
    head[r] = slotVar[slot[c]];
    slotState[slot[c]] = 1;
    lu.acceptPivot(r, pivot);
    rows.end[r] = rows.start[r];
    cols.end[c] = cols.start[c];
    numPivots++;
  }
  return work.numCols - numPivots;
}

function loadKernel(
  size: number,
  singletons: SingletonWorkspace,
  work: KernelWorkspace,
  rowIndex: Int32Array,
  value: Float64Array,
  colStart: Int32Array,
  head: Int32Array,
): void {
  const { slotState, slotVar, numSlots, rowCount } = singletons;
  let numCols = 0;
  for (let s = 0; s < numSlots; s++) if (slotState[s] === 0) numCols++;
  work.resize(numCols, size);
  const { cols, rows, upper, slot } = work;
  rowCount.fill(0);
  let c = 0;
  for (let s = 0; s < numSlots; s++) {
    if (slotState[s] !== 0) continue;
    slot[c] = s;
    const j = slotVar[s];
    let numActive = 0;
    for (let k = colStart[j]; k < colStart[j + 1]; k++) {
      if (head[rowIndex[k]] >= 0) continue;
      numActive++;
      rowCount[rowIndex[k]]++;
    }
    upper.open(c, colStart[j + 1] - colStart[j] - numActive);
    cols.open(c, 2 * numActive + 4);
    for (let k = colStart[j]; k < colStart[j + 1]; k++) {
      if (head[rowIndex[k]] >= 0) upper.append(c, rowIndex[k], value[k]);
      else cols.append(c, rowIndex[k], value[k]);
    }
    c++;
  }
  for (let i = 0; i < size; i++) if (rowCount[i] > 0) rows.open(i, 2 * rowCount[i] + 4);
  for (let d = 0; d < numCols; d++) {
    for (let k = cols.start[d]; k < cols.end[d]; k++) rows.append(cols.index[k], d, 0);
  }
  for (let i = 0; i < size; i++) if (rowCount[i] > 0) linkCount(work.rowLists, i, rowCount[i]);
  for (let d = 0; d < numCols; d++) relinkCol(work, d);
}

/** Brings a column's greatest entry and list up to date; one without a usable entry leaves the active part. */
function relinkCol(work: KernelWorkspace, c: number): void {
  const { cols, rows, colLists, rowLists } = work;
  unlinkCount(colLists, c);
  let greatest = 0;
  for (let k = cols.start[c]; k < cols.end[c]; k++) {
    const a = Math.abs(cols.value[k]);
    if (a > greatest) greatest = a;
  }
  work.colMax[c] = greatest;
  if (greatest >= PIVOT_TOLERANCE) {
    linkCount(colLists, c, cols.end[c] - cols.start[c]);
    return;
  }
  for (let k = cols.start[c]; k < cols.end[c]; k++) {
    const i = cols.index[k];
    rows.remove(i, c);
    unlinkCount(rowLists, i);
    if (rows.end[i] > rows.start[i]) linkCount(rowLists, i, rows.end[i] - rows.start[i]);
  }
  cols.end[c] = cols.start[c];
}

/** Sets `pivotRow`, `pivotCol`; false when no active entry is acceptable. */
function findPivot(work: KernelWorkspace, threshold: number): boolean {
  const { cols, rows, colMax, colLists, rowLists, numCols } = work;
  const size = rows.start.length;
  const maxCount = Math.max(size, numCols);
  let best = Infinity;
  let bestSize = 0;
  let numSearched = 0;
  for (let count = 1; count <= maxCount; count++) {
    if (count <= size) {
      for (let c = colLists.first[count]; c >= 0; c = colLists.next[c]) {
        const least = threshold * colMax[c];
        for (let k = cols.start[c]; k < cols.end[c]; k++) {
          const a = Math.abs(cols.value[k]);
          if (a < least) continue;
          const i = cols.index[k];
          const merit = (rows.end[i] - rows.start[i] - 1) * (count - 1);
          if (merit < best || (merit === best && a > bestSize)) {
            best = merit;
            bestSize = a;
            work.pivotRow = i;
            work.pivotCol = c;
          }
        }
        if (best <= (count - 1) * (count - 1) || ++numSearched >= SEARCH_LIMIT) return true;
      }
    }
    if (count <= numCols) {
      for (let r = rowLists.first[count]; r >= 0; r = rowLists.next[r]) {
        for (let q = rows.start[r]; q < rows.end[r]; q++) {
          const c = rows.index[q];
          const merit = (count - 1) * (cols.end[c] - cols.start[c] - 1);
          if (merit >= best) continue;
          let k = cols.start[c];
          while (cols.index[k] !== r) k++;
          const a = Math.abs(cols.value[k]);
          if (a < threshold * colMax[c]) continue;
          best = merit;
          bestSize = a;
          work.pivotRow = r;
          work.pivotCol = c;
        }
        if (best <= count * (count - 1)) return true;
        if (best < Infinity && ++numSearched >= SEARCH_LIMIT) return true;
      }
    }
  }
  return best < Infinity;
}

/** One step of Gaussian elimination; returns the pivot's value. */
function eliminate(lu: LuFactor, work: KernelWorkspace, r: number, c: number): number {
  const { cols, rows, upper, rowLists, multiplier, seen } = work;
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
  const lTo = numBelow > 0 ? lCols.end[r] : lFrom;

  for (let q = rows.start[r]; q < rows.end[r]; q++) {
    const d = rows.index[q];
    if (d === c) continue;
    let at = cols.start[d];
    while (cols.index[at] !== r) at++;
    const u = cols.value[at];
    const last = --cols.end[d];
    cols.index[at] = cols.index[last];
    cols.value[at] = cols.value[last];
    upper.append(d, r, u);
    if (numBelow > 0) {
      for (let k = cols.start[d]; k < cols.end[d]; ) {
        const i = cols.index[k];
        const t = multiplier[i];
        if (t !== 0) {
          seen[i] = 1;
          const a = cols.value[k] - t * u;
          if (a < DROP_TOLERANCE && a > -DROP_TOLERANCE) {
            const end = --cols.end[d];
            cols.index[k] = cols.index[end];
            cols.value[k] = cols.value[end];
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
  for (let k = lFrom; k < lTo; k++) {
    const i = lCols.index[k];
    multiplier[i] = 0;
    unlinkCount(rowLists, i);
    if (rows.end[i] > rows.start[i]) linkCount(rowLists, i, rows.end[i] - rows.start[i]);
  }
  for (let q = rows.start[r]; q < rows.end[r]; q++) if (rows.index[q] !== c) relinkCol(work, rows.index[q]);
  return pivot;
}
