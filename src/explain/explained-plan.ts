/**
 * What every explanation starts from: a plan, the program it solves with its directions held, and an optimal basis of
 * that.
 */
import { PlanInputError } from "../errors.ts";
import type { LpBasis } from "../lp/basis.ts";
import type { LinearProgram } from "../lp/linear-program.ts";
import type { OptimalSolution } from "../lp/solution.ts";
import type { BuiltSite } from "../plan/build-site.ts";
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

/** @throws PlanInputError where a solve was cut short, naming the option to change. */
export function* explainedPlanSteps(
  built: BuiltSite,
  solution: OptimalSolution,
  options: SolveLpOptions,
): Generator<unknown, ExplainedPlan> {
  const { lp: fixed, barredBy } = fixDirections(built.site, built.lp, solution);
  const { basis } = solution;
  if (fixed === built.lp && basis) return { built, solution, fixed, barredBy, optimum: { ...solution, basis } };
  // By the library's own engines, which give a basis.
  const { solver: _solver, ...limits } = options;
  const again = yield* solveLpSteps(fixed, { ...limits, ...(basis && { startBasis: basis }) });
  const differs =
    again.status !== "optimal" ||
    Math.abs(again.objective - solution.objective) > SAME_COST * Math.max(1, Math.abs(solution.objective));
  if (again.status !== "optimal" || !again.basis || differs) {
    throw new PlanInputError([
      {
        path: "options",
        given: `limits at which the plan's program, solved again for its prices, ends as ${again.status}`,
        wanted: "a second solve to its end",
        fix: "raise timeLimitMs and iterationLimit, and let onProgress go on",
      },
    ]);
  }
  return { built, solution, fixed, barredBy, optimum: { ...again, basis: again.basis } };
}
