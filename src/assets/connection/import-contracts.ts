/**
 * The contracts settled at the meter of one connection. Of its import, contract k supplies used_kt, and what is left is
 * bought at spot:
 *
 *     import_t - sum_k used_kt >= 0
 *
 * Purchases made the day before are settled against what is bought at spot (`day-ahead-balance.ts`).
 *
 * Contract k may also hold a volume free_kt that costs the same whether used or not. Such volumes have no columns: they
 * count as used before any energy is bought at spot, in the order of the contracts.
 */
import type { ColumnBlock, RowBlock } from "../../model/block.ts";
import type { SiteModel } from "../../model/site-model.ts";
import type { SolvedSite } from "../../model/solved-site.ts";
import { DayAheadBalance, type ImbalanceFees } from "./day-ahead-balance.ts";

export class ImportContracts {
  readonly #importMw: ColumnBlock;
  readonly #usedMw: ColumnBlock[] = [];
  readonly #freeMw: Float64Array[] = [];
  /** Declared with the first contract that has columns. */
  #boughtAtSpotMw: RowBlock | undefined;
  /** The day-ahead balance; declared with the first day-ahead purchase. */
  #dayAhead: DayAheadBalance | undefined;

  constructor(importMw: ColumnBlock) {
    this.#importMw = importMw;
  }

  /** Counts a contract's energy as part of the import, MW at the POI. */
  use(usedMw: ColumnBlock, site: SiteModel): void {
    this.#boughtAtSpotMw ??= this.#declareRows(site);
    site.addTerms(this.#boughtAtSpotMw, usedMw, -1);
    this.#dayAhead?.addUsed(usedMw, site);
    this.#usedMw.push(usedMw);
  }

  /**
   * Settles a purchase made the day before with all others of this connection. False where its fees are not those of
   * the others: the imbalance of a meter is one.
   */
  buyDayAhead(boughtMw: ColumnBlock, fees: ImbalanceFees, site: SiteModel): boolean {
    this.#dayAhead ??= new DayAheadBalance(this.#importMw, this.#usedMw, fees, site);
    return this.#dayAhead.add(boughtMw, fees, site);
  }

  /** What is bought at spot less what was bought the day before, MW per interval: negative for a surplus. */
  imbalanceMw(solved: SolvedSite): Float64Array {
    const usedMw = solved.total(this.#usedMw);
    const boughtMw = solved.total(this.#dayAhead?.boughtMw ?? []);
    return solved.values(this.#importMw).map((mw, t) => mw - usedMw[t] - boughtMw[t]);
  }

  /** Adds a volume that costs the same whether used or not, MW per interval; its place is for `freeUsedMw`. */
  addFree(volumeMw: Float64Array): number {
    return this.#freeMw.push(volumeMw) - 1;
  }

  /** How much of the free volume at a place is used: as far as the others leave room in the import, MW per interval. */
  freeUsedMw(place: number, solved: SolvedSite): Float64Array {
    const othersMw = solved.total(this.#usedMw);
    return solved.values(this.#importMw).map((mw, t) => {
      let roomMw = Math.max(0, mw - othersMw[t]);
      for (let before = 0; before < place; before++) roomMw -= Math.min(roomMw, this.#freeMw[before][t]);
      return Math.min(this.#freeMw[place][t], roomMw);
    });
  }

  #declareRows(site: SiteModel): RowBlock {
    const rows = site.addRows(this.#importMw.asset, "bought at spot", { unit: "MW", lower: 0 });
    site.addTerms(rows, this.#importMw, 1);
    return rows;
  }
}
