/**
 * The local clock of a plan's zone, as instants. The share of a month or day that a time span fills is a quotient of
 * differences of instants. A November of 721 h in Chicago therefore counts 721 hours, and the hour that occurs twice
 * counts twice.
 */
import { intervalStartMs, MS_PER_DAY, MS_PER_HOUR, MS_PER_MINUTE, type TimeGrid } from "./time-grid.ts";

/** From this instant until the next entry, the local clock is this many minutes ahead of UTC. */
export interface ClockSetting {
  readonly fromMs: number;
  readonly offsetMinutes: number;
}

type Clock = Pick<TimeGrid, "clock">;

/** Minutes to add to UTC for local time at an instant. Known for a month before and after the plan. */
export function offsetMinutesAt({ clock }: Clock, ms: number): number {
  let i = clock.length - 1;
  while (i > 0 && clock[i].fromMs > ms) i--;
  return clock[i].offsetMinutes;
}

/** The local clock at an instant, as if it were UTC, epoch milliseconds. */
export function localMsAt(time: Clock, ms: number): number {
  return ms + offsetMinutesAt(time, ms) * MS_PER_MINUTE;
}

/** The first instant at which the local clock shows `localMs`, or a later time if the clock skips `localMs`. */
export function instantOfLocal({ clock }: Clock, localMs: number): number {
  for (let i = 0; i < clock.length; i++) {
    const ms = localMs - clock[i].offsetMinutes * MS_PER_MINUTE;
    if (i === clock.length - 1 || ms < clock[i + 1].fromMs) return i === 0 ? ms : Math.max(ms, clock[i].fromMs);
  }
  return Number.NaN;
}

/** First instant of a calendar month of `localMonth`; `month + 1` gives its end. */
export function monthStartMs(time: Clock, month: number): number {
  return instantOfLocal(time, Date.UTC(Math.floor(month / 12), month % 12));
}

/**
 * The share of a calendar month that intervals `[from, to)` fill: hours of the intervals divided by hours of the month.
 */
export function shareOfMonth(
  time: TimeGrid,
  { month, from, to }: { readonly month: number; readonly from: number; readonly to: number },
): number {
  return ((to - from) * time.stepHours * MS_PER_HOUR) / (monthStartMs(time, month + 1) - monthStartMs(time, month));
}

/**
 * The share of a calendar month that has passed at the start of interval `t` (for `t = count`, at the plan's end), 0 to
 * 1.
 */
export function monthSharePassed(time: TimeGrid, month: number, t: number): number {
  const startMs = monthStartMs(time, month);
  return Math.min(1, Math.max(0, (intervalStartMs(time, t) - startMs) / (monthStartMs(time, month + 1) - startMs)));
}

/** The local days that intervals `[from, to)` fill: a full day is 1, whether it has 23, 24 or 25 hours. */
export function daysIn(time: TimeGrid, { from, to }: { readonly from: number; readonly to: number }): number {
  const [first, last] = [dayAt(time, from), dayAt(time, to)];
  return last.day - first.day + (last.share - first.share);
}

/** Share of the local day that has passed at the start of interval `t`, 0 to 1. */
export function daySharePassed(time: TimeGrid, t: number): number {
  return dayAt(time, t).share;
}

/** Local days since 1970-01-01 at the start of interval `t`, plus the share of the day that has passed. */
function dayAt(time: TimeGrid, t: number): { readonly day: number; readonly share: number } {
  const ms = intervalStartMs(time, t);
  const day = Math.floor(localMsAt(time, ms) / MS_PER_DAY);
  const startMs = instantOfLocal(time, day * MS_PER_DAY);
  return { day, share: (ms - startMs) / (instantOfLocal(time, (day + 1) * MS_PER_DAY) - startMs) };
}
