import { BasisCode } from "../basis.ts";
import type { DualPoint } from "./dual-point.ts";
import { addRow, PLACE_BY_SIGN, type Reduction, StepKind } from "./reduction.ts";
import type { RowActivity } from "./row-activity.ts";
import { LEAST_PIVOT_SHARE } from "./tolerances.ts";

/**
 * A column singleton: a column in one row only, with a coefficient a that is not tiny, whose row is certain to be at a
 * bound b. That is so if the row is an equality, or if x_j does not lose by moving until the row stops it, which
 * happens before its own bound does. Then x_j = (b - rest) / a, where rest is the activity of the other columns. Its
 * cost moves to the row's price, t = cost_j / a, and its bounds to the row: with p = a x_j in [pLeast, pGreatest],
 *
 *     b - pGreatest <= rest <= b - pLeast.
 *
 * If the row is not an equality, the side that the bounds of its columns imply is left out, because the price then
 * cannot have that sign. Postsolve: y_i = y'_i + t, d_j = -a y'_i, and x_j is basic if the rest was. A free column
 * leaves a free row, which is removed.
 */
export function solveForSingletonColumn(r: Reduction, i: number, activity: RowActivity): boolean {
  const { rowStart, colIndex, value } = r.rows;
  const leastPivot = LEAST_PIVOT_SHARE * activity.greatestCoefficient;
  for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
    const j = colIndex[k];
    if (r.colCount[j] !== 1 || !r.hasCol(j) || Math.abs(value[k]) < leastPivot) continue;
    if (solveFor(r, i, j, value[k], activity)) return true;
  }
  return false;
}

function solveFor(r: Reduction, i: number, j: number, a: number, activity: RowActivity): boolean {
  const lower = r.rowLower[i];
  const upper = r.rowUpper[i];
  const least = a > 0 ? a * r.colLower[j] : a * r.colUpper[j];
  const greatest = a > 0 ? a * r.colUpper[j] : a * r.colLower[j];
  if (!(least < greatest)) return false; // fixed: postsolve could not tell its bounds apart
  const price = r.cost[j] / a;
  let rowActivity = lower;
  let restLower = -Infinity;
  let restUpper = Infinity;
  let place: number = BasisCode.atLower;
  if (lower === upper) {
    place = PLACE_BY_SIGN;
    restLower = rowActivity - greatest;
    restUpper = rowActivity - least;
  } else if (
    price >= 0 &&
    lower > -Infinity &&
    lower - restOf(activity.finiteGreatest, activity.numInfiniteGreatest, greatest, Infinity) >= least
  ) {
    restLower = rowActivity - greatest;
  } else if (
    price <= 0 &&
    upper < Infinity &&
    upper - restOf(activity.finiteLeast, activity.numInfiniteLeast, least, -Infinity) <= greatest
  ) {
    rowActivity = upper;
    restUpper = rowActivity - least;
    place = BasisCode.atUpper;
  } else {
    return false;
  }
  r.rowLower[i] = restLower;
  r.rowUpper[i] = restUpper;
  r.push(StepKind.singletonColumn, i, j, rowActivity, place);
  r.takePrice(i, price, rowActivity);
  r.removeCol(j);
  return true;
}

/**
 * Greatest (least) activity of the row without the column that contributes `share`; `none` if another column is
 * unbounded.
 */
function restOf(finite: number, numInfinite: number, share: number, none: number): number {
  const isInfinite = share === none;
  if (numInfinite > (isInfinite ? 1 : 0)) return none;
  return finite - (isInfinite ? 0 : share);
}

/** The value that gives the whole row `rowActivity`; `x` is 0 in columns that are not restored yet. */
export function valueOfSingletonColumn(r: Reduction, step: number, x: Float64Array, rowActivity: number): number {
  const { rowStart, colIndex, value } = r.rows;
  const i = r.row[step];
  const j = r.col[step];
  let rest = rowActivity;
  let a = 0;
  for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
    if (colIndex[k] === j) a = value[k];
    else rest -= value[k] * x[colIndex[k]];
  }
  return rest / a;
}

export function undoSingletonColumn(r: Reduction, step: number, p: DualPoint): void {
  const { colStart, rowIndex, value } = r.lp;
  const { y, cost, basis } = p;
  const i = r.row[step];
  const j = r.col[step];
  if (!p.isRay) {
    y[i] += r.price[step];
    addRow(r, i, r.price[step], cost);
  }
  if (basis === undefined) return;
  let k = colStart[j];
  while (rowIndex[k] !== i) k++;
  const rest = basis.row[i];
  if (rest === BasisCode.basic) basis.col[j] = rest;
  else basis.col[j] = (rest === BasisCode.atUpper) === value[k] > 0 ? BasisCode.atLower : BasisCode.atUpper;
  const place = r.place[step];
  basis.row[i] = place !== PLACE_BY_SIGN ? place : y[i] < 0 ? BasisCode.atUpper : BasisCode.atLower;
}
