/**
 * The program around a plan that keeps its either-or rules. In an interval in which one side of a rule runs, the other
 * is held at zero and the rule's valid row, which the limits then imply, is lifted:
 *
 *     a_t > 0:   0 <= b_t <= 0,   a_t / Ua + b_t / Ub <= 1 lifted         (and with the sides changed)
 *
 * The plan is an optimum of it, of the cost of the program with the rules. It is the program that is ranged: there the
 * valid rows would bar the very limits they are made of, since a limit's growth would have to change a coefficient.
 * NB: v_rules(s) <= v_fixed(s) for every shift s of a limit, equal at s = 0. So a unit more saves at least what is said
 * here and a unit less costs at most that: the prices are those of the plan's own directions and have to say so.
 * Where neither side runs, a side that would pay (d < 0 at zero) was held there by the search among directions, and is
 * held here; else both stay open and the row stays as it is.
 */
import type { LinearProgram } from "../lp/linear-program.ts";
import type { OptimalSolution } from "../lp/solution.ts";
import { columnsAt } from "../model/either-or.ts";
import type { SiteModel } from "../model/site-model.ts";

/** Power in MW up to which a side of a rule does not run. */
const RUNS_MW = 1e-6;
/** A reduced cost (relative to 1 + |cost|) below minus this is no rounding. */
const PAYS = 1e-6;

export interface FixedDirections {
  readonly lp: LinearProgram;
  /** By column that is held at zero: the rule, in words. */
  readonly barredBy: ReadonlyMap<number, string>;
}

/** `x` is a plan that keeps the rules of the site, with its reduced costs. */
export function fixDirections(
  site: SiteModel,
  lp: LinearProgram,
  { x, reducedCost }: Pick<OptimalSolution, "x" | "reducedCost">,
): FixedDirections {
  const barredBy = new Map<number, string>();
  const colUpper = lp.colUpper.slice();
  const rowUpper = lp.rowUpper.slice();
  for (const { rule, a, b, rows } of site.eitherOrs) {
    for (let t = 0; t < site.time.count; t++) {
      const sides = [a, b].map((side) => columnsAt(side, t));
      const runs = sides.map((side) => side.some((j) => x[j] > RUNS_MW));
      const held = sides.filter(
        (side, s) =>
          !runs[s] &&
          (runs[1 - s] ||
            side.some((j) => lp.colUpper[j] > RUNS_MW && reducedCost[j] < -PAYS * (1 + Math.abs(lp.cost[j])))),
      );
      if (held.length === 0) continue;
      for (const j of held.flat()) {
        colUpper[j] = Math.max(0, lp.colLower[j]);
        barredBy.set(j, rule);
      }
      if (rows) rowUpper[rows.start + t - rows.from] = Infinity;
    }
  }
  return { lp: barredBy.size === 0 ? lp : { ...lp, colUpper, rowUpper }, barredBy };
}
