/**
 * The dual objective of a program of sense `min` at any row prices y, optimal or not:
 *
 *     z(y) = sum_i y_i (rowLower_i if y_i > 0, else rowUpper_i) + sum_j min(d_j lower_j, d_j upper_j),   d = c - A'y
 *
 * Every feasible point costs at least this (weak duality). `ChainBound` adds the extra cost of the pairs along a store.
 */
import type { LinearProgram } from "../lp/linear-program.ts";

export interface DualPoint {
  readonly y: Float64Array;
  readonly reducedCost: Float64Array;
  /** z(y); -Infinity if a price refers to an infinite bound. */
  readonly objective: number;
}

/** A reduced cost counts as zero up to this share of the column's cost and prices. */
const ROUNDING = 1e-12;

/** `y` with 0 in place of prices that refer to an infinite bound, under the upper bounds `colUpper`. */
export function dualPoint(lp: LinearProgram, colUpper: Float64Array, prices: Float64Array): DualPoint {
  const { numRows, numCols, colStart, rowIndex, value, cost, colLower, rowLower, rowUpper } = lp;
  const y = prices.slice(0, numRows);
  const reducedCost = new Float64Array(numCols);
  let objective = lp.objectiveOffset;
  for (let i = 0; i < numRows; i++) {
    const bound = y[i] > 0 ? rowLower[i] : rowUpper[i];
    if (y[i] === 0 || !Number.isFinite(bound)) y[i] = 0;
    else objective += y[i] * bound;
  }
  for (let j = 0; j < numCols; j++) {
    let d = cost[j];
    let size = Math.abs(d);
    for (let k = colStart[j]; k < colStart[j + 1]; k++) {
      const part = y[rowIndex[k]] * value[k];
      d -= part;
      size += Math.abs(part);
    }
    const bound = d > 0 ? colLower[j] : colUpper[j];
    if (Math.abs(d) <= ROUNDING * size && !Number.isFinite(bound)) d = 0;
    reducedCost[j] = d;
    if (d !== 0) objective += d * bound;
  }
  return { y, reducedCost, objective: Number.isNaN(objective) ? -Infinity : objective };
}
