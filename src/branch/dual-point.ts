/**
 * The dual objective of a program of sense `min` at any prices y of its rows, not only those of an optimum:
 *
 *     z(y) = sum_i y_i (rowLower_i if y_i > 0, else rowUpper_i) + sum_j min(d_j lower_j, d_j upper_j),   d = c - A'y
 *
 * No feasible point costs less (weak duality). To it `ChainBound` adds what the pairs along a store cost more.
 */
import type { LinearProgram } from "../lp/linear-program.ts";

export interface DualPoint {
  readonly y: Float64Array;
  readonly reducedCost: Float64Array;
  /** z(y); -Infinity where a price asks for a limit that there is not. */
  readonly objective: number;
}

/** A reduced cost this small against the column's cost and prices is 0 but for rounding. */
const ROUNDING = 1e-12;

/** `y` with 0 for prices of the sign of a limit that there is not, under the limits `colUpper`. */
export function dualPoint(lp: LinearProgram, colUpper: Float64Array, prices: Float64Array): DualPoint {
  const { numRows, numCols, colStart, rowIndex, value, cost, colLower, rowLower, rowUpper } = lp;
  const y = prices.slice(0, numRows);
  const reducedCost = new Float64Array(numCols);
  let objective = lp.objectiveOffset;
  for (let i = 0; i < numRows; i++) {
    const limit = y[i] > 0 ? rowLower[i] : rowUpper[i];
    if (y[i] === 0 || !Number.isFinite(limit)) y[i] = 0;
    else objective += y[i] * limit;
  }
  for (let j = 0; j < numCols; j++) {
    let d = cost[j];
    let size = Math.abs(d);
    for (let k = colStart[j]; k < colStart[j + 1]; k++) {
      const part = y[rowIndex[k]] * value[k];
      d -= part;
      size += Math.abs(part);
    }
    const limit = d > 0 ? colLower[j] : colUpper[j];
    if (Math.abs(d) <= ROUNDING * size && !Number.isFinite(limit)) d = 0;
    reducedCost[j] = d;
    if (d !== 0) objective += d * limit;
  }
  return { y, reducedCost, objective: Number.isNaN(objective) ? -Infinity : objective };
}
