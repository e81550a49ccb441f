import type { LinearProgram } from "./linear-program.ts";

/** cost' x + objectiveOffset, summed in order: what engines report. (The check sums anew, compensated.) */
export function objectiveAt(lp: LinearProgram, x: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < x.length; j++) sum += lp.cost[j] * x[j];
  return sum + lp.objectiveOffset;
}
