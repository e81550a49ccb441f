import { BasisCode } from "../basis.ts";
import { type DualPoint, reducedCostOf } from "./dual-point.ts";
import { type Reduction, StepKind } from "./reduction.ts";

const LOWER = 1;
const UPPER = 2;

/**
 * Turns a singleton row (one column) into bounds of that column. Postsolve: if the reduced cost asks for a bound that
 * came from the row, it becomes the row's price, y_i = d_j / a, d_j = 0, and the column is basic instead of the row. If
 * bounds cross by rounding, the column's own bound is used for both.
 */
export function singletonRowToBound(r: Reduction, i: number): boolean {
  if (r.rowCount[i] !== 1) return false;
  const k = soleEntry(r, i, r.numSteps);
  const j = r.rows.colIndex[k];
  const a = r.rows.value[k];
  const fromLower = (r.rowLower[i] - r.fixedActivity[i]) / a;
  const fromUpper = (r.rowUpper[i] - r.fixedActivity[i]) / a;
  const lower = Math.min(a > 0 ? fromLower : fromUpper, r.colUpper[j]);
  const upper = Math.max(a > 0 ? fromUpper : fromLower, r.colLower[j]);
  const given = (lower > r.colLower[j] ? LOWER : 0) + (upper < r.colUpper[j] ? UPPER : 0);
  if ((given & LOWER) !== 0) r.colLower[j] = lower;
  if ((given & UPPER) !== 0) r.colUpper[j] = upper;
  r.push(StepKind.singletonRow, i, j, given);
  r.removeRow(i);
  return true;
}

export function undoSingletonRow(r: Reduction, step: number, p: DualPoint): void {
  const i = r.row[step];
  const j = r.col[step];
  const a = r.rows.value[soleEntry(r, i, step)];
  const d = reducedCostOf(r, p, j);
  if ((r.datum[step] & (d > 0 ? LOWER : UPPER)) !== 0) p.y[i] = d / a;
  const { basis } = p;
  if (basis === undefined) return;
  const place = basis.col[j];
  const limit = place === BasisCode.atLower ? LOWER : place === BasisCode.atUpper ? UPPER : 0;
  const isRows = (r.datum[step] & limit) !== 0;
  if (isRows) basis.col[j] = BasisCode.basic;
  basis.row[i] = !isRows ? BasisCode.basic : (limit === LOWER) === a > 0 ? BasisCode.atLower : BasisCode.atUpper;
}

/** Position, by rows, of the only coefficient of row i in a column that existed before the step. */
function soleEntry(r: Reduction, i: number, step: number): number {
  const { rowStart, colIndex } = r.rows;
  let k = rowStart[i];
  while (!r.hasCol(colIndex[k], step)) k++;
  return k;
}
