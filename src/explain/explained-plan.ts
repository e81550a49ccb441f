/**
 * What every explanation starts from: a plan, the program it solves with its directions held, and an optimal basis of
 * that.
 */
import type { LpBasis } from "../lp/basis.ts";
import type { LinearProgram } from "../lp/linear-program.ts";
import type { OptimalSolution } from "../lp/solution.ts";
import type { BuiltSite } from "../plan/build-site.ts";
import type { PlanResult } from "../plan/plan-result.ts";
import type { SolveLpOptions } from "../solvers/solve-lp.ts";
import { solveLpSteps } from "../solvers/solve-lp.ts";
import { fixDirections } from "./fixed-directions.ts";

export interface ExplainedPlan {
  readonly built: BuiltSite;
  /** The plan's own point and prices. */
  readonly solution: OptimalSolution;
  /** The program with the plan's directions held; what is ranged. */
  readonly fixed: LinearProgram;
  readonly barredBy: ReadonlyMap<number, string>;
  /** An optimum of `fixed`. */
  readonly optimum: OptimalSolution & { readonly basis: LpBasis };
}

/** Costs of a plan and of its program with directions held may differ by this, relative: rounding. */
const SAME_COST = 1e-6;

const CUT_SHORT =
  "The plan's program, solved again for its prices, was cut short; raise timeLimitMs and iterationLimit, and let " +
  "onProgress go on.";
const DIFFERS = "The plan's program, solved again for its prices, did not give the plan's cost.";

/** There is no optimal plan to explain, or the solve that its prices take was cut short. Plain data. */
export interface Unexplained {
  /** Of the plan, or of that solve; never `optimal`. */
  readonly status: Exclude<PlanResult["status"], "optimal">;
  /** What happened and what to do. */
  readonly detail: string;
}

export function* explainedPlanSteps(
  built: BuiltSite,
  solution: OptimalSolution,
  options: SolveLpOptions,
): Generator<unknown, ExplainedPlan | Unexplained> {
  const { lp: fixed, barredBy } = fixDirections(built.site, built.lp, solution);
  const { basis } = solution;
  if (fixed === built.lp && basis) return { built, solution, fixed, barredBy, optimum: { ...solution, basis } };
  // By the library's own engines, which give a basis.
  const { solver: _solver, ...limits } = options;
  const again = yield* solveLpSteps(fixed, { ...limits, ...(basis && { startBasis: basis }) });
  if (again.status !== "optimal") return { status: again.status, detail: CUT_SHORT };
  const differs =
    Math.abs(again.objective - solution.objective) > SAME_COST * Math.max(1, Math.abs(solution.objective));
  if (!again.basis || differs) return { status: "numerical-trouble", detail: DIFFERS };
  return { built, solution, fixed, barredBy, optimum: { ...again, basis: again.basis } };
}
