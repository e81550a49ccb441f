/**
 * The time axis of a plan: `count` equal intervals from one UTC instant. Instants are epoch milliseconds, so an
 * interval is always `stepHours` long, and local days have 23, 24 or 25 hours. Local calendar fields follow from
 * `offsetMinutes` and `clock`. The input stage computes both from the IANA zone, so later stages need no date library.
 */
import type { ClockSetting } from "./local-clock.ts";

export interface TimeGrid {
  /** Start of interval 0, UTC epoch milliseconds. */
  readonly startMs: number;
  /** Length of every interval in hours (0.25 for a quarter of an hour). */
  readonly stepHours: number;
  readonly count: number;
  /** IANA zone that defines months, days and printed times, e.g. `America/Chicago`. */
  readonly timeZone: string;
  /**
   * Minutes to add to UTC for local time at the start of each interval; length `count + 1` (the last is the end). Whole
   * numbers, except for Liberia in the first week of 1972, which was at -44.5.
   */
  readonly offsetMinutes: Float64Array;
  /**
   * The same offsets as instants at which the clock changes, in order, from a month before the plan to a month after
   * it; see `local-clock.ts`.
   */
  readonly clock: readonly ClockSetting[];
}

export const MS_PER_HOUR = 3_600_000;
export const MS_PER_MINUTE = 60_000;
export const MS_PER_DAY = 86_400_000;

/** Start of interval `t` (or the end of the plan for `t = count`), UTC epoch milliseconds. */
export function intervalStartMs(time: Pick<TimeGrid, "startMs" | "stepHours">, t: number): number {
  return time.startMs + t * time.stepHours * MS_PER_HOUR;
}

/**
 * Local month of interval `t` as months since year 0: `year * 12 + month`, January = 0. An interval belongs to the
 * month in which it starts.
 */
export function localMonth(time: TimeGrid, t: number): number {
  const local = new Date(intervalStartMs(time, t) + time.offsetMinutes[t] * MS_PER_MINUTE);
  return local.getUTCFullYear() * 12 + local.getUTCMonth();
}

/** Local calendar day of interval `t` as days since 1970-01-01. */
export function localDay(time: TimeGrid, t: number): number {
  return Math.floor((intervalStartMs(time, t) + time.offsetMinutes[t] * MS_PER_MINUTE) / MS_PER_DAY);
}

/** `2026-07` for a month number of `localMonth`. */
export function monthLabel(month: number): string {
  // NB: `Date.UTC` maps years below 100 to the twentieth century, but it accepts any number of months in a later year.
  return new Date(Date.UTC(2000, month - 24_000)).toISOString().slice(0, 7);
}

/** The months that the plan touches, in order, each with its intervals `[from, to)`. */
export function monthSpans(time: TimeGrid): { readonly month: number; readonly from: number; readonly to: number }[] {
  return spans(time, localMonth).map(({ key, from, to }) => ({ month: key, from, to }));
}

/** The local years that the plan touches, in order, each with its intervals `[from, to)`. */
export function yearSpans(time: TimeGrid): { readonly year: number; readonly from: number; readonly to: number }[] {
  return spans(time, (grid, t) => Math.floor(localMonth(grid, t) / 12)).map(({ key, from, to }) => ({
    year: key,
    from,
    to,
  }));
}

/** The local days that the plan touches, in order, each with its intervals `[from, to)`. */
export function daySpans(time: TimeGrid): { readonly day: number; readonly from: number; readonly to: number }[] {
  return spans(time, localDay).map(({ key, from, to }) => ({ day: key, from, to }));
}

function spans(time: TimeGrid, keyOf: (time: TimeGrid, t: number) => number) {
  const found: { key: number; from: number; to: number }[] = [];
  for (let t = 0; t < time.count; t++) {
    const key = keyOf(time, t);
    const last = found[found.length - 1];
    if (last && last.key === key) last.to = t + 1;
    else found.push({ key, from: t, to: t + 1 });
  }
  return found;
}

/**
 * Start of interval `t` as ISO-8601 with the local offset, e.g. `2026-07-14T17:00:00-05:00`. ISO-8601 offsets have no
 * seconds. An offset with seconds is rounded to a minute, and the local time with it, so the instant stays exact.
 */
export function isoStamp(time: Omit<TimeGrid, "clock">, t: number): string {
  const given = time.offsetMinutes[t];
  const offset = Math.sign(given) * Math.round(Math.abs(given));
  const local = new Date(intervalStartMs(time, t) + offset * MS_PER_MINUTE).toISOString().slice(0, 19);
  return local + (offset < 0 ? "-" : "+") + new Date(Math.abs(offset) * MS_PER_MINUTE).toISOString().slice(11, 16);
}

/** Start of interval `t` in local time, for messages: `2026-07-14 17:00`. */
export function localStamp(time: TimeGrid, t: number): string {
  return isoStamp(time, t).slice(0, 16).replace("T", " ");
}
