import { intervalStartMs, MS_PER_HOUR, type TimeGrid } from "../../time/time-grid.ts";

/** Where a job's window meets the plan. */
export interface JobWindow {
  /** First interval with any overlap. */
  readonly from: number;
  /** Share of interval `from + i` that lies in the window, 0 to 1; one value for each interval with any overlap. */
  readonly share: Float64Array;
  readonly hoursInPlan: number;
  readonly hoursAfter: number;
}

/**
 * Overlap of [releaseMs, deadlineMs) with the plan's intervals, in time by the length of the window: a year has a job a
 * day. The window must touch the plan.
 */
export function jobWindow(time: TimeGrid, releaseMs: number, deadlineMs: number): JobWindow {
  const endMs = intervalStartMs(time, time.count);
  const stepMs = time.stepHours * MS_PER_HOUR;
  const overlapMs = (from: number, to: number) => Math.max(0, Math.min(to, deadlineMs) - Math.max(from, releaseMs));
  const overlapOf = (t: number) => overlapMs(intervalStartMs(time, t), intervalStartMs(time, t + 1));
  // The quotients may be off by rounding; the overlaps decide.
  let from = Math.max(0, Math.floor((releaseMs - time.startMs) / stepMs) - 1);
  let to = Math.min(time.count, Math.ceil((deadlineMs - time.startMs) / stepMs) + 1);
  while (overlapOf(from) === 0) from++;
  while (overlapOf(to - 1) === 0) to--;
  const share = new Float64Array(to - from);
  for (let i = 0; i < share.length; i++) share[i] = overlapOf(from + i) / stepMs;
  return {
    from,
    share,
    hoursInPlan: overlapMs(time.startMs, endMs) / MS_PER_HOUR,
    hoursAfter: overlapMs(endMs, Infinity) / MS_PER_HOUR,
  };
}
