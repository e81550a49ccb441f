/**
 * An engine behind presolve. The engine solves the reduced program, and postsolve maps the answer back to the original
 * program, where it is checked. If it fails the check, or the engine could not finish, the engine solves the original
 * program without presolve, from the basis known by then.
 */
import { checkedOptions, checkSolver } from "../lp/check-options.ts";
import { checkProgram } from "../lp/check-program.ts";
import { checkSolution } from "../lp/check-solution.ts";
import { hasOnlyFiniteData, withInfiniteBounds } from "../lp/infinite-bounds.ts";
import type { LinearProgram } from "../lp/linear-program.ts";
import type { LpOptions, LpProgress } from "../lp/options.ts";
import { type Presolved, presolveSteps } from "../lp/presolve/presolve.ts";
import type { LpSolution } from "../lp/solution.ts";
import { stoppingRule } from "./budget/stopping-rule.ts";
import { remainingBudget } from "./budget/remaining-budget.ts";
import type { LpSolver } from "./solver.ts";

/**
 * Presolve has to remove this share of the coefficients, otherwise the engine gets the original program. Measured: a
 * Netlib program gains nothing if 7 % are removed and a factor of two if 30 % are; dispatch loses 5 % and gains
 * nothing.
 */
const LEAST_SHARE = 0.1;

/**
 * The engine with presolve before it; with a start basis the engine gets the original program. Presolve decides ties
 * itself, so the `secondObjective` is not passed to the engine together with a reduced program.
 */
export function presolved(engine: LpSolver): LpSolver {
  checkSolver("engine", engine);
  return { name: engine.name, steps: (lp, options) => steps(engine, lp, options) };
}

function* steps(engine: LpSolver, program: LinearProgram, given: LpOptions): Generator<LpProgress, LpSolution> {
  checkProgram(program);
  const lp = withInfiniteBounds(program);
  const options = checkedOptions(given, lp);
  if (options.startBasis !== undefined) return yield* engine.steps(lp, options);
  const stopping = stoppingRule(options);
  const remaining = remainingBudget(options);
  const progress: LpProgress = { iterations: 0, phase: "presolve", primalInfeasibility: NaN, objective: NaN };
  const presolving = presolveSteps(lp);
  let step = presolving.next();
  for (;;) {
    yield progress;
    if (stopping.isMet(progress))
      return { status: stopping.reason ?? "stopped", solver: engine.name, iterations: 0, objective: NaN };
    if (step.done === true) break;
    step = presolving.next();
  }
  const reduced = step.value;

  const isSmaller = reduced.program.value.length <= (1 - LEAST_SHARE) * lp.value.length;
  const isWorth = reduced.dualRay !== undefined || (isSmaller && hasOnlyFiniteData(reduced.program));
  const left = remaining(0);
  if (!isWorth) return yield* engine.steps(lp, left);
  const first = yield* solveReduced(engine, reduced, left);
  if (wasStopped(first) || checkSolution(lp, first).ok) return first;
  let { iterations } = first;
  // From the basis known by then; if that ends in numerical trouble, from the logicals.
  if (first.basis !== undefined) {
    const second = yield* engine.steps(lp, { ...remaining(iterations), startBasis: first.basis });
    iterations += second.iterations;
    if (second.status !== "numerical-trouble") return { ...second, iterations };
  }
  const last = yield* engine.steps(lp, remaining(iterations));
  return { ...last, iterations: iterations + last.iterations };
}

function wasStopped({ status }: LpSolution): boolean {
  return status === "stopped" || status.endsWith("-limit");
}

function* solveReduced(engine: LpSolver, reduced: Presolved, options: LpOptions): Generator<LpProgress, LpSolution> {
  const { dualRay } = reduced;
  if (dualRay !== undefined)
    return { status: "infeasible", solver: engine.name, iterations: 0, objective: NaN, dualRay };
  const { secondObjective: _, ...rest } = options;
  return reduced.postsolve(yield* engine.steps(reduced.program, rest));
}
