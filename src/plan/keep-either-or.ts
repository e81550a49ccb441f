/**
 * Ties between equal optima. A program may have an optimum that breaks an either-or rule beside one of equal cost that
 * keeps it (charging and discharging at a zero price). The cost of the free program bounds every plan that keeps the
 * rules; so a point of its optimal face with the smaller side of each broken pair held at zero is an optimum of both, and
 * the free program's duals prove it. Where there is none nothing is claimed, and a solve that was cut short is passed on:
 * it cannot tell.
 */
import type { LpProgress } from "../lp/options.ts";
import type { OptimalSolution, UnfinishedSolution } from "../lp/solution.ts";
import { SolvedSite } from "../model/solved-site.ts";
import { solveLpSteps, type SolveLpOptions } from "../solvers/solve-lp.ts";
import type { BuiltSite } from "./build-site.ts";
import { brokenRules } from "./either-or-check.ts";
import { faceProgram } from "./face-program.ts";

const ROUNDS = 4;
/** Objective differences below this, relative, are rounding. */
const SAME_COST = 1e-9;

/** An equally cheap solution that keeps every rule, undefined where none was found, or the solve that did not finish. */
export function* keepEitherOr(
  built: BuiltSite,
  free: OptimalSolution,
  options: SolveLpOptions,
): Generator<LpProgress, OptimalSolution | UnfinishedSolution | undefined> {
  const { site, lp } = built;
  let broken = brokenRules(site.eitherOrs, new SolvedSite(site.time, free));
  if (broken.length === 0) return free;
  const face = faceProgram(lp, free);
  const { solver: _solver, ...limits } = options;
  let { basis } = free;
  for (let round = 0; round < ROUNDS; round++) {
    for (const { rule, interval, aMw, bMw } of broken) {
      for (const either of site.eitherOrs) {
        if (either.rule !== rule) continue;
        for (const columns of aMw <= bMw ? either.a : either.b) {
          const place = interval - columns.from;
          if (place < 0 || place >= columns.count) continue;
          const column = columns.start + place;
          face.colUpper[column] = Math.max(0, lp.colLower[column]);
          if (face.colLower[column] > face.colUpper[column]) return undefined;
        }
      }
    }
    // From a basis the default engine takes the few steps there are, whichever solved the program.
    const next = yield* solveLpSteps(face, basis ? { ...limits, startBasis: basis } : options);
    if (next.termination === "infeasible" || next.termination === "unbounded") return undefined;
    if (next.termination !== "optimal") return next;
    const objective = lp.cost.reduce((sum, cost, j) => sum + cost * next.x[j], lp.objectiveOffset);
    if (objective - free.objective > SAME_COST * Math.max(1, Math.abs(free.objective))) return undefined;
    broken = brokenRules(site.eitherOrs, new SolvedSite(site.time, next));
    if (broken.length === 0) return { ...free, x: next.x, objective };
    basis = next.basis;
  }
  return undefined;
}
