/**
 * Interval starts of rows as instants. Of a wall time that occurs twice in autumn the first row in the order of time is
 * the earlier; where only one of the two is there, which one it is must be said. A time that the clock skips in spring is no
 * time: a blank row there (as some downloads have) is left out, a value is a fault.
 */
import { MS_PER_MINUTE } from "../time/time-grid.ts";
import { type FaultLog } from "./fault-log.ts";
import { Clock, type SeriesRows } from "./series-rows.ts";
import type { ZoneClock } from "./zone-clock.ts";

export interface InstantOptions {
  readonly clock: ZoneClock;
  readonly timeZone: string;
  /** Stamps are the ends of their intervals. NB: labels such as "hour ending 03" are read as starts by their market: wall time less an hour. */
  readonly stampsAreEnds: boolean;
  /** Which of two a wall time is that should occur twice and does not. Default: a fault. */
  readonly loneRepeatedHour?: "first" | "second" | undefined;
}

/** UTC milliseconds for each row; NaN for a blank row at a time that does not exist, and after a fault. */
export function rowInstants(rows: SeriesRows, minutes: number, { clock, timeZone, stampsAreEnds, loneRepeatedHour }: InstantOptions, faults: FaultLog): Float64Array {
  const { count, atMs } = rows;
  const startMs = new Float64Array(count).fill(Number.NaN);
  const isFalling = count > 1 && atMs[0] > atMs[count - 1];
  const waiting = new Map<number, number[]>();
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
    if (instants.length === 0) {
      if (!Number.isNaN(rows.value[i])) {
        faults.add({ line: rows.line[i] }, wallText(atMs[i]), `a time that exists in ${timeZone} (the clock skips it)`, "is it standard time all year? give that zone, e.g. \"-05:00\"");
      }
    } else if (instants.length === 1) {
      if (kind !== Clock.wallSecond) place(i, instants[0]);
      else faults.add({ line: rows.line[i] }, `${wallText(atMs[i])} flagged as the second of two`, `a flag only where the clock of ${timeZone} repeats an hour`, "correct the flag or the zone");
    } else if (kind === Clock.wall) {
      const same = waiting.get(atMs[i]);
      if (same) same.push(i);
      else waiting.set(atMs[i], [i]);
    } else place(i, instants[kind === Clock.wallFirst ? 0 : 1]);
  }
  for (const [wallMs, same] of waiting) {
    const instants = clock(wallMs);
    if (same.length === 2) same.forEach((i, k) => place(i, instants[k]));
    else if (same.length === 1 && loneRepeatedHour) place(same[0], instants[loneRepeatedHour === "first" ? 0 : 1]);
    else if (same.length === 1) {
      faults.add({ line: rows.line[same[0]] }, `${wallText(wallMs)} once`, `two rows of it, since it occurs twice in ${timeZone}`, 'add the missing row, or say which this one is: options.loneRepeatedHour "first" or "second" (the other is then a hole)');
    } else {
      faults.add({ line: rows.line[same[2]] }, `${wallText(wallMs)} ${same.length} times`, "two rows of it", "remove the repeated rows, or choose one location");
    }
  }
  return startMs;
}

/** `2024-11-03 01:00` of wall-clock milliseconds. */
export function wallText(wallMs: number): string {
  return new Date(wallMs).toISOString().slice(0, 16).replace("T", " ");
}
