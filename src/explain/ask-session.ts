/** The questions that a session answers. If there is nothing to explain, the answer is a status and not an error. */
import { type SessionState, stateOf } from "../plan/session-state.ts";
import { drain, drainAsync } from "../solvers/budget/drain.ts";
import { type ExplainedPlan, explainedPlanSteps, type Unexplained } from "./explained-plan.ts";
import { type Explanation, type WhyQuestion, whySteps } from "./why.ts";
import { type Worth, type WorthQuestion, worthSteps } from "./worth.ts";

/** A session from `openPlan` or `openPlanAsync`. */
export interface AskedSession {
  readonly result: SessionState["result"];
}

/**
 * Explains what an asset does in an interval: cost and income of one unit more, the limit that binds, and what would
 * change the decision. For a plan with either-or rules, the first question solves the program once more with the plan's
 * directions fixed.
 *
 * If the plan is not optimal, or if that solve was cut short, the answer is a `status` with its `detail`.
 *
 * @throws PlanInputError for an asset or an instant that is not in the plan.
 * @example
 * const answer = why(session, { asset: "s19j", at: "2026-07-14T17:00:00-05:00" });
 * if (answer.status === "optimal") answer.text; // s19j asleep: power 61 > strike 56 USD/MWh; ...
 */
export function why(session: AskedSession, question: WhyQuestion): Explanation | Unexplained {
  return drain(whyOf(stateOf("why", session), question));
}

/** As `why`, in time slices like `planPowerAsync`. The signal given to `openPlanAsync` aborts it. */
export async function whyAsync(session: AskedSession, question: WhyQuestion): Promise<Explanation | Unexplained> {
  const state = stateOf("why", session);
  return drainAsync(whyOf(state, question), state.options.signal);
}

/**
 * The worth of one unit more and one unit less of each limit (shadow price), and the range in which it holds. The
 * answer may be a `status` with its `detail`, as for `why`.
 *
 * @throws PlanInputError for a limit that is not in the plan.
 * @example
 * const answer = worth(session, { limit: "importLimitMw", perYear: true });
 * if (answer.status === "optimal") answer.limits[0].more.usdPerUnitYear;
 */
export function worth(session: AskedSession, question: WorthQuestion = {}): Worth | Unexplained {
  return drain(worthOf(stateOf("worth", session), question));
}

/** As `worth`, in time slices like `planPowerAsync`. The signal given to `openPlanAsync` aborts it. */
export async function worthAsync(session: AskedSession, question: WorthQuestion = {}): Promise<Worth | Unexplained> {
  const state = stateOf("worth", session);
  return drainAsync(worthOf(state, question), state.options.signal);
}

function* whyOf(state: SessionState, question: WhyQuestion): Generator<unknown, Explanation | Unexplained> {
  const plan = yield* explainedOf(state);
  return "status" in plan ? plan : yield* whySteps(plan, question);
}

function* worthOf(state: SessionState, question: WorthQuestion): Generator<unknown, Worth | Unexplained> {
  const plan = yield* explainedOf(state);
  return "status" in plan ? plan : yield* worthSteps(plan, question, state.options);
}

/** The first question solves the program with fixed directions; later questions reuse it. */
const explainedByState = new WeakMap<SessionState, ExplainedPlan>();

function* explainedOf(state: SessionState): Generator<unknown, ExplainedPlan | Unexplained> {
  const { built, result, solution, options } = state;
  if (result.status !== "optimal" || !solution) {
    const { status, detail } = result as Exclude<SessionState["result"], { readonly status: "optimal" }>;
    return { status, detail };
  }
  const known = explainedByState.get(state);
  if (known) return known;
  const plan = yield* explainedPlanSteps(built, solution, options);
  if (!("status" in plan)) explainedByState.set(state, plan);
  return plan;
}
