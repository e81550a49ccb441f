/** Common decisions held in every scenario, and what follows. */
import type { BuiltSite } from "../plan/build-site.ts";
import type { PlanOptions } from "../plan/plan-options.ts";
import type { PowerPlan } from "../plan/plan-result.ts";
import { siteSteps } from "../plan/run-plan.ts";
import type { RiskMeasure } from "./extensive-form.ts";
import { fixedSite } from "./fixed-decisions.ts";
import type { DecidedBlock } from "./here-and-now.ts";
import type { ParsedScenario } from "./mean-request.ts";
import { riskCostUsd } from "./risk.ts";
import type { NoUncertainPlan } from "./uncertain-plan.ts";

export interface NamedScenario extends ParsedScenario {
  readonly name: string;
}

export interface Problem {
  readonly scenarios: readonly NamedScenario[];
  readonly built: readonly BuiltSite[];
  readonly blocks: readonly (readonly DecidedBlock[])[];
  readonly options: PlanOptions;
}

/** A plan and its point, if that is an optimum. */
export interface Planned {
  readonly plan: PowerPlan;
  readonly x?: Float64Array;
}

/** A plan, or why there is none. */
export type Attempt = Planned | Pick<NoUncertainPlan, "status" | "detail">;

/** Common decisions, and each scenario under them. */
export interface Candidate {
  readonly values: Float64Array;
  readonly outcomes: readonly Attempt[];
}

/** The plan of a site; of a search that was cut short, the best plan found. */
export function* attempt(site: BuiltSite, options: PlanOptions): Generator<unknown, Attempt> {
  const { result, solution } = yield* siteSteps(site, options);
  if (result.status === "optimal") return { plan: result, ...(solution && { x: solution.x }) };
  if (result.status === "branching-limit" && result.incumbent) return { plan: result.incumbent };
  return { status: result.status, detail: result.detail };
}

/** Every scenario with the decisions held. */
export function* underDecisions(
  { built, blocks, options }: Problem,
  values: Float64Array,
): Generator<unknown, Candidate> {
  const outcomes: Attempt[] = [];
  for (const [s, site] of built.entries()) {
    const fixed = fixedSite(site, blocks[s], values);
    outcomes.push(typeof fixed === "string" ? { status: "infeasible", detail: fixed } : yield* attempt(fixed, options));
    yield;
  }
  return { values, outcomes };
}

export function usdOfAttempt(attempted: Attempt | undefined): number {
  return attempted && "plan" in attempted ? attempted.plan.objectiveUsd : Infinity;
}

export function objective({ outcomes }: Candidate, scenarios: readonly NamedScenario[], risk: RiskMeasure): number {
  return riskCostUsd(
    outcomes.map((outcome, s) => ({ probability: scenarios[s].probability, usd: usdOfAttempt(outcome) })),
    risk,
  );
}
