/** The sorted series, and the check that no instant is repeated and no intervals overlap. */
import { MS_PER_MINUTE } from "../time/time-grid.ts";
import type { FaultLog } from "./fault-log.ts";
import type { InstantOptions } from "./row-instants.ts";

/** Maximum length of an interval: 31 days. */
export const MAX_MINUTES = 44_640;

/** Minimum length of an interval: a millisecond. */
export const MIN_MINUTES = 1 / 60_000;

export interface OrderedSeries {
  readonly startMs: Float64Array;
  readonly minutes: Float64Array;
  /** NaN if the row exists but its value is blank. */
  readonly value: Float64Array;
  readonly line: Int32Array;
  /** For unevenly spaced rows: the usual spacing, which is the assumed length of the first or last row. */
  readonly usualMs?: number | undefined;
}

export interface OrderOptions extends InstantOptions {
  /** Length of rows that do not state it. Default: the usual spacing of the rows, which a notice then reports. */
  readonly minutes?: number | undefined;
  /** Allows unevenly spaced rows, as of a data logger: each is valid until the next, unless there is a gap. */
  readonly allowsUnevenSpacing?: boolean | undefined;
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
