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
  const stepMs = time.stepHours * MS_PER_HOUR;
  const endMs = intervalStartMs(time, time.count);
  const from = Math.max(0, Math.floor((releaseMs - time.startMs) / stepMs));
  const to = Math.min(time.count, Math.ceil((deadlineMs - time.startMs) / stepMs));
  const share = new Float64Array(time.count);
  for (let t = from; t < to; t++) {
    const start = intervalStartMs(time, t);
    share[t] = (Math.min(start + stepMs, deadlineMs) - Math.max(start, releaseMs)) / stepMs;
  }
  return {
    from,
    count: to - from,
    share,
    hoursInPlan: (Math.min(endMs, deadlineMs) - Math.max(time.startMs, releaseMs)) / MS_PER_HOUR,
    hoursAfter: Math.max(0, deadlineMs - Math.max(endMs, releaseMs)) / MS_PER_HOUR,
  };
}
