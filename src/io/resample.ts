/**
 * A series on longer intervals, each the duration-weighted mean of what lies in it, so energy is kept. Intervals start at
 * whole multiples of their length in UTC; up to an hour that is the clock's own grid in every zone whose offset is a
 * multiple of the length.
 */
import { MS_PER_MINUTE } from "../time/time-grid.ts";
import type { FaultLog } from "./fault-log.ts";
import type { FilledSeries } from "./fill-holes.ts";

const LENGTHS = [5, 10, 15, 20, 30, 60];

export function resampled(series: FilledSeries, minutes: number, faults: FaultLog): FilledSeries {
  if (!LENGTHS.includes(minutes)) {
    faults.add({ line: 0 }, `options.resampleMinutes ${minutes}`, `one of ${LENGTHS.join(", ")}`, "choose one of these; the planner takes means over longer intervals itself");
    return series;
  }
  const { startMs, value } = series;
  const stepMs = minutes * MS_PER_MINUTE;
  const starts: number[] = [];
  const means: number[] = [];
  let weighted = 0;
  let coveredMs = 0;
  let current = Number.NaN;
  const close = (): void => {
    if (Number.isNaN(current)) return;
    if (coveredMs !== stepMs) {
      faults.add({ line: 0 }, `${coveredMs / MS_PER_MINUTE} minutes of data in the ${minutes} from ${new Date(current).toISOString()}`, "intervals that are wholly covered", "choose options.resampleMinutes that the file fills, cut the file at whole intervals, or fill its holes by options.gaps");
    }
    starts.push(current);
    means.push(weighted / coveredMs);
  };
  for (let i = 0; i < startMs.length; i++) {
    const endMs = startMs[i] + series.minutes[i] * MS_PER_MINUTE;
    for (let at = startMs[i]; at < endMs; ) {
      const start = Math.floor(at / stepMs) * stepMs;
      if (start !== current) {
        close();
        current = start;
        weighted = 0;
        coveredMs = 0;
      }
      const until = Math.min(endMs, start + stepMs);
      weighted += value[i] * (until - at);
      coveredMs += until - at;
      at = until;
    }
  }
  close();
  return { startMs: Float64Array.from(starts), minutes: new Float64Array(starts.length).fill(minutes), value: Float64Array.from(means), filled: [], holes: series.holes };
}
