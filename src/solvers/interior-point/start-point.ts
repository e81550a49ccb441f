import type { BoundedForm } from "./bounded-form.ts";
import type { Point } from "./point.ts";
import type { ReducedKkt } from "./reduced-kkt.ts";

/**
 * A start in the spirit of S. Mehrotra, "On the implementation of a primal-dual interior point method", SIAM J. Optim.
 * 2 (1992), but with each variable put inside its limits by itself: one uniform shift for all lets the worst variable
 * of 100,000 decide for the rest (49 iterations instead of 33 on a year of dispatch).
 */
export function startPoint(form: BoundedForm, kkt: ReducedKkt, size: number, point: Point): void {
  const { numRows, numCols, numBoxed, numSigned, upper, cost, rhs } = form;
  const { x, z, w, v, y } = point;
  // --- x nearest to the middle of the boxes (near `size` where there is none) among those with A x = rhs ---
  const weight = new Float64Array(numCols);
  const centre = new Float64Array(numCols);
  for (let j = 0; j < numBoxed; j++) {
    centre[j] = Math.min(upper[j] / 2, size);
    weight[j] = centre[j] * centre[j];
  }
  for (let j = numBoxed; j < numSigned; j++) {
    centre[j] = size;
    weight[j] = size * size;
  }
  for (let j = numSigned; j < numCols; j++) weight[j] = size * size;
  const keptWeight = new Float64Array(kkt.keptCols.length);
  const keptInverse = new Float64Array(kkt.keptCols.length);
  for (let s = 0; s < kkt.keptCols.length; s++) {
    const j = kkt.keptCols[s];
    keptWeight[s] = weight[j];
    keptInverse[s] = 1 / weight[j];
    weight[j] = 0;
  }
  kkt.factor(weight, keptInverse, START_REGULARISATION);
  const { vector, placeOfRow, placeOfKept, keptCols } = kkt;
  const rows = rhs.slice();
  addProduct(form, centre, -1, rows);
  vector.fill(0);
  for (let i = 0; i < numRows; i++) vector[placeOfRow[i]] = rows[i];
  kkt.solve();
  for (let i = 0; i < numRows; i++) rows[i] = vector[placeOfRow[i]];
  for (let s = 0; s < keptCols.length; s++) weight[keptCols[s]] = keptWeight[s];
  for (let s = 0; s < keptCols.length; s++) weight[keptCols[s]] = 0;
  const P = (globalThis as any).P ?? {};
  const LEAST_SHARE = P.share ?? 0.1;
  const LEAST_DUAL = P.dual ?? 0.1;
  x.set(centre);
  for (let round = 0; round <= (P.rounds ?? 0); round++) {
    if (round > 0) {
      rows.set(rhs);
      addProduct(form, x, -1, rows);
      vector.fill(0);
      for (let i = 0; i < numRows; i++) vector[placeOfRow[i]] = rows[i];
      kkt.solve();
      for (let i = 0; i < numRows; i++) rows[i] = vector[placeOfRow[i]];
    }
    for (let s = 0; s < keptCols.length; s++) weight[keptCols[s]] = keptWeight[s];
    for (let j = 0; j < numCols; j++) x[j] += weight[j] * columnProduct(form, j, rows);
    for (let s = 0; s < keptCols.length; s++) weight[keptCols[s]] = 0;
    for (let j = 0; j < numBoxed; j++) {
      const margin = LEAST_SHARE * Math.min(upper[j], 2 * size);
      x[j] = Math.min(upper[j] - margin, Math.max(margin, x[j]));
      w[j] = upper[j] - x[j];
    }
    for (let j = numBoxed; j < numSigned; j++) x[j] = Math.max(LEAST_SHARE * size, x[j]);
  }
  if (P.absorb) {
    rows.set(rhs);
    addProduct(form, x, -1, rows);
    for (let j = 0; j < numSigned; j++) {
      const k = form.colStart[j];
      if (form.colStart[j + 1] - k !== 1) continue;
      const i = form.rowIndex[k];
      const before = x[j];
      x[j] += rows[i] / form.value[k];
      if (j < numBoxed) {
        const margin = LEAST_SHARE * Math.min(upper[j], 2 * size);
        x[j] = Math.min(upper[j] - margin, Math.max(margin, x[j]));
        w[j] = upper[j] - x[j];
      } else x[j] = Math.max(LEAST_SHARE * size, x[j]);
      rows[i] -= form.value[k] * (x[j] - before);
    }
  }

  // --- y with the least reduced costs, in the same weights ---
  vector.fill(0);
  rows.fill(0);
  for (let s = 0; s < keptCols.length; s++) {
    vector[placeOfKept[s]] = cost[keptCols[s]];
    weight[keptCols[s]] = 0;
  }
  const weighted = new Float64Array(numCols);
  for (let j = 0; j < numCols; j++) weighted[j] = weight[j] * cost[j];
  addProduct(form, weighted, 1, rows);
  for (let i = 0; i < numRows; i++) vector[placeOfRow[i]] = rows[i];
  kkt.solve();
  for (let i = 0; i < numRows; i++) y[i] = vector[placeOfRow[i]];
  const target = new Float64Array(numCols);
  for (let round = 0; round <= (P.drounds ?? 0); round++) {
    if (round > 0) {
      vector.fill(0); rows.fill(0);
      for (let j = 0; j < numCols; j++) weighted[j] = weight[j] * target[j];
      for (let s = 0; s < keptCols.length; s++) vector[placeOfKept[s]] = target[keptCols[s]];
      addProduct(form, weighted, 1, rows);
      for (let i = 0; i < numRows; i++) vector[placeOfRow[i]] = rows[i];
      kkt.solve();
      for (let i = 0; i < numRows; i++) y[i] += vector[placeOfRow[i]];
    }
    for (let j = 0; j < numCols; j++) {
      const d = cost[j] - columnProduct(form, j, y);
      target[j] = 0;
      if (j < numBoxed) {
        const least = Math.min(size, size / upper[j]) * LEAST_DUAL;
        z[j] = Math.max(d, 0) + least;
        v[j] = Math.max(-d, 0) + least;
      } else if (j < numSigned) {
        z[j] = Math.max(d, LEAST_DUAL * size);
        target[j] = d - z[j];
      } else target[j] = d;
    }
  }
}

const START_REGULARISATION = 1e-6;
/** Least distance from a limit, as a share of the box. */
const LEAST_SHARE = 0.1;
const LEAST_DUAL = 0.1;

function addProduct(form: BoundedForm, x: Float64Array, factor: number, rows: Float64Array): void {
  const { numCols, colStart, rowIndex, value } = form;
  for (let j = 0; j < numCols; j++) {
    const t = factor * x[j];
    for (let k = colStart[j]; k < colStart[j + 1]; k++) rows[rowIndex[k]] += value[k] * t;
  }
}

function columnProduct(form: BoundedForm, j: number, y: Float64Array): number {
  let sum = 0;
  for (let k = form.colStart[j]; k < form.colStart[j + 1]; k++) sum += form.value[k] * y[form.rowIndex[k]];
  return sum;
}
