/**
 * One look-ahead with its budgets shared out. A share must not leave AI load unserved: where it does, or where it
 * leaves no plan at all, 2, 4, 8... times the share is released, until as much AI load is served as the whole budget
 * can serve.
 */
import { caseFigures } from "../plan/case-figures.ts";
import type { SolvedPlan } from "../plan/plan-result.ts";
import type { BudgetPace } from "../time/budget-pace.ts";

/** Unserved energy up to this is rounding of the solver, MWh. */
const NO_MWH = 1e-6;

export interface PlannedWindow {
  readonly planned: SolvedPlan;
}

export function* pacedPlan<Window extends PlannedWindow>(
  pace: BudgetPace,
  plan: (pace: BudgetPace | undefined) => Generator<unknown, Window>,
): Generator<unknown, Window> {
  const shared = yield* plan(pace);
  if (!pace.isBinding || unservedMwh(shared) <= NO_MWH) return shared;
  const whole = yield* plan(undefined);
  const leastMwh = unservedMwh(whole) + NO_MWH;
  if (unservedMwh(shared) <= leastMwh) return shared;
  for (let release = 2; ; release *= 2) {
    const released = pace.released(release);
    const window = yield* plan(released);
    if (!released.isBinding || unservedMwh(window) <= leastMwh) return window;
  }
}

/** AI load that a look-ahead leaves unserved; Infinity where it has no plan. */
function unservedMwh({ planned: { result } }: PlannedWindow): number {
  return result.status === "optimal" ? caseFigures(result).unservedMwh : Infinity;
}
