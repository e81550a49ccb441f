import type { PlanInput } from "wattsplit";

const MS_PER_MINUTE = 60_000;

/** The time axis of a site: instants of the intervals, and labels by the site's own clock. */
export interface PlanTime {
  readonly startMs: number;
  readonly stepMs: number;
  readonly count: number;
  readonly timeZone: string;
}

export function planTime({ horizon }: PlanInput): PlanTime {
  const { start, intervalMinutes, count, end, timeZone } = horizon;
  const startMs = Date.parse(start);
  const stepMs = intervalMinutes * MS_PER_MINUTE;
  const intervals = count ?? Math.round((Date.parse(end ?? start) - startMs) / stepMs);
  return { startMs, stepMs, count: Number.isFinite(intervals) && intervals > 0 ? intervals : 0, timeZone };
}

export function instantOf({ startMs, stepMs }: PlanTime, interval: number): number {
  return startMs + interval * stepMs;
}

/** ISO-8601 in UTC, as the planner takes it. */
export function isoOf(time: PlanTime, interval: number): string {
  return new Date(instantOf(time, interval)).toISOString().replace(".000Z", "Z");
}

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string, style: "day" | "hour" | "full"): Intl.DateTimeFormat {
  const key = `${timeZone} ${style}`;
  const known = formats.get(key);
  if (known) return known;
  const day = { weekday: "short", day: "numeric", month: "short" } as const;
  const hour = { hour: "2-digit", minute: "2-digit", hourCycle: "h23" } as const;
  const fields = style === "day" ? day : style === "hour" ? hour : { ...day, ...hour };
  const format = new Intl.DateTimeFormat("en-GB", { timeZone, ...fields });
  formats.set(key, format);
  return format;
}

/** `Wed 15 Jul, 17:00` by the clock of the site. */
export function intervalLabel(time: PlanTime, interval: number): string {
  return instantLabel(time, instantOf(time, interval));
}

export function instantLabel({ timeZone }: PlanTime, ms: number): string {
  return formatOf(timeZone, "full").format(ms);
}

export function dayLabel(time: PlanTime, ms: number): string {
  return formatOf(time.timeZone, "day").format(ms);
}

export function hourLabel(time: PlanTime, ms: number): string {
  return formatOf(time.timeZone, "hour").format(ms);
}
