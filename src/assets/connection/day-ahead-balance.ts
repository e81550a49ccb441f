/**
 * The imbalance of one connection: what it imports at spot (import_t less what contracts supply) beside what was bought
 * for it the day before, of all purchases k together:
 *
 *     import_t - sum of contracts used_t - sum_k bought_kt = shortfall_t - surplus_t,     shortfall_t, surplus_t >= 0
 *     cost = dt (shortfall fee_t shortfall_t + surplus fee_t surplus_t)
 *
 * Without fees there is nothing to decide, and no columns or rows.
 */
import type { ColumnBlock, RowBlock } from "../../model/block.ts";
import type { SiteModel } from "../../model/site-model.ts";
import { scaled } from "../fields/series.ts";

/** USD/MWh on top of the price for a shortfall, and off it for a surplus; absent = 0. */
export interface ImbalanceFees {
  readonly shortfallUsdPerMwh?: Float64Array | undefined;
  readonly surplusUsdPerMwh?: Float64Array | undefined;
}

const FEES = ["shortfallUsdPerMwh", "surplusUsdPerMwh"] as const;

export class DayAheadBalance {
  readonly boughtMw: ColumnBlock[] = [];
  readonly #fees: ImbalanceFees;
  readonly #rows: RowBlock | undefined;

  constructor(importMw: ColumnBlock, usedMw: readonly ColumnBlock[], fees: ImbalanceFees, site: SiteModel) {
    this.#fees = fees;
    if (!FEES.some((fee) => fees[fee]?.some((usd) => usd > 0))) return;
    const { asset } = importMw;
    const rows = site.addRows(asset, "day-ahead balance", { unit: "MW", lower: 0, upper: 0 });
    this.#rows = rows;
    site.addTerms(rows, importMw, 1);
    for (const [fee, name, sign] of [
      ["shortfallUsdPerMwh", "shortfallMw", -1],
      ["surplusUsdPerMwh", "surplusMw", 1],
    ] as const) {
      const columns = site.addSeries(asset, name, { unit: "MW" });
      site.addTerms(rows, columns, sign);
      const usdPerMwh = fees[fee];
      if (usdPerMwh) site.addCost(columns, "day-ahead imbalance", "cash", scaled(usdPerMwh, site.time.stepHours));
    }
    for (const columns of usedMw) this.addUsed(columns, site);
  }

  /** A purchase; false where it has other fees. */
  add(boughtMw: ColumnBlock, fees: ImbalanceFees, site: SiteModel): boolean {
    if (this.#rows) site.addTerms(this.#rows, boughtMw, -1);
    this.boughtMw.push(boughtMw);
    return FEES.every((fee) => {
      const [own, others] = [fees[fee], this.#fees[fee]];
      for (let t = 0; t < site.time.count; t++) if ((own?.[t] ?? 0) !== (others?.[t] ?? 0)) return false;
      return true;
    });
  }

  /** Energy that a contract supplies. */
  addUsed(usedMw: ColumnBlock, site: SiteModel): void {
    if (this.#rows) site.addTerms(this.#rows, usedMw, -1);
  }
}
