/** The planner's functions for tests whose inputs are put together loosely, or are wrong on purpose. */
import * as compare from "../../src/compare-baselines.ts";
import * as session from "../../src/open-plan.ts";
import * as plan from "../../src/plan-power.ts";

type Untyped<F> = F extends (input: infer _Input, ...rest: infer Rest) => infer Result
  ? (input: unknown, ...rest: Rest) => Result
  : never;

const untyped = <F>(typed: F) => typed as unknown as Untyped<F>;

export const planPower = untyped(plan.planPower);
export const planPowerAsync = untyped(plan.planPowerAsync);
export const openPlan = untyped(session.openPlan);
export const openPlanAsync = untyped(session.openPlanAsync);
export const compareBaselines = untyped(compare.compareBaselines);
export const compareBaselinesAsync = untyped(compare.compareBaselinesAsync);
