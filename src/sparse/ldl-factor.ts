import type { LdlPattern } from "./ldl-pattern.ts";

/** A symmetric matrix given by columns of its upper triangle, in the order of the factorisation. */
export interface UpperColumns {
  /** Adds the entries (i, k), i <= k, into `work[i]`; all of `work` is 0 before. */
  addColumn(k: number, work: Float64Array): void;
}

/**
 * Numeric P K P' = L D L' by rows (up-looking: T. Davis, "Algorithm 849", ACM TOMS 31, 2005) for quasidefinite K, whose
 * pivots have known signs in every order (R. Vanderbei, "Symmetric quasidefinite matrices", SIAM J. Optim. 5, 1995).
 * A pivot of the wrong sign or below `leastPivot` in size can only be rounding; it is replaced by `leastPivot`.
 * Allocates at construction only.
 */
export class LdlFactor {
  readonly pattern: LdlPattern;
  /** Pivots, and the number of those replaced in the last factorisation. */
  readonly pivot: Float64Array;
  numReplaced = 0;
  private readonly sign: Int8Array;
  private readonly value: Float64Array;
  private readonly work: Float64Array;
  private readonly next: Int32Array;
  private readonly inversePivot: Float64Array;

  /** `sign[k]` is that of pivot k: 1 or -1. */
  constructor(pattern: LdlPattern, sign: Int8Array) {
    this.pattern = pattern;
    this.sign = sign;
    this.pivot = new Float64Array(pattern.numNodes);
    this.inversePivot = new Float64Array(pattern.numNodes);
    this.value = new Float64Array(pattern.rowIndex.length);
    this.work = new Float64Array(pattern.numNodes);
    this.next = new Int32Array(pattern.numNodes);
  }

  factor(matrix: UpperColumns, leastPivot: number): void {
    const { sign, value, pivot, inversePivot, work, next } = this;
    const { numNodes, colStart, rowIndex, rowStart, colIndex } = this.pattern;
    next.set(colStart.subarray(0, numNodes));
    this.numReplaced = 0;
    for (let k = 0; k < numNodes; k++) {
      matrix.addColumn(k, work);
      let d = work[k];
      work[k] = 0;
      const rowEnd = rowStart[k + 1];
      // Ascending columns are a topological order: column i is changed by smaller ones only.
      for (let q = rowStart[k]; q < rowEnd; q++) {
        const i = colIndex[q];
        const yi = work[i];
        work[i] = 0;
        const end = next[i];
        for (let p = colStart[i]; p < end; p++) work[rowIndex[p]] -= value[p] * yi;
        const lki = yi * inversePivot[i];
        d -= lki * yi;
        value[end] = lki;
        next[i] = end + 1;
      }
      if (!(d * sign[k] > leastPivot)) {
        d = leastPivot * sign[k];
        this.numReplaced++;
      }
      pivot[k] = d;
      inversePivot[k] = 1 / d;
    }
  }

  /** Overwrites b by K^-1 b, in the order of the factorisation. */
  solve(b: Float64Array): void {
    const { value, inversePivot } = this;
    const { numNodes, colStart, rowIndex } = this.pattern;
    for (let k = 0; k < numNodes; k++) {
      const bk = b[k];
      if (bk === 0) continue;
      const end = colStart[k + 1];
      for (let p = colStart[k]; p < end; p++) b[rowIndex[p]] -= value[p] * bk;
    }
    for (let k = numNodes - 1; k >= 0; k--) {
      let sum = b[k] * inversePivot[k];
      const end = colStart[k + 1];
      for (let p = colStart[k]; p < end; p++) sum -= value[p] * b[rowIndex[p]];
      b[k] = sum;
    }
  }
}
