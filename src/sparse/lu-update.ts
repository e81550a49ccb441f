import type { LuFactor } from "./lu-factor.ts";
import { DROP_TOLERANCE } from "./scattered-vector.ts";

/**
 * Forrest-Tomlin update: U's column p becomes the spike, row p moves to the end of the pivot order and loses its other
 * entries to a row eta. The basic variable of row p is replaced by the one of the last `column` ftran, whose entry p is
 * `alpha`; the last `row` btran was of e_p. Returns the relative difference of the new pivot computed in two ways.
 */
export function updateFactor(lu: LuFactor, p: number, alpha: number): number {
  const { uCols, uRows, uPivot, order, orderPlace, etas, spike } = lu;
  if (etas.pendingRow !== p)
    throw new Error(`updateFactor: the last row btran was of row ${etas.pendingRow}, not of row ${p}`);
  lu.addedNonzeros += spike.count - (uCols.end[p] - uCols.start[p]) - (uRows.end[p] - uRows.start[p]);
  const expected = uPivot[p] * alpha;

  for (let k = uCols.start[p]; k < uCols.end[p]; k++) uRows.remove(uCols.index[k], p);
  uCols.end[p] = uCols.start[p];
  for (let k = uRows.start[p]; k < uRows.end[p]; k++) uCols.remove(uRows.index[k], p);
  uRows.end[p] = uRows.start[p];

  const first = etas.used;
  let pivot = spike.value[p];
  for (let k = first; k < first + etas.pending; k++) pivot -= etas.value[k] * spike.value[etas.index[k]];
  etas.acceptPending();

  if (uCols.capacityEnd[p] - uCols.start[p] < spike.count) uCols.open(p, spike.count);
  for (let k = 0; k < spike.count; k++) {
    const i = spike.index[k];
    const a = spike.value[i];
    if (i === p || (a < DROP_TOLERANCE && a > -DROP_TOLERANCE)) continue;
    uCols.append(p, i, a);
    uRows.append(i, p, a);
  }
  uPivot[p] = pivot;
  order[orderPlace[p]] = -1;
  orderPlace[p] = lu.orderLength;
  order[lu.orderLength++] = p;
  lu.numUpdates++;
  lu.extraSoFar += lu.addedNonzeros + etas.used;
  return Math.abs(pivot - expected) / Math.max(Math.abs(pivot), Math.abs(expected));
}
