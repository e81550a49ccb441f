import { BasisCode } from "../basis.ts";
import type { Reduction } from "./reduction.ts";
import { ROUNDING } from "./tolerances.ts";

/**
 * A dominated column has a reduced cost of one sign (or 0) at every dual feasible point, so it stays at the bound for
 * that sign. A column without coefficients is the simplest case. Bounds on prices: y_i >= 0 for a row without an upper
 * bound, <= 0 for one without a lower bound, and a column singleton without an upper (lower) bound implies
 * a_ik y_i <= cost_k (>=).
 * NB: a column whose sign asks for an infinite bound makes a feasible program unbounded. The engine has to prove that,
 * so the column stays.
 * NB: bounds implied by singletons are used for other columns only, and computed anew in each pass, because they hold
 * only as long as the singletons are part of the program. The rule is undone as for a fixed column.
 */
export function fixDominatedColumns(r: Reduction): void {
  const { numRows, numCols } = r.lp;
  const yLeast = new Float64Array(numRows);
  const yGreatest = new Float64Array(numRows);
  for (let i = 0; i < numRows; i++) {
    if (!r.hasRow(i)) continue; // the price of a removed row is 0
    if (r.rowLower[i] > -Infinity) yGreatest[i] = Infinity;
    if (r.rowUpper[i] < Infinity) yLeast[i] = -Infinity;
  }
  for (let j = 0; j < numCols; j++) if (r.hasCol(j) && r.colCount[j] <= 1) fixIfDominated(r, j, yLeast, yGreatest);
  for (let j = 0; j < numCols; j++) if (r.hasCol(j) && r.colCount[j] === 1) tightenPriceBounds(r, j, yLeast, yGreatest);
  for (let j = 0; j < numCols; j++) if (r.hasCol(j) && r.colCount[j] > 1) fixIfDominated(r, j, yLeast, yGreatest);
}

function tightenPriceBounds(r: Reduction, j: number, yLeast: Float64Array, yGreatest: Float64Array): void {
  const { colStart, rowIndex, value } = r.lp;
  let k = colStart[j];
  while (!r.hasRow(rowIndex[k])) k++;
  const i = rowIndex[k];
  const price = r.cost[j] / value[k];
  const positive = value[k] > 0;
  if ((positive ? r.colUpper[j] : -r.colLower[j]) === Infinity) yGreatest[i] = Math.min(yGreatest[i], price);
  if ((positive ? -r.colLower[j] : r.colUpper[j]) === Infinity) yLeast[i] = Math.max(yLeast[i], price);
}

function fixIfDominated(r: Reduction, j: number, yLeast: Float64Array, yGreatest: Float64Array): void {
  const { colStart, rowIndex, value } = r.lp;
  const cost = r.cost[j];
  let least = cost;
  let greatest = cost;
  let leastMagnitude = Math.abs(cost);
  let greatestMagnitude = leastMagnitude;
  for (let k = colStart[j]; k < colStart[j + 1]; k++) {
    const a = value[k];
    const i = rowIndex[k];
    const most = a * (a > 0 ? yGreatest[i] : yLeast[i]);
    const fewest = a * (a > 0 ? yLeast[i] : yGreatest[i]);
    least -= most;
    greatest -= fewest;
    leastMagnitude += Math.abs(most);
    greatestMagnitude += Math.abs(fewest);
  }
  const lower = r.colLower[j];
  const upper = r.colUpper[j];
  // -Infinity >= -Infinity * ROUNDING would hold.
  const wantsLower = least > -Infinity && least >= -ROUNDING * leastMagnitude;
  const wantsUpper = greatest < Infinity && greatest <= ROUNDING * greatestMagnitude;
  if (wantsLower && lower > -Infinity) r.fixCol(j, lower, BasisCode.atLower);
  else if (wantsUpper && upper < Infinity) r.fixCol(j, upper, BasisCode.atUpper);
  else if (r.colCount[j] === 0 && cost === 0) r.fixCol(j, 0, BasisCode.free);
}
