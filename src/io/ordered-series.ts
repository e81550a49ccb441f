/**
 * Sorts a series by time, without duplicates or overlaps. It neither drops nor fills an interval (see `fill-gaps.ts`).
 */
import { MS_PER_MINUTE } from "../time/time-grid.ts";
import type { FaultLog } from "./fault-log.ts";
import { loggedSeries } from "./logged-series.ts";
import { measureSpacing, type RowSpacing, isUneven } from "./row-spacing.ts";
import { rowInstants } from "./row-instants.ts";
import { checkOverlaps, MIN_MINUTES, MAX_MINUTES, type OrderedSeries, type OrderOptions } from "./series-order.ts";
import type { SeriesRows } from "./series-rows.ts";

/** Rows that are already sorted are reused in place without a copy; the caller must not use them afterwards. */
export function orderedSeries(
  rows: SeriesRows,
  options: OrderOptions,
  faults: FaultLog,
  notices: string[],
): OrderedSeries | undefined {
  const { count } = rows;
  const lacksMinutes = options.minutes === undefined && hasNaN(rows.minutes, count);
  const distances = lacksMinutes ? measureSpacing(rows) : undefined;
  if (distances && options.allowsUnevenSpacing && isUneven(distances))
    return loggedSeries(rows, distances.medianMs, options, faults, notices);
  const usual = distances ? usualMinutes(rows, distances, faults, notices) : (options.minutes ?? 0);
  if (usual === undefined) return undefined;
  const startMs = rowInstants(rows, usual, options, faults);
  const order = orderOf(startMs, count);
  if (!order) return inPlace(rows, startMs, usual, faults);
  const num = order.length;
  const series: OrderedSeries = {
    startMs: new Float64Array(num),
    minutes: new Float64Array(num),
    value: new Float64Array(num),
    line: new Int32Array(num),
  };
  for (let k = 0; k < num; k++) {
    const i = order[k];
    series.startMs[k] = startMs[i];
    series.minutes[k] = Number.isNaN(rows.minutes[i]) ? usual : rows.minutes[i];
    series.value[k] = rows.value[i];
    series.line[k] = rows.line[i];
  }
  checkOverlaps(series, faults);
  return series;
}

/** Indices of the rows that have an instant, sorted by it; undefined if all rows are sorted already. */
function orderOf(startMs: Float64Array, count: number): Int32Array | undefined {
  const order = new Int32Array(count);
  let num = 0;
  let isSorted = true;
  for (let i = 0; i < count; i++) {
    if (Number.isNaN(startMs[i])) continue;
    isSorted &&= num === 0 || startMs[order[num - 1]] <= startMs[i];
    order[num++] = i;
  }
  if (isSorted && num === count) return undefined;
  const found = order.subarray(0, num);
  return isSorted ? found : found.sort((i, j) => startMs[i] - startMs[j] || i - j);
}

function inPlace(
  { count, ...rows }: SeriesRows,
  startMs: Float64Array,
  usual: number,
  faults: FaultLog,
): OrderedSeries {
  const minutes = rows.minutes.subarray(0, count);
  for (let i = 0; i < count; i++) if (Number.isNaN(minutes[i])) minutes[i] = usual;
  const series = { startMs, minutes, value: rows.value.subarray(0, count), line: rows.line.subarray(0, count) };
  checkOverlaps(series, faults);
  return series;
}

function hasNaN(values: Float64Array, count: number): boolean {
  for (let i = 0; i < count; i++) if (Number.isNaN(values[i])) return true;
  return false;
}

function usualMinutes(
  { line, count }: SeriesRows,
  { usualMs }: RowSpacing,
  faults: FaultLog,
  notices: string[],
): number | undefined {
  if (Number.isNaN(usualMs)) {
    faults.add(
      { line: line[0] ?? 0 },
      `${count} row${count === 1 ? "" : "s"}`,
      "the length of the interval",
      "give options.minutes",
    );
    return undefined;
  }
  const usual = usualMs / MS_PER_MINUTE;
  if (usual < MIN_MINUTES || usual > MAX_MINUTES) {
    faults.add(
      { line: line[0] },
      `rows ${usual} minutes apart`,
      `intervals from 1 to ${MAX_MINUTES} minutes`,
      "correct the stamps, or give options.minutes",
    );
    return undefined;
  }
  notices.push(`Intervals are ${usual} minutes, the usual spacing of the rows; options.minutes can change that.`);
  return usual;
}
