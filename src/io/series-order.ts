/** What a series in the order of time is, and what it may not be: an instant twice, intervals that overlap. */
import { MS_PER_MINUTE } from "../time/time-grid.ts";
import type { FaultLog } from "./fault-log.ts";
import type { InstantOptions } from "./row-instants.ts";

/** Length of an interval at most: 31 days. */
export const MOST_MINUTES = 44_640;

/** Length of an interval at least: a millisecond. */
export const LEAST_MINUTES = 1 / 60_000;

export interface OrderedSeries {
  readonly startMs: Float64Array;
  readonly minutes: Float64Array;
  /** NaN where a row is there and its value blank. */
  readonly value: Float64Array;
  readonly line: Int32Array;
  /** Of rows at varying distances: the usual one, which the length of the first or last row is assumed to be. */
  readonly usualMs?: number | undefined;
}

export interface OrderOptions extends InstantOptions {
  /** Of rows that do not say it; default the usual distance of the rows, which a notice then tells. */
  readonly minutes?: number | undefined;
  /** Rows may be those of a log, at distances that vary: each holds until the next, unless that is a hole. */
  readonly distanceMayVary?: boolean | undefined;
}

export function checkOverlaps({ startMs, minutes, line }: OrderedSeries, faults: FaultLog): void {
  const stamp = (i: number) => new Date(startMs[i]).toISOString();
  for (let i = 1; i < startMs.length; i++) {
    if (startMs[i] === startMs[i - 1]) {
      faults.add(
        { line: line[i] },
        `${stamp(i)} again, as in line ${line[i - 1]}`,
        "every interval once",
        "remove one of the two, or choose one location and kind of price",
      );
    } else if (startMs[i - 1] + minutes[i - 1] * MS_PER_MINUTE > startMs[i]) {
      faults.add(
        { line: line[i] },
        `${stamp(i)} inside the ${minutes[i - 1]} minutes of line ${line[i - 1]}`,
        "intervals that do not overlap",
        "choose one sequence or one interval length",
      );
    }
  }
}
