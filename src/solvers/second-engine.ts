/** What to do where an engine cannot trust its own answer: ask one that works in another way. */
import type { LpOptions, LpProgress } from "../lp/options.ts";
import type { LinearProgram } from "../lp/linear-program.ts";
import type { LpSolution } from "../lp/solution.ts";
import { remainingBudget } from "./budget/remaining-budget.ts";
import type { LpSolver } from "./solver.ts";

/**
 * The first engine, and the second one where the first ends in numerical trouble: a basis of nearly parallel rows that
 * the simplex cannot invert is often no difficulty for an interior point, and the reverse. The limits are those of both
 * together.
 */
export function withSecondEngine(first: LpSolver, second: LpSolver): LpSolver {
  return { name: first.name, steps: (lp, options) => steps(first, second, lp, options) };
}

function* steps(
  first: LpSolver,
  second: LpSolver,
  lp: LinearProgram,
  options: LpOptions,
): Generator<LpProgress, LpSolution> {
  const remaining = remainingBudget(options);
  const answer = yield* first.steps(lp, options);
  if (answer.status !== "numerical-trouble") return answer;
  const { startBasis: _, ...rest } = remaining(answer.iterations);
  const other = yield* second.steps(lp, rest);
  const iterations = answer.iterations + other.iterations;
  return other.status === "numerical-trouble" ? { ...answer, iterations } : { ...other, iterations };
}
