import { intervalStartMs, type TimeGrid } from "../time/time-grid.ts";

const MS_PER_HOUR = 3_600_000;

/** Where a job's window meets the plan. */
export interface JobWindow {
  /** First interval with any overlap, and how many there are. */
  readonly from: number;
  readonly count: number;
  /** Share of each interval of the plan that lies in the window, 0 to 1; one value per interval. */
  readonly share: Float64Array;
  readonly hoursInPlan: number;
  readonly hoursAfter: number;
}

/** Overlap of [releaseMs, deadlineMs) with the plan's intervals. The window must touch the plan. */
export function jobWindow(time: TimeGrid, releaseMs: number, deadlineMs: number): JobWindow {
  const endMs = intervalStartMs(time, time.count);
  const overlapMs = (from: number, to: number) => Math.max(0, Math.min(to, deadlineMs) - Math.max(from, releaseMs));
  const share = new Float64Array(time.count).map((_, t) => overlapMs(intervalStartMs(time, t), intervalStartMs(time, t + 1)) / (time.stepHours * MS_PER_HOUR));
  return {
    from: share.findIndex((part) => part > 0),
    count: share.filter((part) => part > 0).length,
    share,
    hoursInPlan: overlapMs(time.startMs, endMs) / MS_PER_HOUR,
    hoursAfter: overlapMs(endMs, Infinity) / MS_PER_HOUR,
  };
}
