/**
 * The basis of every explanation: a plan, its program with the plan's directions fixed, and an optimal basis of that
 * program.
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
  /** The program with the plan's directions fixed; ranging uses this program. */
  readonly fixed: LinearProgram;
  readonly barredBy: ReadonlyMap<number, string>;
  /** An optimum of `fixed`. */
  readonly optimum: OptimalSolution & { readonly basis: LpBasis };
}

/** Costs of a plan and of its program with fixed directions may differ by this relative amount of rounding. */
const SAME_COST = 1e-6;

const CUT_SHORT =
  "The second solve, for the prices of the plan, was cut short; raise timeLimitMs and iterationLimit, and let " +
  "onProgress continue.";
const DIFFERS = "The second solve, for the prices of the plan, did not reproduce the cost of the plan.";

/** The plan is not optimal, or the solve for its prices was cut short. Plain data. */
export interface Unexplained {
  /** Status of the plan, or of that solve; never `optimal`. */
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
  // Uses the library's own engines, which provide a basis.
  const { solver: _solver, ...limits } = options;
  const again = yield* solveLpSteps(fixed, { ...limits, ...(basis && { startBasis: basis }) });
  if (again.status !== "optimal") return { status: again.status, detail: CUT_SHORT };
  const differs =
    Math.abs(again.objective - solution.objective) > SAME_COST * Math.max(1, Math.abs(solution.objective));
  if (!again.basis || differs) return { status: "numerical-trouble", detail: DIFFERS };
  return { built, solution, fixed, barredBy, optimum: { ...again, basis: again.basis } };
}
