/**
 * Ties between equal optima. One optimum may violate an either-or rule while another of equal cost satisfies it, e.g.
 * charging and discharging at a zero price. The cost of the LP relaxation is a bound for every plan that satisfies the
 * rules. A point of its optimal face with the smaller side of each violated pair fixed at zero is therefore optimal for
 * both, proven by the duals of the relaxation. Often `BlockBound` shows at once that there is no such point; then, and
 * if no such point is found, nothing is claimed. A solve that was cut short is passed on to the caller.
 */
import type { BrokenPair } from "../branch/exclusive-pairs.ts";
import type { ExclusiveProgram } from "../branch/exclusive-program.ts";
import { objectiveAt } from "../lp/objective-at.ts";
import type { LpProgress } from "../lp/options.ts";
import type { OptimalSolution, UnfinishedSolution } from "../lp/solution.ts";
import { solveLpSteps, type SolveLpOptions } from "../solvers/solve-lp.ts";

const ROUNDS = 4;
/** Relative objective differences below this are rounding. */
const SAME_COST = 1e-9;

/**
 * Returns an equally cheap solution that satisfies every rule, with the least `secondObjective` among them. Returns
 * undefined if there is no such solution or none was found, or else the solve that did not finish.
 */
export function* tiedOptimum(
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
 * Among the optima of `lp` (the program of `exclusive` or of one of its nodes) with the cost of `free`: the one of
 * least `secondObjective` that satisfies every rule. The smaller side of each pair in `broken` is fixed at zero, and
 * then of each pair that this violates in turn. Returns undefined if none was found, or else the solve that did not
 * finish.
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
    // With a basis the simplex needs few iterations, whichever engine solved the program.
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
