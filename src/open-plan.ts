import { parseSteps } from "./input/parse-plan.ts";
import type { PlanInput } from "./plan-input/index.ts";
import type { OptimalSolution } from "./lp/solution.ts";
import { buildSite, buildSteps } from "./plan/build-site.ts";
import { type AsyncPlanOptions, checkPlanOptions, type PlanOptions } from "./plan/plan-options.ts";
import type { PlanResult } from "./plan/plan-result.ts";
import { siteSteps } from "./plan/run-plan.ts";
import { type SessionState, withState } from "./plan/session-state.ts";
import { drain, drainAsync } from "./solvers/budget/drain.ts";

/**
 * A plan that can be asked: `why` and `worth` of `wattsplit/explain` take the session. It holds the program and its
 * basis, so it is not plain data; its `result` is.
 */
export interface PlanSession {
  /** As `planPower` gives it. */
  readonly result: PlanResult;
}

/** As `PlanSession`, opened by `openPlanAsync`; the signal given at the opening also ends what is asked of it. */
export interface AsyncPlanSession {
  /** As `planPower` gives it. */
  readonly result: PlanResult;
}

/**
 * Plans a site and keeps what is needed to explain the plan.
 *
 * @throws PlanInputError as `planPower`.
 * @example
 * import { openPlan } from "wattsplit";
 * import { why, worth } from "wattsplit/explain";
 *
 * const session = openPlan(input);
 * const answer = why(session, { asset: "s19j", at: "2026-07-14T17:00:00-05:00" });
 * if (answer.status === "optimal") answer.text; // s19j asleep: power 61 > strike 56 USD/MWh; ...
 */
export function openPlan(input: PlanInput, options: PlanOptions = {}): PlanSession {
  const state = drain(opened(input, checkPlanOptions(options)));
  return withState({ result: state.result }, () => state);
}

/** As `openPlan`, with pauses and a signal as `planPowerAsync`. */
export async function openPlanAsync(input: PlanInput, options: AsyncPlanOptions = {}): Promise<AsyncPlanSession> {
  const own = checkPlanOptions(options);
  const state = await drainAsync(opened(input, own), own.signal);
  return withState({ result: state.result }, () => state);
}

function* opened(input: unknown, options: AsyncPlanOptions): Generator<unknown, SessionState> {
  const plan = yield* parseSteps(input, buildSite);
  yield;
  const built = yield* buildSteps(plan);
  let solution: OptimalSolution | undefined;
  const result = yield* siteSteps(built, options, (found) => {
    solution = found;
  });
  return { built, result, options, ...(solution && { solution }) };
}
