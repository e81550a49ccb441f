/**
 * Ties between equal optima. A program may have an optimum that breaks an either-or rule beside one of equal cost that
 * keeps it (charging and discharging at a zero price). The cost of the free program bounds every plan that keeps the
 * rules; so a point of its optimal face with the smaller side of each broken pair held at zero is an optimum of both,
 * and the free program's duals prove it. Mostly `BlockBound` shows at once that there is none; then, and where none is
 * found, nothing is claimed. A solve that was cut short is passed on: it cannot tell.
 */
import type { BrokenPair } from "../branch/exclusive-pairs.ts";
import type { ExclusiveProgram } from "../branch/exclusive-program.ts";
import { objectiveAt } from "../lp/objective-at.ts";
import type { LpProgress } from "../lp/options.ts";
import type { OptimalSolution, UnfinishedSolution } from "../lp/solution.ts";
import { solveLpSteps, type SolveLpOptions } from "../solvers/solve-lp.ts";

const ROUNDS = 4;
/** Objective differences below this, relative, are rounding. */
const SAME_COST = 1e-9;

/**
 * An equally cheap solution that keeps every rule (of them the one of least `secondObjective`), undefined where none
 * was found, or the solve that did not finish.
 */
export function* keepEitherOr(
  lean: ExclusiveProgram,
  free: OptimalSolution,
  options: SolveLpOptions,
  secondObjective: Float64Array = new Float64Array(lean.lp.numCols),
): Generator<LpProgress, OptimalSolution | UnfinishedSolution | undefined> {
  const broken = lean.pairs.broken(free.x);
  if (broken.length === 0) return free;
  if (lean.bound.gain(lean.lp, free, broken) > sameCost(free)) return undefined;
  return yield* leastOnFace(lean, free, broken, options, secondObjective);
}

/**
 * Of the optima of `lp` (the program of `exclusive` or of one of its nodes) equal to `free` the one of least
 * `secondObjective` that keeps every rule, the smaller side of each pair in `broken` held at zero, and of what that
 * breaks in turn; undefined where none was found, or the solve that did not finish.
 */
export function* leastOnFace(
  exclusive: ExclusiveProgram,
  free: OptimalSolution,
  broken: readonly BrokenPair[],
  options: SolveLpOptions,
  secondObjective: Float64Array,
  lp = exclusive.lp,
): Generator<LpProgress, OptimalSolution | UnfinishedSolution | undefined> {
  const face = exclusive.face(lp, free, secondObjective);
  const { pairs, simplex } = exclusive;
  const { solver: _solver, ...limits } = options;
  let { basis } = free;
  let open = broken;
  for (let round = 0; round < ROUNDS; round++) {
    for (const {
      pair,
      sums: [aMw, bMw],
    } of open) {
      for (const column of pairs.columns(pair, aMw <= bMw ? 0 : 1)) {
        if (face.colLower[column] > 0) return undefined;
        face.colUpper[column] = 0;
      }
    }
    // From a basis the simplex takes the few steps there are, whichever engine solved the program.
    const next = yield* solveLpSteps(face, basis ? { ...limits, startBasis: basis, solver: simplex } : options);
    if (next.status === "infeasible" || next.status === "unbounded") return undefined;
    if (next.status !== "optimal") return next;
    const objective = objectiveAt(lp, next.x);
    if (objective - free.objective > sameCost(free)) return undefined;
    open = pairs.broken(next.x);
    if (open.length === 0) return { ...free, x: next.x, objective };
    basis = next.basis;
  }
  return undefined;
}

function sameCost({ objective }: OptimalSolution): number {
  return SAME_COST * Math.max(1, Math.abs(objective));
}
