/**
 * Analogue days: spans of the past that begin at the same local time of day as the plan and are as long. Their values,
 * taken together for all curves, are scenarios in which prices, sun and load keep the relation they had.
 */
import { timeGrid } from "../input/time-axis.ts";
import { intervalStartMs, isoStamp, localDay, MS_PER_DAY, MS_PER_HOUR, type TimeGrid } from "../time/time-grid.ts";

const MINUTES_PER_HOUR = 60;
const DAYS_PER_WEEK = 7;
const DAYS_PER_YEAR = 365.25;

export interface AnalogueRule {
  /** Only spans that begin on the plan's day of the week. */
  readonly sameWeekday: boolean;
  /** Only spans that begin within so many days of the plan's time of the year. */
  readonly withinDays: number;
}

export interface AnalogueDay {
  /** First interval, of the history. */
  readonly from: number;
  /** Local start, e.g. `2025-07-14T00:00-05:00`. */
  readonly name: string;
}

/**
 * The analogue days of a history of `count` intervals from `startMs` on, in order. Spans that overlap the plan itself
 * are left out, and spans in which the clock changes otherwise than in the plan.
 */
export function analogueDays(plan: TimeGrid, startMs: number, count: number, rule: AnalogueRule): AnalogueDay[] {
  const minutes = plan.stepHours * MINUTES_PER_HOUR;
  const past = timeGrid(startMs, minutes, count, plan.timeZone);
  const ofDayMs = localMs(plan, 0) % MS_PER_DAY;
  const planEndMs = intervalStartMs(plan, plan.count);
  const days: AnalogueDay[] = [];
  for (let from = 0; from + plan.count <= count; from++) {
    if (mod(localMs(past, from), MS_PER_DAY) !== mod(ofDayMs, MS_PER_DAY)) continue;
    const ms = intervalStartMs(past, from);
    if (ms < planEndMs && ms + plan.count * plan.stepHours * MS_PER_HOUR > plan.startMs) continue;
    const apartDays = localDay(past, from) - localDay(plan, 0);
    if (rule.sameWeekday && mod(apartDays, DAYS_PER_WEEK) !== 0) continue;
    const ofYear = mod(apartDays, DAYS_PER_YEAR);
    // A year is a quarter of a day longer than its days.
    if (Math.round(Math.min(ofYear, DAYS_PER_YEAR - ofYear)) > rule.withinDays) continue;
    if (hasSameClock(plan, past, from)) days.push({ from, name: isoStamp(past, from) });
  }
  return days;
}

function localMs(time: TimeGrid, t: number): number {
  return intervalStartMs(time, t) + time.offsetMinutes[t] * (MS_PER_HOUR / MINUTES_PER_HOUR);
}

function hasSameClock(plan: TimeGrid, past: TimeGrid, from: number): boolean {
  for (let t = 1; t < plan.count; t++)
    if (past.offsetMinutes[from + t] - past.offsetMinutes[from] !== plan.offsetMinutes[t] - plan.offsetMinutes[0])
      return false;
  return true;
}

function mod(value: number, by: number): number {
  return ((value % by) + by) % by;
}
