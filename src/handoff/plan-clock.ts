import type { PowerPlan } from "../plan/plan-result.ts";

const MS_PER_HOUR = 3_600_000;

/** Instants of a plan's intervals, as UTC. */
export interface PlanClock {
  readonly startMs: number;
  readonly endMs: number;
  /** Start of interval t; `count` is the plan's end. */
  utc(t: number): string;
  /** The interval that contains an instant; 0 before the plan. */
  intervalAt(ms: number): number;
}

export function planClock({ intervalStarts, stepHours }: PowerPlan): PlanClock {
  const startMs = Date.parse(intervalStarts[0]);
  const stepMs = stepHours * MS_PER_HOUR;
  return {
    startMs,
    endMs: startMs + intervalStarts.length * stepMs,
    utc: (t) => utcStamp(startMs + t * stepMs),
    intervalAt: (ms) => Math.max(0, Math.floor((ms - startMs) / stepMs)),
  };
}

/** `2026-07-14T05:00:00Z`; with milliseconds where there are some. */
export function utcStamp(ms: number): string {
  return new Date(ms).toISOString().replace(".000Z", "Z");
}
