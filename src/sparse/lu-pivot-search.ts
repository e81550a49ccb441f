/**
 * The active part of the LU kernel and the search for its next pivot, after Markowitz: least
 * (rowCount - 1) * (colCount - 1) among a few short columns and rows.
 *
 * NB: the search ends without a pivot only after every count list is exhausted. Giving up after a number of
 * unacceptable candidates calls good bases singular.
 */
import { newCountLists, type CountLists } from "./count-lists.ts";
import { Strips } from "./strips.ts";

/** How many columns and rows with an acceptable pivot are compared. */
const SEARCH_LIMIT = 8;

/** Allocated for each factorisation that has a kernel; its size changes every time. */
export class KernelWorkspace {
  /** Active columns: rows and values. */
  readonly cols: Strips;
  /** Entries of kernel columns in rows that have their pivot. */
  readonly upper: Strips;
  /** Active rows: kernel columns; the values of these strips are not used. */
  readonly rows: Strips;
  readonly colMax: Float64Array;
  readonly colLists: CountLists;
  readonly rowLists: CountLists;
  readonly multiplier: Float64Array;
  readonly seen: Uint8Array;
  pivotRow = -1;
  pivotCol = -1;

  constructor(numCols: number, size: number) {
    this.cols = new Strips(numCols, 8 * numCols);
    this.upper = new Strips(numCols, 4 * numCols);
    this.rows = new Strips(size, 0);
    this.colMax = new Float64Array(numCols);
    this.colLists = newCountLists(numCols, size);
    this.rowLists = newCountLists(size, numCols);
    this.multiplier = new Float64Array(size);
    this.seen = new Uint8Array(size);
  }
}

/** Sets `pivotRow`, `pivotCol`; false when no active entry is acceptable. */
export function findPivot(work: KernelWorkspace, threshold: number): boolean {
  const { cols, rows, colMax, colLists, rowLists } = work;
  const size = rows.start.length;
  const numCols = colMax.length;
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
