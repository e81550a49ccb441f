/**
 * Which of the schedules of least cost is taken. Where prices repeat or are zero there are many, and without a choice
 * of its own a plan would change from hour to hour, and with the engine, for nothing. Assets say what they would rather
 * have less of (`SiteModel.preferLess`), and of equal optima the one of least
 *
 *     sum over intervals and blocks of dt weight_t x_t
 *
 * is the plan. It never costs a cent: it is asked over the optima alone. The weights stand far enough apart that the
 * order of `wish` is kept (what is traded between two of them is traded about one to one). What the order leaves open
 * is decided between twins by their names, never by the order of the input.
 */
import type { ColumnBlock } from "./block.ts";
import type { SiteModel } from "./site-model.ts";

/** The last of several twins has a weight this share above the first's. */
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
