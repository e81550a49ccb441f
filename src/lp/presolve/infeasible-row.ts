import type { Reduction } from "./reduction.ts";
import type { RowActivity } from "./row-activity.ts";
import { CROSSING } from "./tolerances.ts";

/**
 * Detects an infeasible row: its least activity is above its upper bound, or its greatest below the lower one. The row
 * itself, with the sign of that bound, is the Farkas certificate. Also true within rounding error: leave the row alone.
 */
export function detectInfeasibleRow(r: Reduction, i: number, activity: RowActivity): boolean {
  return (
    isViolated(r, i, -1, activity.least - r.rowUpper[i], activity.leastRounding, r.rowUpper[i]) ||
    isViolated(r, i, 1, r.rowLower[i] - activity.greatest, activity.greatestRounding, r.rowLower[i])
  );
}

function isViolated(r: Reduction, i: number, side: 1 | -1, excess: number, rounding: number, bound: number): boolean {
  if (!(excess > rounding)) return false;
  if (excess > rounding + CROSSING * Math.max(1, Math.abs(bound))) {
    r.infeasibleRow = i;
    r.infeasibleSide = side;
  }
  return true;
}
