/**
 * The shadow price of a limit. For rows it is their dual. The limit U of a power is both a column bound and a
 * coefficient of the valid row a / Ua + b / Ub <= 1 of each of its either-or rules. At a = Ua, b = 0 both bind, and the
 * solver may assign the price to either. Therefore
 *
 *     d(min cost) / d(U) = reducedCost + sum over rules of y_rule a / Ua^2        (Ua: sum of the side's limits)
 */
import type { ColumnBlock, RowBlock } from "../model/block.ts";
import type { Limit } from "../model/limit.ts";
import type { SiteModel } from "../model/site-model.ts";
import type { SolvedSite } from "../model/solved-site.ts";

/**
 * d(min cost) / d(upper limit), USD per unit, negative if it binds. One value per interval of the whole time axis, or a
 * single value for a limit over the whole plan.
 */
export function limitPrices(site: SiteModel, solved: SolvedSite, { block }: Omit<Limit, "limit">): Float64Array {
  if (block.of === "row") return solved.rowPrices(block);
  const usd = solved.reducedCosts(block);
  for (const { a, b, rows } of site.eitherOrs) {
    for (const side of [a, b]) {
      if (rows && side.includes(block)) addRulePrice(usd, side, rows, site, solved);
    }
  }
  return usd;
}

function addRulePrice(
  usd: Float64Array,
  side: readonly ColumnBlock[],
  rows: RowBlock,
  site: SiteModel,
  solved: SolvedSite,
): void {
  const totalMw = solved.total(side);
  const upperMw = site.upperOf(side);
  solved.rowPrices(rows).forEach((y, t) => {
    if (upperMw[t] > 0) usd[t] += (y * totalMw[t]) / upperMw[t] ** 2;
  });
}
