/** The questions a session can be asked. An outcome that leaves nothing to explain is a status, not an error. */
import { type SessionState, stateOf } from "../plan/session-state.ts";
import { drain, drainAsync } from "../solvers/budget/drain.ts";
import { type ExplainedPlan, explainedPlanSteps, type Unexplained } from "./explained-plan.ts";
import { type Explanation, type WhyQuestion, whySteps } from "./why.ts";
import { type Worth, type WorthQuestion, worthSteps } from "./worth.ts";

/** What `openPlan` and `openPlanAsync` return. */
export interface AskedSession {
  readonly result: SessionState["result"];
}

/**
 * Why an asset does what it does in an interval: what a unit more costs and brings, which limit holds it, what would
 * move it. The first question about a plan with either-or rules solves its program once more, with the directions of
 * the plan held.
 *
 * Where the plan is not optimal, or that solve was cut short, the answer is a `status` with its `detail`.
 *
 * @throws PlanInputError for an asset or an instant that the plan does not have.
 * @example
 * const answer = why(session, { asset: "s19j", at: "2026-07-14T17:00:00-05:00" });
 * if (answer.status === "optimal") answer.text; // s19j asleep: power 61 > strike 56 USD/MWh; ...
 */
export function why(session: AskedSession, question: WhyQuestion): Explanation | Unexplained {
  return drain(whyOf(stateOf("why", session), question));
}

/** As `why`, in slices as `planPowerAsync`; the signal given at the opening ends it. */
export async function whyAsync(session: AskedSession, question: WhyQuestion): Promise<Explanation | Unexplained> {
  const state = stateOf("why", session);
  return drainAsync(whyOf(state, question), state.options.signal);
}

/**
 * What one unit of the user's limits is worth, more and less, and how far that holds. The answer is a `status` with its
 * `detail` as of `why`.
 *
 * @throws PlanInputError for a limit that the plan does not have.
 * @example
 * const answer = worth(session, { limit: "importLimitMw", perYear: true });
 * if (answer.status === "optimal") answer.limits[0].more.usdPerUnitYear;
 */
export function worth(session: AskedSession, question: WorthQuestion = {}): Worth | Unexplained {
  return drain(worthOf(stateOf("worth", session), question));
}

/** As `worth`, in slices as `planPowerAsync`; the signal given at the opening ends it. */
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

/** The program with directions held is solved for the first question and kept for the next. */
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
