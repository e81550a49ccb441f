import { BasisCode } from "../basis.ts";
import type { DualPoint } from "./dual-point.ts";
import { type Reduction, StepKind } from "./reduction.ts";
import type { RowActivity } from "./row-activity.ts";

/**
 * Drops a redundant row: one without bounds, without columns, or whose bounds are implied by those of its columns.
 * Postsolve: y_i = 0 and the row is basic. If only one bound of a row is implied, that bound is dropped without a step,
 * because no optimal price needs it.
 */
export function dropRedundantRow(r: Reduction, i: number, activity: RowActivity): boolean {
  if (activity.least >= r.rowLower[i] - activity.leastRounding) r.rowLower[i] = -Infinity;
  if (activity.greatest <= r.rowUpper[i] + activity.greatestRounding) r.rowUpper[i] = Infinity;
  if (r.rowCount[i] > 0 && (r.rowLower[i] > -Infinity || r.rowUpper[i] < Infinity)) return false;
  r.push(StepKind.redundantRow, i, -1, 0);
  r.removeRow(i);
  return true;
}

export function undoRedundantRow(r: Reduction, step: number, { basis }: DualPoint): void {
  if (basis !== undefined) basis.row[r.row[step]] = BasisCode.basic;
}
