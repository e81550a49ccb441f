/**
 * The program with the directions of a plan fixed, for a plan that satisfies its either-or rules. In an interval in
 * which one side of a rule runs, the other side is fixed at zero. The valid row of the rule, which the limits then
 * imply, becomes free:
 *
 *     a_t > 0:   0 <= b_t <= 0,   a_t / Ua + b_t / Ub <= 1 becomes free         (and with the sides exchanged)
 *
 * The plan is an optimum of this program, with the same cost as with the rules. Ranging uses it because a valid row
 * would block the very limits that it is made of: a larger limit would have to change a coefficient of the row.
 *
 * NB: v_rules(s) <= v_fixed(s) for every shift s of a limit, with equality at s = 0. One unit more therefore saves at
 * least the stated amount, and one unit less costs at most the stated amount. The prices belong to the plan's own
 * directions and must say so. If neither side runs, the search may still have fixed a side that would pay (d < 0 at
 * zero); this side is fixed here too. Otherwise both sides stay free and the row is unchanged.
 */
import type { LinearProgram } from "../lp/linear-program.ts";
import type { OptimalSolution } from "../lp/solution.ts";
import { columnsAt } from "../model/either-or.ts";
import type { SiteModel } from "../model/site-model.ts";

/** Power in MW up to which a side of a rule counts as not running. */
const RUNS_MW = 1e-6;
/** A reduced cost below minus this (relative to 1 + |cost|) is more than rounding. */
const PAYS = 1e-6;

export interface FixedDirections {
  readonly lp: LinearProgram;
  /** For each column fixed at zero: the rule, in words. */
  readonly barredBy: ReadonlyMap<number, string>;
}

/** `x` is a plan that satisfies the rules of the site, with its reduced costs. */
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
      const fixedSide = sides.filter(
        (side, s) =>
          !runs[s] &&
          (runs[1 - s] ||
            side.some((j) => lp.colUpper[j] > RUNS_MW && reducedCost[j] < -PAYS * (1 + Math.abs(lp.cost[j])))),
      );
      if (fixedSide.length === 0) continue;
      for (const j of fixedSide.flat()) {
        colUpper[j] = Math.max(0, lp.colLower[j]);
        barredBy.set(j, rule);
      }
      if (rows) rowUpper[rows.start + t - rows.from] = Infinity;
    }
  }
  return { lp: barredBy.size === 0 ? lp : { ...lp, colUpper, rowUpper }, barredBy };
}
