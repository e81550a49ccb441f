/** The plan for one scenario alone, whose decisions the stochastic solution is compared with. */
import { buildSteps } from "../plan/build-site.ts";
import type { PlanRequest } from "../plan/plan-request.ts";
import { attempt, type Candidate, type NamedScenario, type Problem, underDecisions } from "./candidate.ts";
import { columnsOf, decidedBlocks, type HereAndNow } from "./here-and-now.ts";
import { meanRequest } from "./mean-request.ts";
import type { ReferencePlan } from "./uncertain-plan.ts";

/** The decisions of the reference plan in every scenario; without a candidate if that has no plan of its own. */
export function* referenceCandidate(
  problem: Problem,
  given: PlanRequest | undefined,
  firstStage: readonly HereAndNow[],
): Generator<unknown, { readonly figures: ReferencePlan; readonly candidate?: Candidate }> {
  const { scenarios, options } = problem;
  const { basis, detail: why, request } = referenceOf(scenarios, given);
  const site = yield* buildSteps(request);
  const [blocks] = decidedBlocks([site], [basis], firstStage);
  const planned = yield* attempt(site, options);
  const x = "plan" in planned ? planned.x : undefined;
  if (!x) return { figures: { basis, detail: sentences(why, "The reference has no proven plan of its own.") } };
  const candidate = yield* underDecisions(
    problem,
    Float64Array.from(columnsOf(blocks), (j) => x[j]),
  );
  const without = candidate.outcomes.findIndex((outcome) => !("plan" in outcome));
  const failure = candidate.outcomes[without];
  const detail =
    failure && !("plan" in failure)
      ? sentences(
          why,
          `Its decisions leave ${JSON.stringify(scenarios[without].name)} without a plan: ${failure.detail}`,
        )
      : why;
  return { figures: { basis, ...(detail !== undefined && { detail }) }, candidate };
}

function referenceOf(
  scenarios: readonly NamedScenario[],
  given: PlanRequest | undefined,
): ReferencePlan & { readonly request: PlanRequest } {
  if (given) return { basis: "given", request: given };
  const mean = meanRequest(scenarios);
  if ("request" in mean) return { basis: "mean", request: mean.request };
  const likely = scenarios.reduce((most, next) => (next.probability > most.probability ? next : most));
  const named = JSON.stringify(likely.name);
  const detail = `${mean.without} has no mean, so the reference is the most probable scenario, ${named}.`;
  return { basis: "most-probable", detail, request: likely.request };
}

function sentences(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined).join(" ");
}
