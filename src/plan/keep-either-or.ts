/**
 * Ties between equal optima. A program may have an optimum that breaks an either-or rule beside one of equal cost that
 * keeps it (charging and discharging at a zero price). The cost of the free program bounds every plan that keeps the
 * rules; so a solution of the program with the smaller side of each broken pair held at zero that reaches the bound is
 * an optimum of both, and the free program's duals prove it. Where the bound is not reached nothing is claimed, and a
 * solve that was cut short is passed on: it cannot tell.
 */
import type { LinearProgram } from "../lp/linear-program.ts";
import type { LpOptions } from "../lp/options.ts";
import type { OptimalSolution, UnfinishedSolution } from "../lp/solution.ts";
import { SolvedSite } from "../model/solved-site.ts";
import { solveLp } from "../solvers/solve-lp.ts";
import type { LpSolver } from "../solvers/solver.ts";
import type { BuiltSite } from "./build-site.ts";
import { brokenRules } from "./either-or-check.ts";

const ROUNDS = 4;
/** Objective differences below this, relative, are rounding. */
const SAME_COST = 1e-9;

/** An equally cheap solution that keeps every rule, undefined where none was found, or the solve that did not finish. */
export function keepEitherOr(
  built: BuiltSite,
  free: OptimalSolution,
  options: LpOptions & { readonly solver?: LpSolver },
): OptimalSolution | UnfinishedSolution | undefined {
  const { site, lp } = built;
  let solution = free;
  const colUpper = lp.colUpper.slice();
  for (let round = 0; round < ROUNDS; round++) {
    const broken = brokenRules(site.eitherOrs, new SolvedSite(site.time, solution));
    if (broken.length === 0) return round === 0 ? free : { ...free, x: solution.x, objective: solution.objective };
    for (const { rule, interval, aMw, bMw } of broken) {
      for (const either of site.eitherOrs) {
        if (either.rule !== rule) continue;
        for (const { columns } of aMw <= bMw ? either.a : either.b) {
          const place = interval - columns.from;
          if (place < 0 || place >= columns.count) continue;
          const column = columns.start + place;
          colUpper[column] = Math.max(0, lp.colLower[column]);
        }
      }
    }
    const restricted: LinearProgram = { ...lp, colUpper };
    const next = solveLp(restricted, { ...options, ...(solution.basis === undefined ? {} : { startBasis: solution.basis }) });
    if (next.termination === "infeasible" || next.termination === "unbounded") return undefined;
    if (next.termination !== "optimal") return next;
    if (next.objective - free.objective > SAME_COST * Math.max(1, Math.abs(free.objective))) return undefined;
    solution = next;
  }
  return undefined;
}
