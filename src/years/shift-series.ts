/**
 * A series of one span as that of another year: every local day of the target takes the source day of the same weekday
 * that is nearest in the season. Load and prices follow the week, so a Monday stays a Monday. Years are exact: a leap
 * year has 366 days, and a day of a clock change 23 or 25 hours.
 *
 * The distance of two days is that of their day numbers in the year, around the turn of the year; of two days equally
 * near the earlier one is taken. Within a day the interval of the same wall-clock time is taken; a time that the source
 * day skips takes the interval before it, and the second pass of a repeated hour the second one, if there is one.
 * A source of less than a week has no day of every weekday: then the nearest days are taken whatever their weekday.
 */
import { PlanInputError } from "../errors.ts";
import { timeGrid } from "../input/time-axis.ts";
import { MS_PER_DAY, MS_PER_MINUTE, intervalStartMs, type TimeGrid } from "../time/time-grid.ts";
import { isKnownZone, zoneOffsetMs } from "../time/zone-offset.ts";

/** Values of equal intervals from an instant. */
export interface DatedSeries {
  /** Start of the first interval, ISO-8601 with offset. */
  readonly start: string;
  /** IANA zone. */
  readonly timeZone: string;
  readonly intervalMinutes: number;
  readonly values: readonly number[] | Float64Array;
}

const DAYS_PER_WEEK = 7;
const MEAN_YEAR = 365.2425;

/**
 * The series as that of the calendar year `toYear` in its own zone.
 *
 * @throws PlanInputError if the series is malformed.
 * @example
 * const prices2031 = shiftSeries({ start: "2025-01-01T00:00:00-06:00", timeZone: "America/Chicago",
 *   intervalMinutes: 60, values: prices2025 }, 2031);
 */
export function shiftSeries(series: DatedSeries, toYear: number): DatedSeries & { readonly values: Float64Array } {
  const source = checkedGrid(series, toYear);
  const { timeZone, intervalMinutes } = series;
  const startMs = localMidnightMs(timeZone, Date.UTC(toYear, 0, 1));
  const endMs = localMidnightMs(timeZone, Date.UTC(toYear + 1, 0, 1));
  const count = Math.round((endMs - startMs) / (intervalMinutes * MS_PER_MINUTE));
  const target = timeGrid(startMs, intervalMinutes, count, timeZone);
  const from = sourceIntervals(source, target);
  return {
    start: isoOf(startMs, timeZone),
    timeZone,
    intervalMinutes,
    values: Float64Array.from(from, (t) => series.values[t]),
  };
}

/** For each interval of the target, the interval of the source whose value it takes. Both have one step. */
export function sourceIntervals(source: TimeGrid, target: TimeGrid): Int32Array {
  const days = new Map<number, Map<number, number[]>>();
  for (let t = 0; t < source.count; t++) {
    const { day, minute } = localTime(source, t);
    const times = days.get(day) ?? new Map<number, number[]>();
    days.set(day, times);
    times.set(minute, [...(times.get(minute) ?? []), t]);
  }
  const choices = [...days.keys()];
  const isWeek = new Set(choices.map(weekdayOf)).size === DAYS_PER_WEEK;
  const chosen = new Map<number, ReadonlyMap<number, number[]>>();
  const seen = new Map<string, number>();
  return Int32Array.from({ length: target.count }, (_, t) => {
    const { day, minute } = localTime(target, t);
    let times = chosen.get(day);
    if (!times) {
      const near = nearestDay(
        day,
        choices.filter((one) => !isWeek || weekdayOf(one) === weekdayOf(day)),
      );
      times = days.get(near) as Map<number, number[]>;
      chosen.set(day, times);
    }
    const key = `${day} ${minute}`;
    const pass = seen.get(key) ?? 0;
    seen.set(key, pass + 1);
    const same = times.get(minute) ?? times.get(before(minute, times)) ?? [];
    return same[Math.min(pass, same.length - 1)];
  });
}

/** The latest time of the day at or before `minute`, or its first one. */
function before(minute: number, times: ReadonlyMap<number, unknown>): number {
  const all = [...times.keys()].toSorted((a, b) => a - b);
  return all.findLast((one) => one <= minute) ?? all[0];
}

function nearestDay(day: number, choices: readonly number[]): number {
  let [best, least] = [choices[0], Infinity];
  for (const choice of choices) {
    const apart = Math.abs(dayOfYear(day) - dayOfYear(choice));
    const distance = Math.min(apart, MEAN_YEAR - apart);
    if (distance < least) [best, least] = [choice, distance];
  }
  return best;
}

/** Days since 1970-01-01 as the day of its year, from 0. */
function dayOfYear(day: number): number {
  return day - Date.UTC(new Date(day * MS_PER_DAY).getUTCFullYear(), 0, 1) / MS_PER_DAY;
}

function weekdayOf(day: number): number {
  return ((day % DAYS_PER_WEEK) + DAYS_PER_WEEK) % DAYS_PER_WEEK;
}

function localTime(grid: TimeGrid, t: number): { readonly day: number; readonly minute: number } {
  const localMinutes = intervalStartMs(grid, t) / MS_PER_MINUTE + grid.offsetMinutes[t];
  const day = Math.floor((localMinutes * MS_PER_MINUTE) / MS_PER_DAY);
  return { day, minute: localMinutes - (day * MS_PER_DAY) / MS_PER_MINUTE };
}

/** The instant of a local midnight; `localMs` is the local clock as if it were UTC. */
export function localMidnightMs(timeZone: string, localMs: number): number {
  const first = localMs - zoneOffsetMs(timeZone, localMs);
  return localMs - zoneOffsetMs(timeZone, first);
}

function isoOf(ms: number, timeZone: string): string {
  const offsetMs = zoneOffsetMs(timeZone, ms);
  const local = new Date(ms + offsetMs).toISOString().slice(0, 19);
  return `${local}${offsetMs < 0 ? "-" : "+"}${new Date(Math.abs(offsetMs)).toISOString().slice(11, 16)}`;
}

function checkedGrid({ start, timeZone, intervalMinutes, values }: DatedSeries, toYear: number): TimeGrid {
  const fault = (path: string, given: unknown, wanted: string, fix: string): never => {
    throw new PlanInputError([{ path, given: String(given), wanted, fix }]);
  };
  const ms = Date.parse(start);
  if (typeof timeZone !== "string" || !isKnownZone(timeZone))
    fault("series.timeZone", timeZone, "an IANA zone, e.g. America/Chicago", "look it up in the IANA database");
  if (!Number.isFinite(ms) || !/(?:Z|[+-]\d\d:\d\d)$/u.test(start))
    fault("series.start", start, "an ISO-8601 instant with its offset", "write e.g. 2025-01-01T00:00:00-06:00");
  if (!(Number.isInteger(intervalMinutes) && intervalMinutes > 0 && (24 * 60) % intervalMinutes === 0))
    fault("series.intervalMinutes", intervalMinutes, "minutes that divide a day", "choose e.g. 60");
  if (!Number.isInteger(toYear) || toYear < 1972 || toYear > 2199)
    fault("toYear", toYear, "a year from 1972 to 2199", "correct it");
  const wrong = Array.from(values).findIndex((value) => !Number.isFinite(value));
  if (values.length === 0 || wrong >= 0)
    fault(`series.values[${Math.max(0, wrong)}]`, values[Math.max(0, wrong)], "a finite number", "fill the gap");
  return timeGrid(ms, intervalMinutes, values.length, timeZone);
}
