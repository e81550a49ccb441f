import type { LdlPattern } from "./ldl-pattern.ts";

/** A symmetric matrix given by columns of its upper triangle, in the order of the factorisation. */
export interface UpperColumns {
  /** Adds the entries (i, k), i <= k, into `work[i]`; all of `work` is 0 before. */
  addColumn(k: number, work: Float64Array): void;
}

/** Multiply-adds between two looks at the stopping rule: 5 to 15 ms. */
const SLICE_WORK = 5e6;

/**
 * Numeric P K P' = L D L' by rows (up-looking: T. Davis, "Algorithm 849", ACM TOMS 31, 2005) for quasi-definite K,
 * whose pivots have known signs in every order (R. Vanderbei, "Symmetric quasidefinite matrices", SIAM J. Optim. 5,
 * 1995). A pivot of the wrong sign, or smaller than `leastPivot`, can only be rounding; it is replaced by `leastPivot`.
 * Allocates at construction only.
 *
 * Supernodes: columns whose patterns differ only by their own rows are taken four or two at a time, so that a row is
 * loaded and stored once for all of them. Most multiply-adds are in the few wide columns, which form such supernodes
 * (46 ms instead of 65 ms on the year of a whole site).
 */
export class LdlFactor {
  readonly pattern: LdlPattern;
  readonly pivot: Float64Array;
  private readonly sign: Int8Array;
  private readonly value: Float64Array;
  private readonly work: Float64Array;
  private readonly next: Int32Array;
  private readonly inversePivot: Float64Array;
  /** How many columns (at most 3) after each belong to its supernode: the same entries but those above their own. */
  private readonly run: Uint8Array;
  private numReplaced = 0;

  /** `sign[k]` is that of pivot k: 1 or -1. */
  constructor(pattern: LdlPattern, sign: Int8Array) {
    this.pattern = pattern;
    this.sign = sign;
    this.pivot = new Float64Array(pattern.numNodes);
    this.inversePivot = new Float64Array(pattern.numNodes);
    this.value = new Float64Array(pattern.rowIndex.length);
    this.work = new Float64Array(pattern.numNodes);
    this.next = new Int32Array(pattern.numNodes);
    this.run = new Uint8Array(pattern.numNodes);
    const { numNodes, colStart, parent } = pattern;
    for (let k = numNodes - 2; k >= 0; k--) {
      const isBelow = parent[k] === k + 1 && colStart[k + 1] - colStart[k] === colStart[k + 2] - colStart[k + 1] + 1;
      if (isBelow) this.run[k] = Math.min(3, this.run[k + 1] + 1);
    }
  }

  /**
   * Factors, and returns how many pivots had to be replaced. Yields after every `SLICE_WORK` multiply-adds; most
   * factorisations have fewer.
   */
  *factor(matrix: UpperColumns, leastPivot: number): Generator<void, number> {
    const { numNodes, colStart } = this.pattern;
    this.next.set(colStart.subarray(0, numNodes));
    this.numReplaced = 0;
    for (let k = 0; (k = this.factorRows(matrix, leastPivot, k)) < numNodes;) yield;
    return this.numReplaced;
  }

  /** Continues with row `from` for a slice of work; returns the first remaining row. */
  private factorRows(matrix: UpperColumns, leastPivot: number, from: number): number {
    const { sign, value, pivot, inversePivot, work, next, run } = this;
    const { numNodes, colStart, rowIndex, rowStart, colIndex } = this.pattern;
    let workLeft = SLICE_WORK;
    for (let k = from; k < numNodes; k++) {
      if (workLeft < 0) return k;
      matrix.addColumn(k, work);
      let d = work[k];
      work[k] = 0;
      const rowEnd = rowStart[k + 1];
      // Ascending columns are a topological order: column i is changed by smaller ones only.
      for (let q = rowStart[k]; q < rowEnd;) {
        // If L(k, i) is not 0, neither is L(k, j) for the columns of i's supernode before k.
        const i = colIndex[q];
        const numTaken = run[i] === 3 && i + 3 < k ? 4 : run[i] > 0 && i + 1 < k ? 2 : 1;
        let p = colStart[i];
        const end = next[i];
        workLeft -= numTaken * (end - p);
        const y = work[i];
        if (numTaken === 1) {
          for (; p < end; p++) work[rowIndex[p]] -= value[p] * y;
        } else {
          const y1 = work[i + 1] - value[p++] * y;
          work[i + 1] = y1;
          let p1 = colStart[i + 1];
          if (numTaken === 2) {
            for (; p < end; p++, p1++) work[rowIndex[p]] -= value[p] * y + value[p1] * y1;
          } else {
            let p2 = colStart[i + 2];
            let p3 = colStart[i + 3];
            const y2 = work[i + 2] - value[p++] * y - value[p1++] * y1;
            const y3 = work[i + 3] - value[p++] * y - value[p1++] * y1 - value[p2++] * y2;
            work[i + 2] = y2;
            work[i + 3] = y3;
            for (; p < end; p++, p1++, p2++, p3++) {
              work[rowIndex[p]] -= value[p] * y + value[p1] * y1 + value[p2] * y2 + value[p3] * y3;
            }
          }
        }
        q += numTaken;
        for (let j = i; j < i + numTaken; j++) {
          const yj = work[j];
          work[j] = 0;
          const lkj = yj * inversePivot[j];
          d -= lkj * yj;
          value[next[j]++] = lkj;
        }
      }
      if (!(d * sign[k] > leastPivot)) {
        d = leastPivot * sign[k];
        this.numReplaced++;
      }
      pivot[k] = d;
      inversePivot[k] = 1 / d;
    }
    return numNodes;
  }

  /** Overwrites b by K^-1 b, in the order of the factorisation. */
  solve(b: Float64Array): void {
    const { value, inversePivot, run } = this;
    const { numNodes, colStart, rowIndex } = this.pattern;
    for (let k = 0; k < numNodes; k++) {
      const bk = b[k];
      let p = colStart[k];
      const end = colStart[k + 1];
      if (run[k] > 0) {
        const b1 = (b[++k] -= value[p++] * bk);
        for (let p1 = colStart[k]; p < end; p++, p1++) b[rowIndex[p]] -= value[p] * bk + value[p1] * b1;
      } else if (bk !== 0) {
        for (; p < end; p++) b[rowIndex[p]] -= value[p] * bk;
      }
    }
    for (let k = numNodes - 1; k >= 0; k--) {
      let sum = b[k] * inversePivot[k];
      let p = colStart[k];
      const end = colStart[k + 1];
      if (k > 0 && run[k - 1] > 0) {
        const above = colStart[k - 1];
        let sumAbove = b[k - 1] * inversePivot[k - 1];
        for (let p1 = above + 1; p < end; p++, p1++) {
          const bp = b[rowIndex[p]];
          sum -= value[p] * bp;
          sumAbove -= value[p1] * bp;
        }
        b[k] = sum;
        b[--k] = sumAbove - value[above] * sum;
      } else {
        for (; p < end; p++) sum -= value[p] * b[rowIndex[p]];
        b[k] = sum;
      }
    }
  }
}
