/**
 * Named periods by month, weekday or weekend, and hour of the local clock. An interval of the plan belongs to a period
 * by the share of its time in it, reckoned in quarters of an hour.
 */
import { localMsAt } from "../../../time/local-clock.ts";
import { intervalStartMs, MS_PER_HOUR, type TimeGrid } from "../../../time/time-grid.ts";
import type { FaultReport } from "../../asset.ts";
import { z } from "../../fields/fields.ts";

/** A period all day, or one for each of 24 hours. */
type Day = string | readonly string[];

/** The periods of a year's weekdays or weekend days: one day for all months, or one for each of 12. */
type Schedule = Day | readonly Day[];

const schedule = z.union([z.string(), z.array(z.union([z.string(), z.array(z.string())]))]);

/** The schedules of a part, to stand beside its rates by period. */
export const schedules = {
  weekday: schedule.describe("Period by local hour of Monday to Friday: a name, 24 names, or 12 months of either"),
  weekend: schedule.describe("Likewise of Saturday and Sunday"),
};

export interface Schedules {
  readonly weekday: Schedule;
  readonly weekend: Schedule;
}

const HOURS = 24;
const MONTHS = 12;

/** Refuses schedules of another form and periods without a rate. */
export function checkSchedules(
  given: Schedules,
  rates: Readonly<Record<string, unknown>>,
  rateField: string,
  report: FaultReport,
): void {
  const checkName = (name: string, path: string) => {
    if (!Object.hasOwn(rates, name))
      report(
        path,
        `"${name}"`,
        `one of ${rateField}: ${Object.keys(rates).join(", ")}`,
        "correct it, or give its rate",
      );
  };
  const checkDay = (day: Day, path: string) => {
    if (typeof day === "string") checkName(day, path);
    else if (day.length === HOURS) day.forEach((name, hour) => checkName(name, `${path}[${hour}]`));
    else report(path, `${day.length} names`, `${HOURS}, one per hour, or a single one`, "give each hour its period");
  };
  for (const field of ["weekday", "weekend"] as const) {
    const days = given[field];
    if (isYear(days)) (days as readonly Day[]).forEach((day, month) => checkDay(day, `${field}[${month}]`));
    else if (typeof days === "string" || days.every((entry) => typeof entry === "string")) checkDay(days as Day, field);
    else report(field, `${days.length} entries`, `${MONTHS}, one per month`, "give each month its hours");
  }
}

/** The period at a time by the local clock. */
export function periodAt({ weekday, weekend }: Schedules, localMs: number): string {
  const local = new Date(localMs);
  const days = local.getUTCDay() % 6 === 0 ? weekend : weekday;
  const day = (isYear(days) ? days[local.getUTCMonth()] : days) as Day;
  return typeof day === "string" ? day : day[local.getUTCHours()];
}

/** The share of every interval that lies in each period; periods that do not occur are absent. */
export function periodShares(given: Schedules, time: TimeGrid): Map<string, Float64Array> {
  const found = new Map<string, Float64Array>();
  const pieces = Math.max(1, time.stepHours * 4);
  for (let t = 0; t < time.count; t++) {
    const startMs = intervalStartMs(time, t);
    for (let piece = 0; piece < pieces; piece++) {
      const period = periodAt(given, localMsAt(time, startMs + (piece / 4) * MS_PER_HOUR));
      const shares = found.get(period) ?? new Float64Array(time.count);
      shares[t] += 1 / pieces;
      found.set(period, shares);
    }
  }
  return found;
}

function isYear(days: Schedule): boolean {
  return typeof days !== "string" && days.length === MONTHS;
}
