import type { LinearProgram } from "./linear-program.ts";
import { CompensatedSum } from "./residuals.ts";

/**
 * cost' x + objectiveOffset, summed in order: the objective that engines report. (`checkSolution` recomputes it with
 * compensated sums.)
 */
export function objectiveAt(lp: LinearProgram, x: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < x.length; j++) sum += lp.cost[j] * x[j];
  return sum + lp.objectiveOffset;
}

/** The same by compensated summation: for the answers of other packages, whose own figure is not taken over. */
export function compensatedObjectiveAt(lp: LinearProgram, x: Float64Array): number {
  const sum = new CompensatedSum();
  for (let j = 0; j < lp.numCols; j++) sum.add(lp.cost[j] * x[j]);
  sum.add(lp.objectiveOffset);
  return sum.total;
}
