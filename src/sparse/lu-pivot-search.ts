/**
 * The active part of the LU kernel and the Markowitz search for its next pivot: the least (rowCount - 1) * (colCount -
 * 1) among a few short columns, each of which has an acceptable entry. Searching short rows as well saves 2 % of the
 * fill on Netlib and no time.
 */
import { newCountLists, type CountLists } from "./count-lists.ts";
import { Strips } from "./strips.ts";

/** Number of columns that are compared. */
const SEARCH_LIMIT = 8;

/** Allocated for each factorisation with a kernel, because the size of the kernel changes every time. */
export class KernelWorkspace {
  /** Active columns: rows and values. */
  readonly cols: Strips;
  /** Entries of kernel columns in rows that already have a pivot. */
  readonly upper: Strips;
  /** Active rows: kernel columns; the values are not used. */
  readonly rows: Strips;
  readonly colMax: Float64Array;
  readonly colLists: CountLists;
  readonly multiplier: Float64Array;
  readonly seen: Uint8Array;
  readonly pivotTolerance: number;
  pivotRow = -1;
  pivotCol = -1;

  constructor(numCols: number, size: number, pivotTolerance: number) {
    this.pivotTolerance = pivotTolerance;
    this.cols = new Strips(numCols, 8 * numCols);
    this.upper = new Strips(numCols, 4 * numCols);
    this.rows = new Strips(size, 0);
    this.colMax = new Float64Array(numCols);
    this.colLists = newCountLists(numCols, size);
    this.multiplier = new Float64Array(size);
    this.seen = new Uint8Array(size);
  }
}

/** Sets `pivotRow`, `pivotCol`; false when no active entry is acceptable. */
export function findPivot(work: KernelWorkspace, threshold: number): boolean {
  const { cols, rows, colMax, colLists } = work;
  let best = Infinity;
  let bestSize = 0;
  let numSearched = 0;
  for (let count = 1; count < colLists.first.length; count++) {
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
  return best < Infinity;
}
