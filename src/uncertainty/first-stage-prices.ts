/**
 * What one unit more of a common decision costs in each scenario. With the prices y of the extensive form, the rows of
 * scenario s and its weight q_s in the objective, for the common column k that is column j of the scenario:
 *
 *     pull_sk = q_s c_sj - sum over rows i of s of a_ij y_i,     sum_s pull_sk = reduced cost of k
 *     q_s     = (1 - w) p_s + y of the row of u_s,               sum_s q_s = 1
 */
import type { OptimalSolution } from "../lp/solution.ts";
import type { ExtensiveForm, RiskMeasure, ScenarioProgram } from "./extensive-form.ts";

/** Weight of each scenario in the objective. */
export function riskWeights(
  scenarios: readonly ScenarioProgram[],
  { weight }: RiskMeasure,
  { tailRow }: ExtensiveForm,
  { y }: OptimalSolution,
): number[] {
  return scenarios.map(
    ({ probability }, s) => (1 - weight) * probability + (tailRow === undefined ? 0 : Math.max(0, y[tailRow + s])),
  );
}

/** USD per unit of each common column, for each scenario. */
export function pulls(
  scenarios: readonly ScenarioProgram[],
  weights: readonly number[],
  { rowStart }: ExtensiveForm,
  { y }: OptimalSolution,
): Float64Array[] {
  return scenarios.map(({ lp, shared }, s) =>
    Float64Array.from(shared, (j) => {
      let usd = weights[s] * lp.cost[j];
      for (let k = lp.colStart[j]; k < lp.colStart[j + 1]; k++) usd -= lp.value[k] * y[rowStart[s] + lp.rowIndex[k]];
      return usd;
    }),
  );
}
