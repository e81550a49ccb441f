import { checkSolution } from "../lp/check-solution.ts";
import type { LpOptions } from "../lp/options.ts";
import { SolvedSite } from "../model/solved-site.ts";
import { solveLp } from "../solvers/solve-lp.ts";
import type { LpSolver } from "../solvers/solver.ts";
import { buildSite, type BuiltSite } from "./build-site.ts";
import { brokenRules } from "./either-or-check.ts";
import { explainInfeasible } from "./explain-infeasible.ts";
import { keepEitherOr } from "./keep-either-or.ts";
import type { Plan } from "./plan.ts";
import type { PlanResult } from "./plan-result.ts";
import { readPlan } from "./read-plan.ts";

/** How to solve; every option has a default. */
export interface PlanOptions extends Pick<LpOptions, "timeLimitMs" | "iterationLimit" | "onProgress"> {
  /** The engine, passed as a value. Default: the library's dual simplex. */
  readonly solver?: LpSolver;
}

/** Builds, solves, checks and reads a plan. */
export function runPlan(plan: Plan, options: PlanOptions = {}): PlanResult {
  return solveSite(buildSite(plan), options);
}

/** Solves and reads a site that is already built. */
export function solveSite(built: BuiltSite, options: PlanOptions = {}): PlanResult {
  const { plan, site, lp } = built;
  const { name } = plan;
  const notices = [...plan.notices, ...site.notices];
  const solution = solveLp(lp, options);
  if (solution.termination === "infeasible") {
    const { rayViolation, ok } = checkSolution(lp, solution);
    const conflicts = explainInfeasible(built, options);
    return {
      status: "infeasible",
      name,
      conflicts,
      proof: { rayViolation: rayViolation ?? Infinity, ok },
      detail: conflicts.length === 0 ? "No schedule keeps all limits." : conflicts.map((conflict) => conflict.sentence).join("\n"),
      notices,
    };
  }
  if (solution.termination !== "optimal") {
    const detail = solution.termination === "unbounded"
      ? "The cost has no lower bound: some income can grow for ever; limit the power it is earned with."
      : (solution.detail ?? `The solver ended with ${solution.termination}.`);
    return { status: solution.termination, name, detail, notices };
  }
  const kept = keepEitherOr(built, solution, options);
  if (kept !== undefined) {
    const read = readPlan(built, kept);
    if (read.certificate.ok) return { status: "optimal", ...read };
    return { status: "numerical-trouble", name, detail: "The solution does not pass the check on the original program.", notices };
  }
  const broken = brokenRules(site.eitherOrs, new SolvedSite(plan.time, solution));
  return {
    status: "relaxed",
    name,
    brokenRules: broken,
    boundUsd: solution.objective,
    relaxation: readPlan(built, solution),
    detail: broken.slice(0, 5).map(({ rule, at, aMw, bMw }) => `${rule} at ${at} (${aMw.toFixed(3)} and ${bMw.toFixed(3)} MW)`).join("; ")
      + (broken.length > 5 ? `; and ${broken.length - 5} more` : ""),
  };
}
