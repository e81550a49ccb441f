import { BasisCode } from "../basis.ts";
import type { DualPoint } from "./dual-point.ts";
import { type Reduction, StepKind } from "./reduction.ts";
import type { RowActivity } from "./row-activity.ts";

/**
 * A row without limits, without columns, or whose limits the limits of its columns imply: y_i = 0, its activity basic.
 * A single limit that is implied is dropped without a step: no optimal price asks for it afterwards.
 */
export function dropLooseRow(r: Reduction, i: number, activity: RowActivity): boolean {
  if (activity.least >= r.rowLower[i] - activity.leastRounding) r.rowLower[i] = -Infinity;
  if (activity.greatest <= r.rowUpper[i] + activity.greatestRounding) r.rowUpper[i] = Infinity;
  if (r.rowCount[i] > 0 && (r.rowLower[i] > -Infinity || r.rowUpper[i] < Infinity)) return false;
  r.push(StepKind.looseRow, i, -1, 0);
  r.removeRow(i);
  return true;
}

export function undoLooseRow(r: Reduction, step: number, { basis }: DualPoint): void {
  if (basis !== undefined) basis.row[r.row[step]] = BasisCode.basic;
}
