/**
 * The effect of one more unit of a column on the cost, term by term. By stationarity of the optimum,
 *
 *     c_j - sum_i a_ij y_i = d_j
 *
 * The cost items of the column, and the charges of its rows (their shadow price times its coefficient), add up to its
 * reduced cost. This holds for all rows: no term is left out, and none is estimated.
 */
import { isoStamp } from "../time/time-grid.ts";
import type { LinearProgram } from "../lp/linear-program.ts";
import { blockOf } from "../model/block-of.ts";
import type { ColumnBlock, RowBlock } from "../model/block.ts";
import type { SiteModel } from "../model/site-model.ts";

/** One term; costs are positive, income is negative. */
export interface MoneyTerm {
  /**
   * A cost item (`import energy`), `power` at the site bus, or a row: the user's name of its limit, or else the model's
   * name.
   */
  readonly what: string;
  /** USD per unit of the column. */
  readonly usd: number;
  /** The row block; absent for a cost item. */
  readonly rows?: RowBlock;
}

/**
 * The terms of column `place` of a block in USD per unit, without zeros. Rows of a block for the interval of the
 * column, or for no particular interval, are one term. A row of another interval is a term of its own and names the
 * interval.
 */
export function moneyTerms(
  site: SiteModel,
  lp: LinearProgram,
  y: Float64Array,
  block: ColumnBlock,
  place: number,
): MoneyTerm[] {
  const j = block.start + place;
  const terms = new Map<string, { what: string; usd: number; rows?: RowBlock }>();
  const add = (key: string, term: MoneyTerm): void => {
    const known = terms.get(key);
    if (known) known.usd += term.usd;
    else terms.set(key, { ...term });
  };
  for (const { columns, item, usdPerUnit } of site.costTerms) {
    if (columns === block)
      add(item, { what: item, usd: typeof usdPerUnit === "number" ? usdPerUnit : usdPerUnit[block.from + place] });
  }
  for (let k = lp.colStart[j]; k < lp.colStart[j + 1]; k++) {
    const row = lp.rowIndex[k];
    const rows = blockOf(site.rowBlocks, row);
    const t = rows.from + row - rows.start;
    const isElsewhere = block.perInterval && rows.perInterval && t !== block.from + place;
    const what = `${rowName(site, rows, block.asset)}${isElsewhere ? ` at ${isoStamp(site.time, t)}` : ""}`;
    add(`${rows.start} ${isElsewhere ? t : ""}`, { what, usd: -lp.value[k] * y[row], rows });
  }
  return [...terms.values()].filter(({ usd }) => usd !== 0);
}

function rowName(site: SiteModel, rows: RowBlock, asset: string): string {
  if (rows === site.balance) return "power";
  const name = site.limits.find(({ block }) => block === rows)?.limit ?? rows.name;
  // An either-or rule names its asset.
  return rows.asset === asset || rows.asset === site.balance.asset ? name : `${rows.asset} ${name}`;
}
