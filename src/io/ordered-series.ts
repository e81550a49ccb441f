/**
 * A series in the order of time: no instant twice, no overlap, every hole known. Nothing is dropped and nothing is filled
 * here (see `fill-holes.ts`).
 */
import { MS_PER_MINUTE } from "../time/time-grid.ts";
import type { FaultLog } from "./fault-log.ts";
import { rowInstants, type InstantOptions } from "./row-instants.ts";
import type { SeriesRows } from "./series-rows.ts";

/** Length of an interval at most: 31 days. */
export const MOST_MINUTES = 44_640;

export interface OrderedSeries {
  readonly startMs: Float64Array;
  readonly minutes: Float64Array;
  /** NaN where a row is there and its value blank. */
  readonly value: Float64Array;
  readonly line: Int32Array;
}

/**
 * `minutes`: of rows that do not say it; default the usual distance of the rows, which a notice then tells. Rows that stand in
 * order become the series in their own arrays, without a copy, and are used up.
 */
export function orderedSeries(rows: SeriesRows, options: InstantOptions & { readonly minutes?: number | undefined }, faults: FaultLog, notices: string[]): OrderedSeries | undefined {
  const { count } = rows;
  const usual = options.minutes ?? (hasNaN(rows.minutes, count) ? usualMinutes(rows, faults, notices) : 0);
  if (usual === undefined) return undefined;
  const startMs = rowInstants(rows, usual, options, faults);
  const order = new Int32Array(count);
  let num = 0;
  let isSorted = true;
  for (let i = 0; i < count; i++) {
    if (Number.isNaN(startMs[i])) continue;
    isSorted &&= num === 0 || startMs[order[num - 1]] <= startMs[i];
    order[num++] = i;
  }
  if (isSorted && num === count) return inPlace(rows, startMs, usual, faults);
  const sorted = isSorted ? order.subarray(0, num) : order.subarray(0, num).sort((i, j) => startMs[i] - startMs[j] || i - j);
  const series: OrderedSeries = { startMs: new Float64Array(num), minutes: new Float64Array(num), value: new Float64Array(num), line: new Int32Array(num) };
  for (let k = 0; k < num; k++) {
    const i = sorted[k];
    series.startMs[k] = startMs[i];
    series.minutes[k] = Number.isNaN(rows.minutes[i]) ? usual : rows.minutes[i];
    series.value[k] = rows.value[i];
    series.line[k] = rows.line[i];
  }
  checkOverlaps(series, faults);
  return series;
}

function inPlace({ count, ...rows }: SeriesRows, startMs: Float64Array, usual: number, faults: FaultLog): OrderedSeries {
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

function usualMinutes({ atMs, line, count }: SeriesRows, faults: FaultLog, notices: string[]): number | undefined {
  const numBySpacing = new Map<number, number>();
  for (let i = 1; i < count; i++) {
    const spacing = Math.abs(atMs[i] - atMs[i - 1]) / MS_PER_MINUTE;
    if (spacing > 0) numBySpacing.set(spacing, (numBySpacing.get(spacing) ?? 0) + 1);
  }
  const [usual] = [...numBySpacing].sort(([a, num], [b, other]) => other - num || a - b)[0] ?? [];
  if (usual === undefined) {
    faults.add({ line: line[0] ?? 0 }, `${count} row${count === 1 ? "" : "s"}`, "the length of its interval", "give options.minutes");
    return undefined;
  }
  if (usual < 1 || usual > MOST_MINUTES) {
    faults.add({ line: line[0] }, `rows ${usual} minutes apart`, `intervals from 1 to ${MOST_MINUTES} minutes`, "correct the stamps, or give options.minutes");
    return undefined;
  }
  notices.push(`Intervals of ${usual} minutes, the usual distance of the rows; options.minutes says another.`);
  return usual;
}

function checkOverlaps({ startMs, minutes, line }: OrderedSeries, faults: FaultLog): void {
  const stamp = (i: number) => new Date(startMs[i]).toISOString();
  for (let i = 1; i < startMs.length; i++) {
    if (startMs[i] === startMs[i - 1]) {
      faults.add({ line: line[i] }, `${stamp(i)} again, as in line ${line[i - 1]}`, "every interval once", "remove one of the two, or choose one location and kind of price");
    } else if (startMs[i - 1] + minutes[i - 1] * MS_PER_MINUTE > startMs[i]) {
      faults.add({ line: line[i] }, `${stamp(i)} inside the ${minutes[i - 1]} minutes of line ${line[i - 1]}`, "intervals that do not overlap", "choose one sequence or one interval length");
    }
  }
}
