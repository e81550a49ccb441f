/**
 * Breaks ties between schedules of equal cost. Where prices repeat or are zero, many schedules are optimal, and an
 * engine would return an arbitrary one. Assets name the quantities of which less is better (`SiteModel.preferLess`).
 * The plan is the optimum with the least
 *
 *     sum over intervals and blocks of dt weight_t x_t
 *
 * The second objective is minimised over the optimal face only, so it never raises the cost. The weights of
 * `tieBreakWeight` differ enough that their order is one of priority (two quantities trade about one to one). Ties that
 * remain between equal assets are broken by their names, never by the order of the input.
 */
import type { ColumnBlock } from "./block.ts";
import type { SiteModel } from "./site-model.ts";

/** The last of several equal assets has a weight this share above the first's. */
const TWIN_SHARE = 5e-2;

/** Weight of every column, for `LpOptions.secondObjective`. */
export function secondObjective({ preferences, colLower, time }: SiteModel): Float64Array {
  const cost = new Float64Array(colLower.length);
  const key = ({ asset, name }: ColumnBlock) => `${asset} ${name}`;
  const names = preferences.map(({ columns }) => key(columns)).sort();
  for (const { columns, weight } of preferences) {
    const { start, count } = columns;
    const twin = (TWIN_SHARE * names.indexOf(key(columns))) / names.length;
    for (let i = 0; i < count; i++) {
      const each = typeof weight === "number" ? weight : weight[i];
      cost[start + i] += time.stepHours * (each + Math.abs(each) * twin);
    }
  }
  return cost;
}
