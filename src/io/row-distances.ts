/** How far apart the rows of a series stand, in the order of the file. */
import { MS_PER_MINUTE } from "../time/time-grid.ts";
import type { SeriesRows } from "./series-rows.ts";

/** Fewer rows show no habit: three of them around a hole have two distances. */
const LEAST_ROWS_OF_A_LOG = 20;

export interface RowDistances {
  /** The distance that most rows have, of equally frequent ones the shortest; NaN where there is none. */
  readonly usualMs: number;
  /** How many have it. */
  readonly numUsual: number;
  readonly num: number;
  readonly medianMs: number;
}

export function rowDistances({ atMs, count }: SeriesRows): RowDistances {
  const numBySpacing = new Map<number, number>();
  const spacings = new Float64Array(Math.max(count - 1, 0));
  let num = 0;
  for (let i = 1; i < count; i++) {
    const spacing = Math.abs(atMs[i] - atMs[i - 1]);
    if (!(spacing > 0)) continue;
    spacings[num++] = spacing;
    numBySpacing.set(spacing, (numBySpacing.get(spacing) ?? 0) + 1);
  }
  let [usualMs, numUsual] = [Number.NaN, 0];
  for (const [spacing, times] of numBySpacing)
    if (times > numUsual || (times === numUsual && spacing < usualMs)) [usualMs, numUsual] = [spacing, times];
  return { usualMs, numUsual, num, medianMs: num === 0 ? Number.NaN : spacings.subarray(0, num).sort()[num >> 1] };
}

/** Whether rows are those of a log: finer than a minute, or most of them at another distance than the usual one. */
export function varies({ usualMs, numUsual, num, medianMs }: RowDistances): boolean {
  if (Number.isNaN(usualMs)) return false;
  return medianMs < MS_PER_MINUTE || (num >= LEAST_ROWS_OF_A_LOG && 2 * numUsual < num);
}
