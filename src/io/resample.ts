/**
 * A series on longer intervals, each the duration-weighted mean of what lies in it, so energy is kept. Intervals start
 * at whole multiples of their length in UTC; up to an hour that is the clock's own grid in every zone whose offset is a
 * multiple of the length.
 */
import { MS_PER_MINUTE } from "../time/time-grid.ts";
import type { FaultLog } from "./fault-log.ts";
import type { FilledSeries, Hole } from "./fill-holes.ts";
import { MOST_HELD } from "./logged-series.ts";

const LENGTHS = [5, 10, 15, 20, 30, 60];
/**
 * Intervals of the answer at most, where the file has fewer rows: ten years of five minutes. Without a limit each row
 * of 31 days would become 8,928 intervals.
 */
const MOST_INTERVALS = 1_054_080;

/** `error`: a fault (the default). `drop`: left out of the series. `mean`: the mean over what is covered. */
export type PartialIntervals = "error" | "drop" | "mean";
export const partialIntervalPolicies: readonly PartialIntervals[] = ["error", "drop", "mean"];

export interface ResampleOptions {
  readonly partialIntervals?: PartialIntervals | undefined;
  readonly notices?: string[];
}

/** Times that floating point adds up to are equal within this. */
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
      "choose one of these; the planner takes means over longer intervals itself",
    );
    return series;
  }
  const stepMs = minutes * MS_PER_MINUTE;
  const { startMs: rowMs } = series;
  const last = rowMs.length - 1;
  const num = last < 0 ? 0 : (rowMs[last] + series.minutes[last] * MS_PER_MINUTE - rowMs[0]) / stepMs;
  if (num > Math.max(MOST_INTERVALS, rowMs.length)) {
    faults.add(
      { line: 0 },
      `${Math.ceil(num)} intervals of ${minutes} minutes`,
      `at most ${MOST_INTERVALS}, ten years of five minutes`,
      "choose longer intervals by options.resampleMinutes, or read the parts of the file one by one",
    );
    return series;
  }
  const parts = partsOf(series, stepMs);
  // In a log less than a hole may be missing, and the length of its row at the end is only assumed.
  const { usualMs = 0 } = series;
  const isAssumed = (at: number) => parts.coveredMs[at] <= usualMs + SAME_MS;
  const numAssumed = usualMs > 0 && parts.starts.length > 1 ? Number(isAssumed(parts.starts.length - 1)) : 0;
  const isFirstAssumed = usualMs > 0 && parts.starts.length > 1 + numAssumed && isAssumed(0);
  const kept: number[] = [];
  const partial: number[] = [];
  for (let k = isFirstAssumed ? 1 : 0; k < parts.starts.length - numAssumed; k++) {
    const isWhole = stepMs - parts.coveredMs[k] <= MOST_HELD * usualMs + SAME_MS;
    if (!isWhole) partial.push(k);
    if (isWhole || partialIntervals !== "drop") kept.push(k);
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
        "intervals that are wholly covered",
        'choose options.partialIntervals, "drop" or "mean", or options.resampleMinutes that the file fills, ' +
          "cut the file at whole intervals, or fill its holes by options.gaps",
      );
    }
  } else if (partial.length > 0) {
    const what = partialIntervals === "drop" ? "left out" : "the mean of what is covered";
    notices.push(
      `${partial.length} interval${partial.length === 1 ? "" : "s"} of ${minutes} minutes covered in part, ` +
        `the first from ${stamp(partial[0])}: ${what}.`,
    );
  }
  const startMs = Float64Array.from(kept, (k) => parts.starts[k]);
  return {
    startMs,
    minutes: new Float64Array(kept.length).fill(minutes),
    value: Float64Array.from(kept, (k) => parts.weighted[k] / parts.coveredMs[k]),
    filled: [],
    holes: missingBetween(startMs, minutes),
  };
}

/** By interval of `stepMs` that has any value: its start, how much of it is covered, and the value times that. */
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

/** The intervals that lie between those of the series. */
function missingBetween(startMs: Float64Array, minutes: number): Hole[] {
  const holes: Hole[] = [];
  const stepMs = minutes * MS_PER_MINUTE;
  for (let i = 1; i < startMs.length; i++) {
    for (let at = startMs[i - 1] + stepMs; at < startMs[i]; at += stepMs)
      holes.push({ startMs: at, minutes, line: 0, isBlank: false });
  }
  return holes;
}
