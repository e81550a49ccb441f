import type { LinearProgram } from "wattsplit/lp";

/**
 * cost' x + offset by compensated (Neumaier) summation; with plain summation the verdict could report a rounding error
 * as a wrong objective.
 */
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
