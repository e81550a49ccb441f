import { PlanInputError } from "./errors.ts";
import { type ExplainedPlan, explainedPlanSteps } from "./explain/explained-plan.ts";
import { type Explanation, type WhyQuestion, whySteps } from "./explain/why.ts";
import { type Worth, type WorthQuestion, worthSteps } from "./explain/worth.ts";
import { parseSteps } from "./input/parse-plan.ts";
import type { OptimalSolution } from "./lp/solution.ts";
import { buildSite, type BuiltSite, buildSteps } from "./plan/build-site.ts";
import { type AsyncPlanOptions, checkPlanOptions, type PlanOptions } from "./plan/plan-options.ts";
import type { PlanResult } from "./plan/plan-result.ts";
import { siteSteps } from "./plan/run-plan.ts";
import { drain, drainAsync } from "./solvers/budget/drain.ts";

/** A plan that can be asked. What it holds (the program, its basis) is no plain data; its `result` and answers are. */
export interface PlanSession {
  /** As `planPower` gives it. */
  readonly result: PlanResult;
  /**
   * Why an asset does what it does in an interval: what a unit more costs and brings, which limit holds it, what would
   * move it. @throws PlanInputError for an asset or an instant the plan has not, and where there is no optimal plan.
   */
  why(question: WhyQuestion): Explanation;
  /**
   * What one unit of the user's limits is worth, more and less, and how far that holds. @throws PlanInputError for a
   * limit the plan has not, and where there is no optimal plan.
   */
  worth(question?: WorthQuestion): Worth;
}

/** As `PlanSession`, its answers in slices as `planPowerAsync`; the signal given at the opening ends these too. */
export interface AsyncPlanSession {
  readonly result: PlanResult;
  why(question: WhyQuestion): Promise<Explanation>;
  worth(question?: WorthQuestion): Promise<Worth>;
}

/**
 * Plans a site and keeps what is needed to explain the plan. The first question about a plan with either-or rules
 * solves its program once more, with the directions of the plan held.
 *
 * @throws PlanInputError as `planPower`.
 * @example
 * const { result, why, worth } = openPlan(input);
 * if (result.status === "optimal") {
 *   why({ asset: "s19j", at: "2026-07-14T17:00:00-05:00" }).text; // s19j asleep: power 61 > strike 56 USD/MWh; ...
 *   worth({ limit: "importLimitMw", perYear: true }).limits[0].more.usdPerUnitYear;
 * }
 */
export function openPlan(input: unknown, options: PlanOptions = {}): PlanSession {
  const own = checkPlanOptions(options);
  const { result, ask } = drain(opened(input, own));
  return {
    result,
    why: (question) => drain(ask("why", (plan) => whySteps(plan, question))),
    worth: (question = {}) => drain(ask("worth", (plan) => worthSteps(plan, question, own))),
  };
}

/** As `openPlan`, with pauses and a signal as `planPowerAsync`. */
export async function openPlanAsync(input: unknown, options: AsyncPlanOptions = {}): Promise<AsyncPlanSession> {
  const own = checkPlanOptions(options);
  const { signal } = own;
  const { result, ask } = await drainAsync(opened(input, own), signal);
  return {
    result,
    why: (question) =>
      drainAsync(
        ask("why", (plan) => whySteps(plan, question)),
        signal,
      ),
    worth: (question = {}) =>
      drainAsync(
        ask("worth", (plan) => worthSteps(plan, question, own)),
        signal,
      ),
  };
}

type Ask = <Answer>(
  name: string,
  answer: (plan: ExplainedPlan) => Generator<unknown, Answer>,
) => Generator<unknown, Answer>;

function* opened(input: unknown, options: PlanOptions): Generator<unknown, { result: PlanResult; ask: Ask }> {
  const plan = yield* parseSteps(input, buildSite);
  yield;
  const built = yield* buildSteps(plan);
  let solution: OptimalSolution | undefined;
  const result = yield* siteSteps(built, options, (found) => {
    solution = found;
  });
  return { result, ask: asking(built, result, solution, options) };
}

/** The program with directions held is solved for the first question and kept for the next. */
function asking(
  built: BuiltSite,
  { status }: PlanResult,
  solution: OptimalSolution | undefined,
  options: PlanOptions,
): Ask {
  let explained: ExplainedPlan | undefined;
  return function* (name, answer) {
    if (!solution) {
      throw new PlanInputError([
        {
          path: name,
          given: `a result that is ${status}`,
          wanted: "an optimal plan, which alone has reasons and prices",
          fix: "see its detail for what stands in the way",
        },
      ]);
    }
    explained ??= yield* explainedPlanSteps(built, solution, options);
    return yield* answer(explained);
  };
}
