/** Measures the spacing of the rows of a series, in the order of the file. */
import { MS_PER_MINUTE } from "../time/time-grid.ts";
import type { SeriesRows } from "./series-rows.ts";

/** Fewer rows show no regular spacing: three rows around a gap have two different spacings. */
const MIN_LOG_ROWS = 20;

export interface RowSpacing {
  /** The most frequent spacing; the shortest if several are equally frequent, NaN if there are none. */
  readonly usualMs: number;
  /** Number of rows with this spacing. */
  readonly numUsual: number;
  readonly num: number;
  readonly medianMs: number;
}

export function measureSpacing({ atMs, count }: SeriesRows): RowSpacing {
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

/**
 * Whether the rows are those of a data logger: spaced below a minute, or mostly at another spacing than the usual one.
 */
export function isUneven({ usualMs, numUsual, num, medianMs }: RowSpacing): boolean {
  if (Number.isNaN(usualMs)) return false;
  return medianMs < MS_PER_MINUTE || (num >= MIN_LOG_ROWS && 2 * numUsual < num);
}
