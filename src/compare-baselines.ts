import { checkedRequestSteps } from "./checked-request.ts";
import type { PlanInput } from "./plan-input/index.ts";
import { comparisonSteps, type BaselineComparison } from "./plan/compare-cases.ts";
import { drain, drainAsync } from "./solvers/budget/drain.ts";
import { type AsyncPlanOptions, checkPlanOptions, type PlanOptions } from "./plan/plan-options.ts";

/**
 * What diesel the hybrid really saves: plans the site as given and the AI-only sites of `input.counterfactual`, all
 * with the same perfect foresight, and sets the usual threshold rule beside them.
 *
 * B0: AI only with `aiOnlyImportLimitMw`. B1: AI only with the hybrid's import limit, its carrying cost paid, idle.
 * B2: B0 with `aiFlexibleShare` and/or `aiOnlyBattery`. B3: B0 with AI loads that throttle by their `powerModes`, at
 * the same floor and price; B4: B1 with the same. In B0 to B2 all AI runs at full power. Throughput that is lost is
 * priced, and does not count as unserved energy. The headline is the displacement against the case of least total cost;
 * without `extraImportUsdPerMwMonth` it is "undetermined, at most" the largest figure against those that may be it.
 * Full blackouts without on-site supply, and equal import limits, give 0: shedding mining frees only what it was
 * taking.
 *
 * @throws PlanInputError as `planPower`, and where `counterfactual` is missing.
 */
export function compareBaselines(input: PlanInput, options: PlanOptions = {}): BaselineComparison {
  return drain(steps(input, checkPlanOptions(options)));
}

/** As `compareBaselines`, with pauses and a signal as `planPowerAsync`. */
export async function compareBaselinesAsync(
  input: PlanInput,
  options: AsyncPlanOptions = {},
): Promise<BaselineComparison> {
  const own = checkPlanOptions(options);
  return drainAsync(steps(input, own), own.signal);
}

function* steps(input: unknown, options: PlanOptions): Generator<unknown, BaselineComparison> {
  const request = yield* checkedRequestSteps(input);
  yield;
  return yield* comparisonSteps(request, options);
}
