/** A plan with what its explanations start from, taken through the edge and solved as `openPlan` does. */
import { type ExplainedPlan, explainedPlanSteps } from "../../src/explain/explained-plan.ts";
import { parseRequest } from "../../src/input/parse-request.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import { siteSteps } from "../../src/plan/run-plan.ts";
import { drain } from "../../src/solvers/budget/drain.ts";

/** Undefined where the site has no optimal plan. */
export function explainedIfOptimal(input: unknown): ExplainedPlan | undefined {
  const built = buildSite(parseRequest(input));
  const { solution } = drain(siteSteps(built, {}));
  if (!solution) return undefined;
  const plan = drain(explainedPlanSteps(built, solution, {}));
  if ("status" in plan) throw new Error(plan.detail);
  return plan;
}

export function explained(input: unknown): ExplainedPlan {
  const plan = explainedIfOptimal(input);
  if (!plan) throw new Error("the site has no optimal plan");
  return plan;
}
