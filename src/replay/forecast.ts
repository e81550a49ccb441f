/**
 * Forecasters of one curve. They are simple on purpose: what they get wrong is what a replay shows. A caller's own
 * forecast is a function of the same form, or the values themselves.
 */
import { PlanInputError } from "../errors.ts";

const HOURS_PER_DAY = 24;
const HOURS_PER_WEEK = 168;

/** What a forecaster knows: the values known at the time of the decision, and nothing after them. */
export interface ForecastBasis {
  /** The history, then the values of the span that are known, one per interval, oldest first. Do not write to it. */
  readonly known: Float64Array;
  /** Number of values wanted, from the first unknown interval on. */
  readonly count: number;
  readonly stepHours: number;
  /** First unknown interval of the span. */
  readonly from: number;
}

/** Returns `count` values, one per interval, in the unit of the curve. Must not depend on a clock or on chance. */
export type Forecaster = (basis: ForecastBasis) => ArrayLike<number>;

/** The last known value goes on. */
export function persistence({ known, count }: ForecastBasis): Float64Array {
  return new Float64Array(count).fill(needed(known, 1, "persistence")[known.length - 1]);
}

/** The value of 168 hours before (of 336 hours before, where that is not known either). Needs a week of history. */
export function sameHourLastWeek({ known, count, stepHours }: ForecastBasis): Float64Array {
  const week = Math.round(HOURS_PER_WEEK / stepHours);
  needed(known, week, "sameHourLastWeek");
  return Float64Array.from({ length: count }, (_, k) => known[known.length - week + (k % week)]);
}

/**
 * For each interval the quantile of the values at the same time of the last days; between two of them the value is
 * interpolated (Hyndman and Fan's type 7). Needs `days` days of history.
 *
 * @param options `quantile`: 0 to 1, 0.5 for the median. `days`: default 14.
 */
export function quantileByHour(options: { readonly quantile: number; readonly days?: number }): Forecaster {
  const { quantile, days = 14 } = options;
  if (!(quantile >= 0 && quantile <= 1)) refuse("quantile", String(quantile), "a number from 0 to 1");
  if (!(Number.isInteger(days) && days >= 1)) refuse("days", String(days), "a whole number of at least 1");
  return ({ known, count, stepHours }) => {
    const day = Math.round(HOURS_PER_DAY / stepHours);
    needed(known, days * day, "quantileByHour");
    const first = known.length - days * day;
    return Float64Array.from({ length: count }, (_, k) => {
      const sameTime = Float64Array.from({ length: days }, (_day, d) => known[first + d * day + (k % day)]).sort();
      const place = quantile * (days - 1);
      const below = Math.floor(place);
      const above = Math.min(days - 1, below + 1);
      return sameTime[below] + (place - below) * (sameTime[above] - sameTime[below]);
    });
  };
}

function needed(known: Float64Array, count: number, forecaster: string): Float64Array {
  if (known.length < count)
    refuse("history", `${known.length} known values`, `at least ${count} before the first forecast of ${forecaster}`);
  return known;
}

function refuse(path: string, given: string, wanted: string): never {
  throw new PlanInputError([{ path: `forecast.${path}`, given, wanted, fix: "give it, or take another forecast" }]);
}
