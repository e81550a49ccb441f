/** The common decisions as values and prices, and limits on them that no value satisfies. */
import type { OptimalSolution } from "../lp/solution.ts";
import type { Problem } from "./candidate.ts";
import type { ExtensiveForm, ScenarioProgram } from "./extensive-form.ts";
import { pulls } from "./first-stage-prices.ts";
import type { DecidedBlock } from "./here-and-now.ts";
import type { DecidedValues } from "./uncertain-plan.ts";

/** A price below this in USD is rounding. */
const SAME_USD = 1e-6;

/** Limits on a common decision that no value satisfies in all scenarios, in words. */
export function crossedLimits({ lp, sharedStart }: ExtensiveForm, blocks: readonly DecidedBlock[]): string | undefined {
  let k = sharedStart;
  for (const { asset, block, count } of blocks) {
    for (let i = 0; i < count; i++, k++)
      if (lp.colLower[k] > lp.colUpper[k])
        return (
          `${asset}: ${block.name} must be at least ${lp.colLower[k]} ${block.unit} in one scenario and at most ` +
          `${lp.colUpper[k]} in another.`
        );
  }
  return undefined;
}

export function decidedValues(
  { scenarios, blocks }: Problem,
  programs: readonly ScenarioProgram[],
  form: ExtensiveForm,
  solution: OptimalSolution,
  values: Float64Array,
  weights: readonly number[],
): DecidedValues[] {
  const byScenario = pulls(programs, weights, form, solution);
  let from = 0;
  return blocks[0].map(({ asset, decision, block, count }) => {
    const to = from + count;
    const own = byScenario.map((usd) => usd.slice(from, to));
    const result: DecidedValues = {
      asset,
      decision,
      name: block.name,
      unit: block.unit,
      fromInterval: block.from,
      values: values.slice(from, to),
      limitUsdPerUnit: solution.reducedCost.slice(form.sharedStart + from, form.sharedStart + to),
      usdPerUnitByScenario: Object.fromEntries(scenarios.map(({ name }, s) => [name, own[s]])),
      raisedBy: Array.from({ length: count }, (_, k) => {
        const least = Math.min(...own.map((usd) => usd[k]));
        return least < -SAME_USD ? scenarios[own.findIndex((usd) => usd[k] === least)].name : null;
      }),
    };
    from = to;
    return result;
  });
}
