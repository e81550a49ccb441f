/**
 * Resamples a series to longer intervals. Each is the duration-weighted mean of what it covers, which preserves energy.
 * Intervals start at whole multiples of their length in UTC. Up to an hour this is the local grid too, in every zone
 * whose offset is a multiple of the length.
 */
import { MS_PER_MINUTE } from "../time/time-grid.ts";
import type { FaultLog } from "./fault-log.ts";
import type { FilledSeries, Gap } from "./fill-gaps.ts";
import { MAX_SPACING_RATIO } from "./logged-series.ts";

const LENGTHS = [5, 10, 15, 20, 30, 60];
/**
 * Upper bound on returned intervals if the file has fewer rows: ten years of five minutes. Without it each row of 31
 * days would become 8,928 intervals.
 */
const MAX_INTERVALS = 1_054_080;

/** `error`: report an error (the default). `drop`: leave the interval out. `mean`: the mean over the covered part. */
export type PartialIntervals = "error" | "drop" | "mean";
export const partialIntervalPolicies: readonly PartialIntervals[] = ["error", "drop", "mean"];

export interface ResampleOptions {
  readonly partialIntervals?: PartialIntervals | undefined;
  readonly notices?: string[];
}

/** Two times closer than this are equal, because they are floating-point sums. */
const SAME_MS = 1e-3;

export function resampled(
  series: FilledSeries,
  minutes: number,
  faults: FaultLog,
  { partialIntervals = "error", notices = [] }: ResampleOptions = {},
): FilledSeries {
  if (!LENGTHS.includes(minutes)) {
    faults.add(
      { line: 0 },
      `options.resampleMinutes ${minutes}`,
      `one of ${LENGTHS.join(", ")}`,
      "choose one of these; the planner itself averages over longer intervals",
    );
    return series;
  }
  const stepMs = minutes * MS_PER_MINUTE;
  const { startMs: rowMs } = series;
  const last = rowMs.length - 1;
  const num = last < 0 ? 0 : (rowMs[last] + series.minutes[last] * MS_PER_MINUTE - rowMs[0]) / stepMs;
  if (num > Math.max(MAX_INTERVALS, rowMs.length)) {
    faults.add(
      { line: 0 },
      `${Math.ceil(num)} intervals of ${minutes} minutes`,
      `at most ${MAX_INTERVALS}, ten years of five minutes`,
      "choose longer intervals with options.resampleMinutes, or read the parts of the file separately",
    );
    return series;
  }
  const parts = partsOf(series, stepMs);
  // In an unevenly spaced log, less than a gap may be missing, and the length of the row at the end is only assumed.
  const { usualMs = 0 } = series;
  const isAssumed = (at: number) => parts.coveredMs[at] <= usualMs + SAME_MS;
  const numAssumed = usualMs > 0 && parts.starts.length > 1 ? Number(isAssumed(parts.starts.length - 1)) : 0;
  const isFirstAssumed = usualMs > 0 && parts.starts.length > 1 + numAssumed && isAssumed(0);
  const chosen: number[] = [];
  const partial: number[] = [];
  for (let k = isFirstAssumed ? 1 : 0; k < parts.starts.length - numAssumed; k++) {
    const isWhole = stepMs - parts.coveredMs[k] <= MAX_SPACING_RATIO * usualMs + SAME_MS;
    if (!isWhole) partial.push(k);
    if (isWhole || partialIntervals !== "drop") chosen.push(k);
  }
  const stamp = (k: number) => new Date(parts.starts[k]).toISOString();
  if (partialIntervals === "error") {
    for (const k of partial) {
      const given =
        `${Number((parts.coveredMs[k] / MS_PER_MINUTE).toPrecision(6))} minutes of data in the ${minutes} from ` +
        `${stamp(k)}`;
      faults.add(
        { line: 0 },
        given,
        "fully covered intervals",
        'choose options.partialIntervals, "drop" or "mean"; choose options.resampleMinutes that the file covers; ' +
          "cut the file at whole intervals; or fill its gaps with options.gaps",
      );
    }
  } else if (partial.length > 0) {
    const what = partialIntervals === "drop" ? "left out" : "the mean of the covered part";
    notices.push(
      `${partial.length} interval${partial.length === 1 ? "" : "s"} of ${minutes} minutes partly covered, the ` +
        `first from ${stamp(partial[0])}: ${what}.`,
    );
  }
  const startMs = Float64Array.from(chosen, (k) => parts.starts[k]);
  return {
    startMs,
    minutes: new Float64Array(chosen.length).fill(minutes),
    value: Float64Array.from(chosen, (k) => parts.weighted[k] / parts.coveredMs[k]),
    filled: [],
    gaps: missingBetween(startMs, minutes),
  };
}

/** For each interval of `stepMs` with any value: its start, the covered time, and the value multiplied by that time. */
function partsOf({ startMs, minutes, value }: FilledSeries, stepMs: number) {
  const starts: number[] = [];
  const coveredMs: number[] = [];
  const weighted: number[] = [];
  for (let i = 0; i < startMs.length; i++) {
    const endMs = startMs[i] + minutes[i] * MS_PER_MINUTE;
    for (let at = startMs[i]; at < endMs;) {
      const start = Math.floor(at / stepMs) * stepMs;
      if (start !== starts.at(-1)) {
        starts.push(start);
        coveredMs.push(0);
        weighted.push(0);
      }
      const until = Math.min(endMs, start + stepMs);
      weighted[starts.length - 1] += value[i] * (until - at);
      coveredMs[starts.length - 1] += until - at;
      at = until;
    }
  }
  return { starts, coveredMs, weighted };
}

/** Gaps between the intervals of the series. */
function missingBetween(startMs: Float64Array, minutes: number): Gap[] {
  const gaps: Gap[] = [];
  const stepMs = minutes * MS_PER_MINUTE;
  for (let i = 1; i < startMs.length; i++) {
    for (let at = startMs[i - 1] + stepMs; at < startMs[i]; at += stepMs)
      gaps.push({ startMs: at, minutes, line: 0, isBlank: false });
  }
  return gaps;
}
