/**
 * Common decisions under which either-or rules hold. The extensive form knows no such rule; where its optimum violates
 * one in a scenario, the side that is the smaller one in the plan of that scenario alone is held at zero there, and the
 * program is solved again, until no rule is violated. This is a heuristic: its answer satisfies all rules and limits,
 * and how much cheaper another one could be is what the bound of the free program says.
 */
import type { OptimalSolution } from "../lp/solution.ts";
import type { BuiltSite } from "../plan/build-site.ts";
import { rulePairs } from "../plan/either-or-check.ts";
import type { PlanOptions } from "../plan/plan-options.ts";
import { solveLpSteps } from "../solvers/solve-lp.ts";
import type { ExtensiveForm } from "./extensive-form.ts";

const MOST_ROUNDS = 8;

/**
 * `free`: optimum of the form. `alone[s]`: point of the plan of scenario s alone. Undefined if `free` violates no rule,
 * or if no such decisions were found.
 */
export function* settledDirections(
  { lp: form, columns, sharedStart }: ExtensiveForm,
  free: OptimalSolution,
  sites: readonly BuiltSite[],
  alone: readonly (Float64Array | undefined)[],
  options: PlanOptions,
): Generator<unknown, OptimalSolution | undefined> {
  const rules = sites.map(({ site }) => rulePairs(site));
  const lp = { ...form, colUpper: form.colUpper.slice() };
  let solution = free;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    let isViolated = false;
    for (const [s, { broken, columns: columnsOf }] of rules.entries()) {
      const place = columns[s];
      const x = Float64Array.from(place, (at) => solution.x[at]);
      for (const { pair, sums } of broken(x)) {
        isViolated = true;
        const [a, b] = sums.map((mw, side) => sumOf(alone[s], columnsOf(pair, side as 0 | 1), mw));
        for (const j of columnsOf(pair, a <= b ? 0 : 1)) {
          if (place[j] >= sharedStart || lp.colLower[place[j]] > 0) return undefined;
          lp.colUpper[place[j]] = 0;
        }
      }
    }
    if (!isViolated) return round === 0 ? undefined : solution;
    const next = yield* solveLpSteps(lp, options);
    if (next.status !== "optimal") return undefined;
    solution = next;
  }
  return undefined;
}

function sumOf(x: Float64Array | undefined, columns: readonly number[], without: number): number {
  return x ? columns.reduce((mw, j) => mw + x[j], 0) : without;
}
