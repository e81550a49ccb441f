/**
 * How a limit of the user's moves by one unit. A limit is a number for each interval (of the block, or of several
 * blocks that share one limit); a unit more is a unit where the limit is highest and in proportion elsewhere:
 *
 *     u_t -> u_t + s u_t / max u        (columns; sums over the blocks of one limit)
 *     u_t -> u_t + s                    (rows: a ramp, a cap)
 *
 * So 0 stays 0 (an outage is not mended by a larger connection, a night not by more panels). What may not move at all
 * in an interval (its two limits are equal: an end that is set, a direction that is held) does not. A single column
 * whose limits are equal is an amount that is given (fuel at hand): there both move.
 */
import type { LinearProgram } from "../lp/linear-program.ts";
import type { Limit } from "../model/limit.ts";
import type { SiteModel } from "../model/site-model.ts";
import type { Direction } from "./directed-program.ts";

export interface LimitDirection extends Direction {
  readonly asset: string;
  /** The input field, as in `prices.limits`. */
  readonly limit: string;
  /** What it limits, by the model's name, e.g. `importMw`; tells limits of one name apart. */
  readonly quantity: string;
  readonly unit: string;
  /** The limit where it is highest. */
  readonly value: number;
  /** Whether it is one number for each interval. */
  readonly perInterval: boolean;
  /** A single amount that is given: its two limits are one. */
  readonly isGiven: boolean;
}

/** One for each limit of the model, in its order. `fixed` is `lp` or the program with directions held. */
export function limitDirections(site: SiteModel, lp: LinearProgram, fixed: LinearProgram): LimitDirection[] {
  const groups = new Map<string, Limit[]>();
  for (const limit of site.limits) {
    const {
      block: { asset, unit },
      limit: name,
      of,
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
      of,
      block: { asset, name, unit, perInterval, start: first },
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
