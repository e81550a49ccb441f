/** What stands in the way of a missed row, read from the prices of the elastic program. */
import type { LinearProgram } from "../lp/linear-program.ts";
import type { Rows } from "../model/columns.ts";
import type { SiteModel } from "../model/site-model.ts";
import type { SolvedSite } from "../model/solved-site.ts";
import { limitPrices } from "./limit-prices.ts";

/** A limit or requirement that takes part in a conflict. */
export interface HoldingLimit {
  readonly asset: string;
  /** The input field that sets it, where there is one. */
  readonly limit: string;
  readonly value: number;
  /** That of the field; `1` for a share. */
  readonly unit: string;
  /**
   * Raised alone to this the limit makes a plan possible: tried on the site so changed. A field of one number for each
   * interval is raised where it is less in the intervals of all conflicts that name it. In the field's own unit, as
   * `value` is (`sets` in sets, `availability` as a share), and about the least that does it. Absent where no value is
   * known to; of many limits only the first few that hold the worst conflicts are tried.
   */
  readonly raiseTo?: number;
}

/** A miss or a price below this, in the row's unit, is rounding. */
export const NO_MISS = 1e-7;

/**
 * What holds an interval of some rows: the user's limits that are used up and have a price, there or (rows over the
 * plan) anywhere.
 */
export function holdingLimits(
  site: SiteModel,
  solved: SolvedSite,
  lp: LinearProgram,
): (missed: Rows, interval: number) => HoldingLimit[] {
  const limits = site.limits.map((limit) => ({
    ...limit,
    prices: limitPrices(site, solved, limit),
    // NB: the valid row of an either-or rule puts a price on limits that are not used up; raising those would mend
    // nothing.
    values: limit.of === "column" ? solved.values(limit.block) : undefined,
    upper: limit.of === "column" ? lp.colUpper : lp.rowUpper,
  }));
  return (missed, interval) =>
    limits.flatMap(({ limit, block, prices, values, upper }) => {
      const { asset, unit, perInterval } = block;
      const first = block.start - (perInterval ? block.from : 0);
      const holds = (price: number, t: number) =>
        price < -NO_MISS && (values === undefined || values[t] >= upper[first + t] - NO_MISS);
      const t = perInterval && missed.perInterval ? interval : prices.findIndex(holds);
      return t >= 0 && block !== missed && holds(prices[t], t) ? [{ asset, limit, value: upper[first + t], unit }] : [];
    });
}

/** States that stand at their lower limit in an interval and would give more below it: an empty battery. */
export function emptiedStates(
  site: SiteModel,
  solved: SolvedSite,
  lp: LinearProgram,
): (interval: number) => HoldingLimit[] {
  const states = site.columnBlocks
    .filter(({ lowerLimit }) => lowerLimit)
    .map((block) => ({ block, prices: solved.reducedCosts(block), values: solved.values(block) }));
  return (t) =>
    states.flatMap(({ block: { asset, unit, start, from, lowerLimit }, prices, values }) => {
      const value = lp.colLower[start + t - from];
      return prices[t] > NO_MISS && values[t] <= value + NO_MISS
        ? [{ asset, limit: lowerLimit?.(t) ?? "", value, unit }]
        : [];
    });
}

/** A lower limit of a state in one interval. */
export interface StateTarget {
  readonly limit: string;
  readonly value: number;
  readonly interval: number;
}

/**
 * What the missed sum of a state is asked for: the first lower limit with a price, in that interval or a later one, of
 * a state of the same asset and unit that stands in those rows. The elastic program misses the sum anywhere on the way
 * there.
 */
export function stateTargets(
  site: SiteModel,
  solved: SolvedSite,
  lp: LinearProgram,
): (missed: Rows, interval: number) => StateTarget | undefined {
  const states = site.columnBlocks
    .filter(({ lowerLimit }) => lowerLimit)
    .map((block) => ({ block, prices: solved.reducedCosts(block) }));
  return (missed, interval) => {
    for (const {
      block: { asset, unit, start, from, count, lowerLimit },
      prices,
    } of states) {
      if (asset !== missed.asset || unit !== missed.unit) continue;
      for (let t = Math.max(from, interval); t < from + count; t++) {
        const value = lp.colLower[start + t - from];
        if (value > 0 && prices[t] > NO_MISS) return { limit: lowerLimit?.(t) ?? "", value, interval: t };
      }
    }
    return undefined;
  };
}

/**
 * By row of the program: the requirements that share a column with it and whose miss would cost. They are the rows over
 * a period with a positive price, and lower limits of columns with a positive price.
 */
export function needsByRow(site: SiteModel, solved: SolvedSite, lp: LinearProgram): Map<number, HoldingLimit[]> {
  const byRow = new Map<number, HoldingLimit[]>();
  const needOfRow = new Map<number, HoldingLimit>();
  for (const rows of site.rowBlocks) {
    const { perInterval, start, asset, name, unit } = rows;
    if (!perInterval && solved.rowPrice(rows) > NO_MISS)
      needOfRow.set(start, { asset, limit: name, value: lp.rowLower[start], unit });
  }
  const tie = (row: number, need: HoldingLimit) => {
    const known = byRow.get(row) ?? [];
    if (known.some(({ asset, limit, value }) => asset === need.asset && limit === need.limit && value === need.value))
      return;
    byRow.set(row, [...known, need]);
  };
  for (const block of site.columnBlocks) {
    const { asset, name, unit, from, perInterval, lowerLimit } = block;
    const prices = solved.reducedCosts(block);
    for (let i = 0; i < block.count; i++) {
      const column = block.start + i;
      const value = lp.colLower[column];
      const rows = lp.rowIndex.subarray(lp.colStart[column], lp.colStart[column + 1]);
      if (perInterval && value > 0 && prices[from + i] > NO_MISS) {
        const need = { asset, limit: lowerLimit?.(from + i) ?? `${name} at least`, value, unit };
        for (const row of rows) tie(row, need);
      }
      for (const needing of rows) {
        const need = needOfRow.get(needing);
        if (need) for (const row of rows) if (row !== needing) tie(row, need);
      }
    }
  }
  return byRow;
}
