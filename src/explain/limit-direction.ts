/**
 * How one of the user's limits changes by one unit. A limit is one number per interval of its block, or of several
 * blocks that share one limit. One unit more means one unit in the interval with the highest value, and a proportional
 * change elsewhere:
 *
 *     u_t -> u_t + s u_t / max u        (columns; sums over the blocks of one limit)
 *     u_t -> u_t + s                    (rows: a ramp, a cap)
 *
 * Zero therefore remains 0: a larger connection does not help in an outage, nor do more panels at night. A bound that
 * is fixed in an interval (equal bounds: a required end level, a fixed direction) does not move. A single column with
 * equal bounds is a given amount (fuel in stock): there both bounds move.
 */
import type { LinearProgram } from "../lp/linear-program.ts";
import type { Limit } from "../model/limit.ts";
import type { SiteModel } from "../model/site-model.ts";
import type { Direction } from "./directed-program.ts";

export interface LimitDirection extends Direction {
  readonly asset: string;
  /** The input field, as in `prices.limits`. */
  readonly limit: string;
  /** The limited quantity in the model, e.g. `importMw`; distinguishes limits with the same name. */
  readonly quantity: string;
  readonly unit: string;
  /** The highest value of the limit. */
  readonly value: number;
  /** Whether it has one number per interval. */
  readonly perInterval: boolean;
  /** A single given amount: its two bounds are equal. */
  readonly isGiven: boolean;
}

/** One for each limit of the model, in its order. `fixed` is `lp`, or the program with fixed directions. */
export function limitDirections(site: SiteModel, lp: LinearProgram, fixed: LinearProgram): LimitDirection[] {
  const groups = new Map<string, Limit[]>();
  for (const limit of site.limits) {
    const {
      block: { asset, unit, of },
      limit: name,
    } = limit;
    const key = JSON.stringify([asset, name, of, unit]);
    groups.set(key, [...(groups.get(key) ?? []), limit]);
  }
  return [...groups.values()].map((limits) => ofGroup(limits, lp, fixed));
}

function ofGroup(limits: readonly Limit[], lp: LinearProgram, fixed: LinearProgram): LimitDirection {
  const [
    {
      limit,
      block: { of, asset, name, unit, perInterval, start: first },
    },
  ] = limits;
  const isColumn = of === "column";
  const upper = isColumn ? lp.colUpper : lp.rowUpper;
  const [lowerNow, upperNow] = isColumn ? [fixed.colLower, fixed.colUpper] : [fixed.rowLower, fixed.rowUpper];
  const isGiven = isColumn && !perInterval && lp.colLower[first] === lp.colUpper[first];
  const sums = new Map<number, number>();
  const places: number[] = [];
  for (const {
    block: { start, count, from },
  } of limits) {
    for (let i = 0; i < count; i++) {
      const place = start + i;
      if (!Number.isFinite(upper[place])) continue;
      sums.set(from + i, (sums.get(from + i) ?? 0) + upper[place]);
      if ((isGiven || lowerNow[place] < upperNow[place]) && (!isColumn || upper[place] > 0)) places.push(place);
    }
  }
  const value = [...sums.values()].reduce((most, sum) => Math.max(most, sum), 0);
  places.sort((a, b) => a - b);
  const rates = places.map((place) => (isColumn ? upper[place] / value : 1));
  return {
    asset,
    limit,
    quantity: name,
    unit,
    value,
    perInterval,
    isGiven,
    ...(isColumn
      ? { cols: places, colRates: rates, rows: [], rowRates: [] }
      : { cols: [], colRates: [], rows: places, rowRates: rates }),
  };
}
