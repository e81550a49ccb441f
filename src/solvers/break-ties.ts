/**
 * A second objective for any engine. The engine finds an optimum with its prices; then the simplex minimises the second
 * objective over the face of equal optima (`faceProgram`), starting from the basis of that optimum. The prices remain
 * the engine's and prove the new point as they proved the first. An engine that decides ties itself reports the
 * `secondObjective` it has reached.
 */
import { checkCost } from "../lp/check-program.ts";
import { checkSolution } from "../lp/check-solution.ts";
import { faceProgram } from "../lp/face-program.ts";
import type { LinearProgram } from "../lp/linear-program.ts";
import { objectiveAt } from "../lp/objective-at.ts";
import type { LpOptions, LpProgress } from "../lp/options.ts";
import type { LpSolution } from "../lp/solution.ts";
import { chooseEngine } from "./choose-engine.ts";
import { remainingBudget } from "./budget/remaining-budget.ts";
import type { LpSolver } from "./solver.ts";

/** By how much the first objective may become worse: the greatest relative gap between the point and its prices. */
const SAME_OBJECTIVE = 1e-9;

/**
 * Solves by the engine; then, unless the engine has decided ties itself, finds the best of the equal optima.
 * `faceEngine` solves the face if the optimum has a basis; a session gives one that keeps its factors and buffers.
 */
export function* breakTies(
  engine: LpSolver,
  lp: LinearProgram,
  options: LpOptions,
  cost: Float64Array,
  faceEngine?: LpSolver,
): Generator<LpProgress, LpSolution> {
  checkCost(lp, "secondObjective", cost);
  const remaining = remainingBudget(options);
  const first = yield* engine.steps(lp, options);
  if (first.status !== "optimal" || first.secondObjective !== undefined) return first;
  const face = faceProgram(lp, first, cost);
  const { basis } = first;
  const left = { ...remaining(first.iterations), ...(basis && { startBasis: basis }) };
  const second = yield* ((basis && faceEngine) ?? chooseEngine(face, left)).steps(face, left);
  const iterations = first.iterations + second.iterations;
  if (second.status === "optimal") {
    const { x, objective: secondObjective } = second;
    const solution: LpSolution = { ...first, x, objective: objectiveAt(lp, x), iterations, secondObjective };
    if (checkSolution(lp, solution, { gap: SAME_OBJECTIVE }).ok) return solution;
  }
  const end = second.status === "optimal" ? "numerical-trouble" : second.status;
  return { ...first, iterations, detail: `The least secondObjective was not found: ${end}.` };
}
