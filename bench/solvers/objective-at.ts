import type { LinearProgram } from "wattsplit/lp";

/** cost' x + offset by compensated (Neumaier) summation: the verdict takes a misreport of rounding size for one. */
export function objectiveAt({ cost, objectiveOffset }: LinearProgram, x: Float64Array): number {
  let sum = objectiveOffset;
  let lost = 0;
  for (let j = 0; j < x.length; j++) {
    const term = cost[j] * x[j];
    const after = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? sum - after + term : term - after + sum;
    sum = after;
  }
  return sum + lost;
}
