import { checkSolution } from "../lp/check-solution.ts";
import { drain } from "../solvers/budget/drain.ts";
import { remainingBudget } from "../solvers/budget/remaining-budget.ts";
import { chooseEngine } from "../solvers/choose-engine.ts";
import { detailText } from "./detail-text.ts";
import { solveLpSteps } from "../solvers/solve-lp.ts";
import type { PlanOptions } from "./plan-options.ts";
import { type BuiltSite, buildSteps } from "./build-site.ts";
import { branchPlan } from "./branch-plan.ts";
import { explainInfeasible } from "./explain-infeasible.ts";
import type { PlanRequest } from "./plan-request.ts";
import { withoutImpliedRules } from "./implied-rules.ts";
import { tiedOptimum } from "./tied-optimum.ts";
import type { PlanResult, SolvedData, SolvedPlan, UnfinishedPlan } from "./plan-result.ts";
import { resultOf } from "./result-of.ts";
import { decodePlan } from "./decode-plan.ts";

const UNFINISHED: Readonly<Record<UnfinishedPlan["status"], string>> = {
  unbounded: "The cost is unbounded: some income can grow without limit. Set a limit on the power that earns it.",
  "iteration-limit": "The solver reached iterationLimit; raise it.",
  "time-limit": "The solver reached timeLimitMs; raise it.",
  stopped: "onProgress stopped the solver.",
  "numerical-trouble": "The solver's solution failed the check on the original program.",
};

const BUILT_TOO_LONG = "timeLimitMs was reached while the program was built; raise it.";

/** Builds, solves, checks and reads a plan. */
export function runPlan(plan: PlanRequest, options: PlanOptions = {}): PlanResult {
  return drain(planSteps(plan, options));
}

/** `runPlan` in steps: one after building and one after each batch of a solver. */
export function* planSteps(plan: PlanRequest, options: PlanOptions): Generator<unknown, PlanResult> {
  const remaining = remainingBudget(options);
  const building = buildSteps(plan);
  for (let step = building.next(); ; step = building.next()) {
    if (step.done === true) return (yield* siteSteps(step.value, options)).result;
    const { timeLimitMs = Infinity } = remaining(0);
    if (timeLimitMs <= 0)
      return resultOf({
        status: "time-limit",
        name: plan.name,
        detail: BUILT_TOO_LONG,
        warnings: [],
        notices: plan.notices,
      });
    yield;
  }
}

/** Solves and reads a site that is already built. */
export function* siteSteps(built: BuiltSite, options: PlanOptions): Generator<unknown, SolvedPlan> {
  const { result, ...solution } = yield* solvedSteps(built, options);
  return { result: resultOf(result), ...solution };
}

function* solvedSteps(built: BuiltSite, options: PlanOptions): Generator<unknown, SolvedData> {
  const { request, site, lp, secondObjective } = built;
  const lean = withoutImpliedRules(built);
  yield;
  // Without presolve: it removes only one row and a tenth of the columns of a site's program, and saves no time.
  const solution = yield* solveLpSteps(lean.lp, { solver: chooseEngine(lp, {}), ...options, secondObjective });
  yield;
  const frame = { name: request.name, warnings: site.warnings, notices: [...request.notices, ...site.notices] };
  const unfinished = (status: UnfinishedPlan["status"], detail = UNFINISHED[status]): SolvedData => ({
    result: { status, ...frame, detail },
  });
  if (solution.status === "optimal") {
    const settled = yield* tiedOptimum(lean, solution, options, secondObjective);
    if (!settled) return (yield* branchPlan(built, lean, solution, options)) ?? unfinished("numerical-trouble");
    if (settled.status !== "optimal") return unfinished(settled.status, settled.detail);
    const read = decodePlan(built, settled);
    if (!read.certificate.ok) return unfinished("numerical-trouble");
    return { result: { status: "optimal", ...read }, solution: settled };
  }
  if (solution.status !== "infeasible" && solution.status !== "unbounded")
    return unfinished(solution.status, solution.detail);
  const { rayViolation = Infinity, ok } = checkSolution(lp, solution);
  if (!ok) return unfinished("numerical-trouble");
  if (solution.status === "unbounded") return unfinished("unbounded");
  const { conflicts, irreducible } = yield* explainInfeasible(built, options);
  const detail =
    conflicts.length === 0
      ? "No schedule satisfies all limits."
      : detailText(conflicts.map(({ sentence }) => sentence));
  return {
    result: {
      status: "infeasible",
      ...frame,
      conflicts,
      ...(irreducible && { irreducible }),
      proof: { rayViolation, ok },
      detail,
    },
  };
}
