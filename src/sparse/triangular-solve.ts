import { CANCELLED, DROP_TOLERANCE, type ScatteredVector } from "./scattered-vector.ts";
import type { Strips } from "./strips.ts";

/**
 * T x = b for a permuted triangular T, in place. T has its diagonal in `pivot` and the other entries in strips: once
 * x_v is final, strip v updates later entries by x_i -= value * x_v. All four solves of an LU factor (L, U and their
 * transposes) have this form.
 */

/**
 * Visits the strips in the order `order[first], order[first + step], .. , before last`; negative entries are skipped.
 * The order must contain all nonzeros of x. They are listed as they are visited: a scan of x afterwards would take the
 * same time again.
 */
export function solveOrdered(
  strips: Strips,
  pivot: Float64Array,
  order: Int32Array,
  first: number,
  last: number,
  step: number,
  x: ScatteredVector,
): void {
  const { start, end, index, value } = strips;
  const xValue = x.value;
  const xIndex = x.index;
  let count = 0;
  for (let o = first; o !== last; o += step) {
    const v = order[o];
    if (v < 0) continue;
    let t = xValue[v];
    if (t === 0) continue;
    if (t < DROP_TOLERANCE && t > -DROP_TOLERANCE) {
      xValue[v] = 0;
      continue;
    }
    t /= pivot[v];
    xValue[v] = t;
    xIndex[count++] = v;
    const to = end[v];
    for (let k = start[v]; k < to; k++) xValue[index[k]] -= value[k] * t;
  }
  x.count = count;
}

/**
 * The same for unit pivots; `order` contains only strips with entries. New nonzeros are added to the list.
 */
export function solveUnitOrdered(
  strips: Strips,
  order: readonly number[],
  first: number,
  last: number,
  step: number,
  x: ScatteredVector,
): void {
  const { start, end, index, value } = strips;
  const xValue = x.value;
  const xIndex = x.index;
  let count = x.count;
  for (let o = first; o !== last; o += step) {
    const v = order[o];
    const t = xValue[v];
    if (t < DROP_TOLERANCE && t > -DROP_TOLERANCE) continue;
    const to = end[v];
    for (let k = start[v]; k < to; k++) {
      const i = index[k];
      const old = xValue[i];
      if (old === 0) xIndex[count++] = i;
      const now = old - value[k] * t;
      xValue[i] = now === 0 ? CANCELLED : now;
    }
  }
  x.count = count;
}

/** Buffers for the depth-first search; all marks are zero between calls. */
export class ReachWorkspace {
  readonly mark: Uint8Array;
  readonly stack: Int32Array;
  readonly place: Int32Array;
  readonly finished: Int32Array;

  constructor(size: number) {
    this.mark = new Uint8Array(size);
    this.stack = new Int32Array(size);
    this.place = new Int32Array(size);
    this.finished = new Int32Array(size);
  }
}

/**
 * The same solve for a sparse right-hand side (hyper-sparsity). A depth-first search from its nonzeros lists the
 * entries that can become nonzero, in reverse topological order (Gilbert and Peierls, 1988), so the cost depends on the
 * result and not on the size.
 */
export function solveReachable(strips: Strips, pivot: Float64Array, x: ScatteredVector, work: ReachWorkspace): void {
  const { start, end, index } = strips;
  const { mark, stack, place, finished } = work;
  const xIndex = x.index;
  let numFinished = 0;
  for (let s = 0; s < x.count; s++) {
    const root = xIndex[s];
    if (mark[root] === 1) continue;
    mark[root] = 1;
    stack[0] = root;
    place[0] = start[root];
    let depth = 0;
    while (depth >= 0) {
      const v = stack[depth];
      const to = end[v];
      let k = place[depth];
      while (k < to && mark[index[k]] === 1) k++;
      if (k < to) {
        const next = index[k];
        place[depth] = k + 1;
        depth++;
        mark[next] = 1;
        stack[depth] = next;
        place[depth] = start[next];
      } else {
        finished[numFinished++] = v;
        depth--;
      }
    }
  }
  for (let f = 0; f < numFinished; f++) mark[finished[f]] = 0;
  solveOrdered(strips, pivot, finished, numFinished - 1, -1, -1, x);
}
