/**
 * Converts the local times of rows to instants of interval starts.
 *
 * In autumn one local hour occurs twice: the first row in the order of time is the earlier one. If a row is flagged as
 * first or second, the other row is the other one. If only one row exists, the caller must say which one it is.
 *
 * In spring the clock skips an hour: a blank row there (as in some downloads) is ignored, and a value is an error.
 *
 * NB: hour-ending labels skip one of two labels in spring. For the hour 01:00 EST to 03:00 EDT, some reports subtract
 * an hour from the label to get the start (01, 02, 04: 03 is skipped). ISO New England's hourly sheet labels the clock
 * time at the end (01, 03, 04: 02 is skipped). Both are read: a label at the skipped time is that hour if the other
 * label has no value.
 */
import { MS_PER_HOUR, MS_PER_MINUTE } from "../time/time-grid.ts";
import { type FaultLog } from "./fault-log.ts";
import { Clock, type SeriesRows } from "./series-rows.ts";
import type { ZoneClock } from "./zone-clock.ts";

export interface InstantOptions {
  readonly clock: ZoneClock;
  readonly timeZone: string;
  /**
   * Stamps are the ends of their intervals. NB: a market reads labels such as "hour ending 03" as starts: local time
   * minus an hour.
   */
  readonly stampsAreEnds: boolean;
  /** In autumn one hour occurs twice. If the file has only one of them, this says which one. Default: an error. */
  readonly loneRepeatedHour?: "first" | "second" | undefined;
  /** Stamps are hour-ending labels minus an hour. */
  readonly hasHourLabels?: boolean | undefined;
}

/** UTC milliseconds for each row; NaN for a blank row at a skipped time, and after a fault. */
export function rowInstants(
  rows: SeriesRows,
  minutes: number,
  options: InstantOptions,
  faults: FaultLog,
): Float64Array {
  const { clock, timeZone, stampsAreEnds, hasHourLabels } = options;
  const { count, atMs } = rows;
  const startMs = new Float64Array(count).fill(Number.NaN);
  const isFalling = count > 1 && atMs[0] > atMs[count - 1];
  /**
   * Rows at a local time that occurs twice: unflagged ones in the order of time, and those flagged as first or second.
   */
  const twice = new Map<number, { readonly unmarked: number[]; hasFirst: boolean; hasSecond: boolean }>();
  const skipped: number[] = [];
  const place = (i: number, ms: number): void => {
    const own = rows.minutes[i];
    startMs[i] = stampsAreEnds ? ms - (Number.isNaN(own) ? minutes : own) * MS_PER_MINUTE : ms;
  };
  for (let k = 0; k < count; k++) {
    const i = isFalling ? count - 1 - k : k;
    const kind = rows.clock[i];
    if (kind === Clock.utc) {
      place(i, atMs[i]);
      continue;
    }
    const instants = clock(atMs[i]);
    if (instants.length === 0) skipped.push(i);
    else if (instants.length === 1) {
      if (kind !== Clock.wallSecond) place(i, instants[0]);
      else
        faults.add(
          { line: rows.line[i] },
          `${wallText(atMs[i])} flagged as the second of two`,
          `a flag only where the clock of ${timeZone} repeats an hour`,
          "correct the flag or the zone",
        );
    } else {
      const same = twice.get(atMs[i]) ?? { unmarked: [], hasFirst: false, hasSecond: false };
      twice.set(atMs[i], same);
      if (kind === Clock.wall) same.unmarked.push(i);
      else {
        place(i, instants[kind === Clock.wallFirst ? 0 : 1]);
        if (kind === Clock.wallFirst) same.hasFirst = true;
        else same.hasSecond = true;
      }
    }
  }
  for (const [wallMs, { unmarked, hasFirst, hasSecond }] of twice) {
    if (unmarked.length === 0) continue;
    const instants = clock(wallMs);
    const lone = hasSecond !== hasFirst ? (hasSecond ? "first" : "second") : options.loneRepeatedHour;
    if (unmarked.length === 2 && !hasFirst && !hasSecond) unmarked.forEach((i, k) => place(i, instants[k]));
    else if (unmarked.length === 1 && lone && !(hasFirst && hasSecond))
      place(unmarked[0], instants[lone === "first" ? 0 : 1]);
    else if (unmarked.length === 1 && !hasFirst) {
      faults.add(
        { line: rows.line[unmarked[0]] },
        `${wallText(wallMs)} once`,
        `two rows of it, since it occurs twice in ${timeZone}`,
        'add the missing row, or say which hour this row is: options.loneRepeatedHour "first" or "second" (the ' +
          "other one is then a gap)",
      );
    } else {
      const num = unmarked.length + Number(hasFirst) + Number(hasSecond);
      faults.add(
        { line: rows.line[unmarked.at(-1) ?? 0] },
        `${wallText(wallMs)} ${num} times`,
        "two rows of it",
        "remove the repeated rows, or choose one location",
      );
    }
  }
  if (skipped.length > 0) placeSkipped(rows, skipped, startMs, hasHourLabels ? clock : undefined, timeZone, faults);
  return startMs;
}

/**
 * Rows at a time that the clock skips. `clock` is given for hour-ending labels: the hour before the change may have the
 * label after it.
 */
function placeSkipped(
  rows: SeriesRows,
  skipped: readonly number[],
  startMs: Float64Array,
  clock: ZoneClock | undefined,
  timeZone: string,
  faults: FaultLog,
): void {
  const valued = skipped.filter((i) => !Number.isNaN(rows.value[i]));
  if (valued.length === 0) return;
  const rowAt = new Map<number, number>();
  startMs.forEach((ms, i) => rowAt.set(ms, i));
  for (const i of valued) {
    const [endMs] = clock?.(rows.atMs[i] + MS_PER_HOUR) ?? [];
    const before = endMs === undefined ? undefined : rowAt.get(endMs - MS_PER_HOUR);
    const isFree = before === undefined || Number.isNaN(rows.value[before]);
    if (endMs !== undefined && isFree) {
      // A blank row at the label that this sheet skips is not a gap.
      if (before !== undefined) startMs[before] = Number.NaN;
      startMs[i] = endMs - MS_PER_HOUR;
      continue;
    }
    faults.add(
      { line: rows.line[i] },
      wallText(rows.atMs[i]),
      `a time that exists in ${timeZone} (the clock skips it)`,
      'if the file uses standard time all year, give that zone, e.g. "-05:00"',
    );
  }
}

/** Local milliseconds as `2024-11-03 01:00`. */
export function wallText(wallMs: number): string {
  return new Date(wallMs).toISOString().slice(0, 16).replace("T", " ");
}
