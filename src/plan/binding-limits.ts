/** Causes of a violated row, from the shadow prices of the elastic program. */
import type { LinearProgram } from "../lp/linear-program.ts";
import type { RowBlock } from "../model/block.ts";
import { fieldPath } from "../model/limit.ts";
import type { SiteModel } from "../model/site-model.ts";
import type { SolvedSite } from "../model/solved-site.ts";
import { limitPrices } from "./limit-prices.ts";

/** A limit or requirement that takes part in a conflict. */
export interface BindingLimit {
  /** Name of the asset. */
  readonly asset: string;
  /** The input field that sets it, if there is one. */
  readonly limit: string;
  /**
   * The value of the limit, as the user wrote it.
   * @unit see unit
   */
  readonly value: number;
  /** Unit of the field; `1` for a share. */
  readonly unit: string;
  /**
   * A value of this limit that makes a plan possible if nothing else changes, verified on the changed site. A field
   * with one number per interval is raised wherever it is smaller, in the intervals of all conflicts that name it. The
   * value is in the field's own unit, like `value` (`sets` in sets, `availability` as a share), and about the smallest
   * that suffices. Absent if no sufficient value is known. Among many limits, only the first few that bind in the worst
   * conflicts are tried.
   * @unit see unit
   */
  readonly raiseTo?: number;
}

/** A violation or a price below this, in the unit of the row, is rounding. */
export const NO_MISS = 1e-7;

/**
 * Limits that bind in an interval of some rows: the user's limits that are fully used and have a shadow price there, or
 * in any interval for rows over the plan.
 */
export function limitsBindingAt(
  site: SiteModel,
  solved: SolvedSite,
  lp: LinearProgram,
): (missed: RowBlock, interval: number) => BindingLimit[] {
  const limits = site.limits.map((limit) => ({
    ...limit,
    prices: limitPrices(site, solved, limit),
    // NB: the valid row of an either-or rule also gives a price to limits that are not fully used. Raising those would
    // not help.
    values: limit.block.of === "column" ? solved.values(limit.block) : undefined,
    upper: limit.block.of === "column" ? lp.colUpper : lp.rowUpper,
  }));
  return (missed, interval) => {
    const found = limits.flatMap(({ block, prices, values, upper, ...named }) => {
      const limit = fieldPath(named);
      const { asset, unit, perInterval } = block;
      const first = block.start - (perInterval ? block.from : 0);
      const binds = (price: number, t: number) =>
        price < -NO_MISS && (values === undefined || values[t] >= upper[first + t] - NO_MISS);
      const t = perInterval && missed.perInterval ? interval : prices.findIndex(binds);
      return t >= 0 && block !== missed && binds(prices[t], t) ? [{ asset, limit, value: upper[first + t], unit }] : [];
    });
    // One field may set several blocks, e.g. rigs those of all power modes.
    return found.filter(
      ({ asset, limit }, i) => found.findIndex((other) => other.asset === asset && other.limit === limit) === i,
    );
  };
}

/** A limit of the user that is itself violated: the rows' upper bound. */
export function violatedLimit(site: SiteModel, rows: RowBlock, upper: number): BindingLimit | undefined {
  const own = site.limits.find(({ block }) => block === rows);
  return own && { asset: rows.asset, limit: fieldPath(own), value: upper, unit: rows.unit };
}

/** States at their lower limit in an interval that would give more below it, e.g. an empty battery. */
export function statesAtMinimum(
  site: SiteModel,
  solved: SolvedSite,
  lp: LinearProgram,
): (interval: number) => BindingLimit[] {
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
 * The requirement on a state behind a violated balance row of that state. It is the first lower limit with a price, in
 * that interval or later, of a state of the same asset and unit in those rows. The elastic program may violate the
 * balance anywhere on the way there.
 */
export function stateTargets(
  site: SiteModel,
  solved: SolvedSite,
  lp: LinearProgram,
): (missed: RowBlock, interval: number) => StateTarget | undefined {
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
 * For each row of the program, the requirements that share a column with it and would be costly to violate: rows over a
 * period with a positive price, and lower limits of columns with a positive price.
 */
export function needsByRow(site: SiteModel, solved: SolvedSite, lp: LinearProgram): Map<number, BindingLimit[]> {
  const byRow = new Map<number, BindingLimit[]>();
  const needOfRow = new Map<number, BindingLimit>();
  for (const rows of site.rowBlocks) {
    const { perInterval, start, asset, name, unit } = rows;
    if (!perInterval && solved.rowPrice(rows) > NO_MISS)
      needOfRow.set(start, { asset, limit: name, value: lp.rowLower[start], unit });
  }
  const tie = (row: number, need: BindingLimit) => {
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
