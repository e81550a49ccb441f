import { grown } from "./grown.ts";
import { CANCELLED, type ScatteredVector } from "./scattered-vector.ts";

/**
 * Forrest-Tomlin: when the basic column of row p changes, U's column p becomes the spike and row p moves to the end of
 * the pivot order. Row p is then eliminated by one row eta
 *     x_p := x_p - sum_q mu_q x_q,   where mu' U_qq = (row p of U)_q over the later rows q.
 * The btran of e_p holds it already: U' w = e_p gives mu_q = -w_q / w_p = -w_q * pivot_p.
 */
export class RowEtas {
  count = 0;
  used = 0;
  pivotRow = new Int32Array(64);
  start = new Int32Array(65);
  index = new Int32Array(256);
  value = new Float64Array(256);
  /** Number of entries, behind `used`, of the eta that the last btran of a unit vector has prepared. */
  pending = 0;
  pendingRow = -1;
  /** Entries by row as linked lists, latest eta first: a sparse ftran then touches only the entries it meets. */
  readonly latestOfRow: Int32Array;
  earlier = new Int32Array(256);
  etaOf = new Int32Array(256);
  /** Partial dot products, zero between calls. */
  sum = new Float64Array(64);

  constructor(size: number) {
    this.latestOfRow = new Int32Array(size).fill(-1);
  }

  reset(): void {
    this.count = 0;
    this.used = 0;
    this.pending = 0;
    this.pendingRow = -1;
    this.latestOfRow.fill(-1);
  }

  storePending(w: ScatteredVector, p: number, pivot: number): void {
    if (this.used + w.count > this.index.length) this.grow(this.used + w.count);
    const { index, value } = this;
    let at = this.used;
    for (let k = 0; k < w.count; k++) {
      const q = w.index[k];
      if (q === p) continue;
      index[at] = q;
      value[at++] = -w.value[q] * pivot;
    }
    this.pending = at - this.used;
    this.pendingRow = p;
  }

  acceptPending(): void {
    if (this.count === this.pivotRow.length) {
      const room = 2 * this.count;
      this.pivotRow = grown(this.pivotRow, room);
      this.start = grown(this.start, room + 1);
      this.sum = new Float64Array(room);
    }
    const { index, latestOfRow, earlier, etaOf } = this;
    const to = this.used + this.pending;
    for (let k = this.used; k < to; k++) {
      const q = index[k];
      earlier[k] = latestOfRow[q];
      latestOfRow[q] = k;
      etaOf[k] = this.count;
    }
    this.pivotRow[this.count] = this.pendingRow;
    this.used = to;
    this.pending = 0;
    this.start[++this.count] = this.used;
  }

  private grow(need: number): void {
    const capacity = Math.max(need, 2 * this.index.length);
    this.index = grown(this.index, capacity);
    this.earlier = grown(this.earlier, capacity);
    this.etaOf = grown(this.etaOf, capacity);
    this.value = grown(this.value, capacity);
  }
}

/**
 * x := R_k .. R_1 x. The dot products of all etas are summed at once over the nonzeros of x; when an eta changes x_p,
 * the sums of later etas with an entry p are updated. (One dot product after the other does
 * not gain anything for dense x, and makes a solve a tenth slower.)
 */
export function applyEtas(etas: RowEtas, x: ScatteredVector): void {
  const { pivotRow, value, count, latestOfRow, earlier, etaOf, sum } = etas;
  const xValue = x.value;
  for (let s = 0; s < x.count; s++) {
    const q = x.index[s];
    const xq = xValue[q];
    for (let k = latestOfRow[q]; k >= 0; k = earlier[k]) sum[etaOf[k]] += value[k] * xq;
  }
  for (let e = 0; e < count; e++) {
    const change = sum[e];
    if (change === 0) continue;
    sum[e] = 0;
    const p = pivotRow[e];
    const old = xValue[p];
    if (old === 0) x.index[x.count++] = p;
    const now = old - change;
    xValue[p] = now === 0 ? CANCELLED : now;
    for (let k = latestOfRow[p]; k >= 0 && etaOf[k] > e; k = earlier[k]) sum[etaOf[k]] -= value[k] * change;
  }
}

/** x := R_1' .. R_k' x. */
export function applyEtasTransposed(etas: RowEtas, x: ScatteredVector): void {
  const { pivotRow, start, index, value, count } = etas;
  const xValue = x.value;
  const xIndex = x.index;
  let listed = x.count;
  for (let e = count - 1; e >= 0; e--) {
    const t = xValue[pivotRow[e]];
    if (t === 0) continue;
    const to = start[e + 1];
    for (let k = start[e]; k < to; k++) {
      const q = index[k];
      const old = xValue[q];
      if (old === 0) xIndex[listed++] = q;
      const now = old - value[k] * t;
      xValue[q] = now === 0 ? CANCELLED : now;
    }
  }
  x.count = listed;
}
