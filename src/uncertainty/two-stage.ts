/**
 * Plans decisions for now over several scenarios.
 *
 *   1. each scenario alone, known before all decisions: names a scenario that has no plan, and values information
 *   2. the extensive form of all (`extensive-form.ts`): the common decisions, and the bound
 *   3. each scenario with the common decisions held: its plan, its either-or rules settled. Given those decisions the
 *      least cost of each scenario is also the least mean and the least tail
 *   4. where either-or rules are violated in 2: decisions under which they hold (`settled-directions.ts`)
 *   5. the reference plan (`mean-request.ts`), its decisions held in each scenario: what planning with one forecast
 *      loses
 *
 * The plan is the best of the decisions of 3 to 5; without either-or rules those of 3, which meet the bound.
 */
import { checkSolution } from "../lp/check-solution.ts";
import type { OptimalSolution } from "../lp/solution.ts";
import { type BuiltSite, buildSteps } from "../plan/build-site.ts";
import type { PlanOptions } from "../plan/plan-options.ts";
import type { PlanRequest } from "../plan/plan-request.ts";
import type { PowerPlan } from "../plan/plan-result.ts";
import { solveLpSteps } from "../solvers/solve-lp.ts";
import {
  attempt,
  type Candidate,
  type NamedScenario,
  objective,
  type Planned,
  type Problem,
  underDecisions,
  usdOfAttempt,
} from "./candidate.ts";
import { crossedLimits, decidedValues } from "./decided-values.ts";
import { extensiveForm, type ExtensiveForm, type RiskMeasure, type ScenarioProgram } from "./extensive-form.ts";
import { riskWeights } from "./first-stage-prices.ts";
import { columnsOf, decidedBlocks, type HereAndNow } from "./here-and-now.ts";
import { meanUsd, quantileUsd, riskCostUsd, tailMeanUsd, tailShares } from "./risk.ts";
import { referenceCandidate } from "./reference-plan.ts";
import { settledDirections } from "./settled-directions.ts";
import type { UncertaintyResult } from "./uncertain-plan.ts";

export interface TwoStageOptions extends PlanOptions {
  readonly firstStage: readonly HereAndNow[];
  readonly risk: RiskMeasure;
  /** The scenario that the reference plan is made for. */
  readonly reference?: PlanRequest;
}

