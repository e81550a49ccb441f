import { BasisCode } from "../basis.ts";
import { type DualPoint, reducedCostOf } from "./dual-point.ts";
import { type Reduction, StepKind } from "./reduction.ts";
import type { RowActivity } from "./row-activity.ts";

/**
 * A forcing row: its least activity equals its upper bound (or its greatest the lower one), so every column is at the
 * bound that gives this activity. Postsolve: y_i <= 0 (>= 0) is the smallest price for which every reduced cost d_j -
 * a_ij y_i has the sign that its bound requires, y_i = side * max(0, side * d_j / a_ij over its columns). The column
 * that attains the maximum becomes basic.
 */
export function fixForcedColumns(r: Reduction, i: number, activity: RowActivity): boolean {
  let side = 0;
  if (activity.least >= r.rowUpper[i] - activity.leastRounding) side = -1;
  else if (activity.greatest <= r.rowLower[i] + activity.greatestRounding) side = 1;
  else return false;
  const { rowStart, colIndex, value } = r.rows;
  r.push(StepKind.forcingRow, i, -1, side);
  r.removeRow(i);
  for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
    const j = colIndex[k];
    if (!r.hasCol(j)) continue;
    const atUpper = side * value[k] > 0;
    r.fixCol(j, atUpper ? r.colUpper[j] : r.colLower[j], atUpper ? BasisCode.atUpper : BasisCode.atLower);
  }
  return true;
}

export function undoForcingRow(r: Reduction, step: number, p: DualPoint): void {
  const { rowStart, colIndex, value } = r.rows;
  const i = r.row[step];
  const side = r.datum[step];
  let price = 0;
  let decisive = -1;
  for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
    const j = colIndex[k];
    if (!r.hasCol(j, step)) continue;
    const wanted = (side * reducedCostOf(r, p, j)) / value[k];
    if (wanted > price) {
      price = wanted;
      decisive = j;
    }
  }
  p.y[i] = side * price;
  if (p.basis === undefined) return;
  if (decisive >= 0) p.basis.col[decisive] = BasisCode.basic;
  p.basis.row[i] = decisive < 0 ? BasisCode.basic : side > 0 ? BasisCode.atLower : BasisCode.atUpper;
}
