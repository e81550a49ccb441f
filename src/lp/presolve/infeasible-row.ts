import type { Reduction } from "./reduction.ts";
import type { RowActivity } from "./row-activity.ts";
import { CROSSING } from "./tolerances.ts";

/**
 * A row whose least activity is above its upper limit, or greatest below its lower one: the row itself, with the sign
 * of that limit, is the Farkas proof. True where it cannot be met or it is too near to say: hands off, then.
 */
export function meetImpossibleRow(r: Reduction, i: number, activity: RowActivity): boolean {
  return (
    isMissed(r, i, -1, activity.least - r.rowUpper[i], activity.leastRounding, r.rowUpper[i]) ||
    isMissed(r, i, 1, r.rowLower[i] - activity.greatest, activity.greatestRounding, r.rowLower[i])
  );
}

function isMissed(r: Reduction, i: number, side: 1 | -1, excess: number, rounding: number, limit: number): boolean {
  if (!(excess > rounding)) return false;
  if (excess > rounding + CROSSING * Math.max(1, Math.abs(limit))) {
    r.infeasibleRow = i;
    r.infeasibleSide = side;
  }
  return true;
}