export function* twoStageSteps(
  scenarios: readonly NamedScenario[],
  { firstStage, risk, reference: given, ...options }: TwoStageOptions,
): Generator<unknown, UncertaintyResult> {
  const built: BuiltSite[] = [];
  for (const { request } of scenarios) built.push(yield* buildSteps(request));
  const { name } = scenarios[0].request;
  const blocks = decidedBlocks(
    built,
    scenarios.map((scenario) => scenario.name),
    firstStage,
  );
  const problem: Problem = { scenarios, built, blocks, options };

  const alone: Planned[] = [];
  for (const [s, site] of built.entries()) {
    const one = yield* attempt(site, options);
    if (!("plan" in one)) {
      const scenario = scenarios[s].name;
      const detail = `Scenario ${JSON.stringify(scenario)}, alone: ${one.detail}`;
      return { version: 1, name, status: one.status, scenario, detail };
    }
    alone.push(one);
  }

  const programs = scenarios.map(({ probability }, s): ScenarioProgram => ({
    lp: built[s].lp,
    probability,
    shared: columnsOf(blocks[s]),
  }));
  const form = extensiveForm(programs, risk);
  yield;
  const crossed = crossedLimits(form, blocks[0]);
  if (crossed) return { version: 1, name, status: "infeasible", detail: crossed };
  const secondObjective = new Float64Array(form.lp.numCols);
  for (const [s, { secondObjective: own }] of built.entries())
    for (const [j, at] of form.columns[s].entries()) secondObjective[at] += own[j];
  const solution = yield* solveLpSteps(form.lp, { ...options, secondObjective });
  if (solution.status !== "optimal") return { version: 1, name, status: solution.status, detail: noCommon(solution) };
  const { primalInfeasibility, dualInfeasibility, relativeGap, ok } = checkSolution(form.lp, solution);
  if (!ok) return { version: 1, name, status: "numerical-trouble", detail: "The solution failed its check." };
  const candidates: Candidate[] = [yield* underDecisions(problem, sharedValues(form, solution))];
  const settled = yield* settledDirections(
    form,
    solution,
    built,
    alone.map(({ x }) => x),
    options,
  );
  if (settled) candidates.push(yield* underDecisions(problem, sharedValues(form, settled)));
  const reference = yield* referenceCandidate(problem, given, firstStage);
  if (reference.candidate) candidates.push(reference.candidate);
  const usdOf = (candidate: Candidate) => objective(candidate, scenarios, risk);
  const { values, outcomes } = candidates.reduce((best, next) => (usdOf(next) < usdOf(best) ? next : best));
  const plans: PowerPlan[] = [];
  for (const [s, outcome] of outcomes.entries()) {
    if (!("plan" in outcome)) {
      const detail =
        "No common decisions were found under which every scenario has a plan that satisfies the either-or rules; " +
        `any such decisions cost at least ${solution.objective} USD. Scenario ${JSON.stringify(scenarios[s].name)} ` +
        `under the decisions found: ${outcome.detail}`;
      return { version: 1, name, status: "branching-limit", detail };
    }
    plans.push(outcome.plan);
  }
  const costs = plans.map(({ objectiveUsd: usd }, s) => ({ probability: scenarios[s].probability, usd }));
  const objectiveUsd = riskCostUsd(costs, risk);
  // A plan under common decisions is one that a site with perfect information has too.
  const known = costs.map(({ probability, usd }, s) => ({
    probability,
    usd: Math.min(usd, alone[s].plan.objectiveUsd),
  }));
  const referenceUsd = scenarios.map((_, s) => usdOfAttempt(reference.candidate?.outcomes[s]));
  const referenced = costs.map(({ probability }, s) => ({ probability, usd: referenceUsd[s] }));
  const weights = riskWeights(programs, risk, form, solution);
  const tail = tailShares(costs, risk.level);
  return {
    version: 1,
    status: "optimal",
    name,
    objectiveUsd,
    expectedUsd: meanUsd(costs),
    cvarUsd: tailMeanUsd(costs, risk.level),
    valueAtRiskUsd: quantileUsd(costs, risk.level),
    risk,
    firstStage: decidedValues(problem, programs, form, solution, values, weights),
    scenarios: plans.map((plan, s) => ({
      name: scenarios[s].name,
      probability: scenarios[s].probability,
      costUsd: costs[s].usd,
      riskWeight: weights[s],
      isInTail: tail[s] > 0,
      knownUsd: known[s].usd,
      referenceUsd: referenceUsd[s],
      plan,
    })),
    stochasticSolutionUsd: Math.max(0, riskCostUsd(referenced, risk) - objectiveUsd),
    reference: reference.figures,
    perfectInformationUsd: Math.max(0, objectiveUsd - riskCostUsd(known, risk)),
    boundUsd: solution.objective,
    relativeGap: (objectiveUsd - solution.objective) / Math.max(1, Math.abs(objectiveUsd)),
    certificate: { primalInfeasibility, dualInfeasibility, relativeGap, ok },
    notices: [...new Set(plans.flatMap(({ notices }) => notices))],
    solver: {
      name: solution.solver,
      iterations: solution.iterations,
      rows: form.lp.numRows,
      columns: form.lp.numCols,
    },
  };
}

function sharedValues({ sharedStart, numShared }: ExtensiveForm, { x }: OptimalSolution): Float64Array {
  return x.slice(sharedStart, sharedStart + numShared);
}

function noCommon({ status, detail }: { readonly status: string; readonly detail?: string }): string {
  if (status === "infeasible")
    return "Each scenario has a plan alone, but no here-and-now decisions suit all of them: decide less ahead.";
  return detail ?? `The program of all scenarios ended with ${status}.`;
}
