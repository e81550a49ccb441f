/**
 * A second objective for any engine: it gives an optimum with its prices, and over the face of equal optima they span
 * (`faceProgram`) the second objective is minimised, from the basis of that optimum by the simplex. The prices stay the
 * engine's, and prove the new point as they did the first. An engine that decides ties itself says so by reporting the
 * `secondObjective` it reached.
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

/** What the first objective may lose: the greatest relative gap of the point to its prices. */
const SAME_OBJECTIVE = 1e-9;

/** The engine's solve, and where it left the second objective open, the search for the best of the equal optima. */
export function* breakTies(
  engine: LpSolver,
  lp: LinearProgram,
  options: LpOptions,
  cost: Float64Array,
): Generator<LpProgress, LpSolution> {
  checkCost(lp, "secondObjective", cost);
  const remaining = remainingBudget(options);
  const first = yield* engine.steps(lp, options);
  if (first.status !== "optimal" || first.secondObjective !== undefined) return first;
  const face = faceProgram(lp, first, cost);
  const { basis } = first;
  const left = { ...remaining(first.iterations), ...(basis && { startBasis: basis }) };
  const second = yield* chooseEngine(face, left).steps(face, left);
  const iterations = first.iterations + second.iterations;
  if (second.status === "optimal") {
    const { x, objective: secondObjective } = second;
    const solution: LpSolution = { ...first, x, objective: objectiveAt(lp, x), iterations, secondObjective };
    if (checkSolution(lp, solution, { gap: SAME_OBJECTIVE }).ok) return solution;
  }
  const end = second.status === "optimal" ? "numerical-trouble" : second.status;
  return { ...first, iterations, detail: `The least secondObjective was not found: ${end}.` };
}
