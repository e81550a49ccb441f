import { PlanInputError } from "../errors.ts";
import { checkSolution } from "../lp/check-solution.ts";
import type { LpOptions } from "../lp/options.ts";
import { SolvedSite } from "../model/solved-site.ts";
import { solveLp } from "../solvers/solve-lp.ts";
import type { LpSolver } from "../solvers/solver.ts";
import { buildSite, type BuiltSite } from "./build-site.ts";
import { detailText } from "./detail-text.ts";
import { brokenRules, brokenRulesText } from "./either-or-check.ts";
import { explainInfeasible } from "./explain-infeasible.ts";
import { keepEitherOr } from "./keep-either-or.ts";
import type { Plan } from "./plan.ts";
import type { PlanResult, UnfinishedPlan } from "./plan-result.ts";
import { readPlan } from "./read-plan.ts";

/**
 * How to solve; every option has a default. `timeLimitMs` and `iterationLimit` hold for each solve: a plan takes one,
 * and more where it is infeasible (to say why) or optima tie; `compareBaselines` takes five or more.
 */
export interface PlanOptions extends Pick<LpOptions, "timeLimitMs" | "iterationLimit" | "onProgress"> {
  /** The engine, passed as a value. Default: the library's dual simplex. */
  readonly solver?: LpSolver;
}

const UNFINISHED: Readonly<Record<UnfinishedPlan["status"], string>> = {
  unbounded: "The cost has no lower bound: some income can grow for ever; limit the power it is earned with.",
  "iteration-limit": "The solver reached iterationLimit; raise it.",
  "time-limit": "The solver reached timeLimitMs; raise it.",
  stopped: "onProgress stopped the solver.",
  "numerical-trouble": "The solver's answer does not pass the check on the original program.",
};

/** Builds, solves, checks and reads a plan. */
export function runPlan(plan: Plan, options: PlanOptions = {}): PlanResult {
  const { solver } = options;
  if (solver !== undefined && typeof solver.steps !== "function") {
    throw new PlanInputError([{ path: "options.solver", given: String(solver), wanted: "an LpSolver", fix: "pass the solver itself, e.g. dualSimplex of wattsplit/lp" }]);
  }
  return solveSite(buildSite(plan), options);
}

/** Solves and reads a site that is already built. */
export function solveSite(built: BuiltSite, options: PlanOptions = {}): PlanResult {
  const { plan, site, lp } = built;
  const solution = solveLp(lp, options);
  const frame = { name: plan.name, notices: [...plan.notices, ...site.notices] };
  const unfinished = (status: UnfinishedPlan["status"], detail = UNFINISHED[status]): PlanResult => ({ status, ...frame, detail });
  if (solution.termination === "optimal") {
    const kept = keepEitherOr(built, solution, options);
    if (kept === undefined) {
      const broken = brokenRules(site.eitherOrs, new SolvedSite(plan.time, solution));
      const relaxation = readPlan(built, solution);
      return { status: "relaxed", ...frame, brokenRules: broken, boundUsd: solution.objective, relaxation, detail: brokenRulesText(broken, plan.time) };
    }
    if (kept.termination !== "optimal") return unfinished(kept.termination, kept.detail);
    const read = readPlan(built, kept);
    return read.certificate.ok ? { status: "optimal", ...read } : unfinished("numerical-trouble");
  }
  if (solution.termination !== "infeasible" && solution.termination !== "unbounded") return unfinished(solution.termination, solution.detail);
  const { rayViolation = Infinity, ok } = checkSolution(lp, solution);
  if (!ok) return unfinished("numerical-trouble");
  if (solution.termination === "unbounded") return unfinished("unbounded");
  const conflicts = explainInfeasible(built, options);
  const detail = conflicts.length === 0 ? "No schedule keeps all limits." : detailText(conflicts.map(({ sentence }) => sentence));
  return { status: "infeasible", ...frame, conflicts, proof: { rayViolation, ok }, detail };
}
