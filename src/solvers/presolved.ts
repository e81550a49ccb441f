/**
 * An engine behind presolve: it solves what presolve leaves, and the answer is brought back and checked on the original
 * program. What fails the check there (or what the engine could not finish) the engine solves again without presolve,
 * from the basis known by then.
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
 * Presolve has to take out this share of the coefficients, or the engine gets the program as it is. Measured: Netlib
 * gains from 10 % on (7 % less is worth nothing, 30 % less a factor of two); dispatch loses 5 % and gains nothing.
 */
const LEAST_SHARE = 0.1;

/**
 * The engine with presolve before it; the program as it is where there is a basis to start from. Presolve decides ties
 * itself, so of a program it reduces the engine is not told the `secondObjective`.
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
  // From the basis known by then; where even that ends in trouble, from nothing.
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
