/** Building blocks of the sentences in a result's `detail`. */
import { isoStamp, type TimeGrid } from "../time/time-grid.ts";

const MAX_LINES = 5;
/** Relative. */
const SOLVER_ROUNDING = 1e-9;

/** At most five lines; the last one counts the lines left out. */
export function detailText(lines: readonly string[]): string {
  if (lines.length <= MAX_LINES) return lines.join("\n");
  return [...lines.slice(0, MAX_LINES - 1), `and ${lines.length - MAX_LINES + 1} more`].join("\n");
}

/** Groups items of adjacent intervals that share a key. Items must be sorted by key and interval. */
export function spans<Item extends { readonly interval: number }>(
  items: readonly Item[],
  keyOf: (item: Item) => string,
): Item[][] {
  const found: Item[][] = [];
  for (const item of items) {
    const span = found.at(-1) ?? [];
    const last = span.at(-1);
    if (last?.interval === item.interval - 1 && keyOf(last) === keyOf(item)) span.push(item);
    else found.push([item]);
  }
  return found;
}

/**
 * The time of a span: `at 2026-07-14T01:00:00-05:00`, or `for 3 h from ... to ...`. The offset distinguishes the
 * repeated hour in autumn.
 */
export function spanText(time: TimeGrid, from: number, count: number): string {
  const start = isoStamp(time, from);
  return count === 1
    ? `at ${start}`
    : `for ${figure(count * time.stepHours)} h from ${start} to ${isoStamp(time, from + count)}`;
}

/** A value for a sentence: six significant figures, no trailing zeros. */
export function figure(value: number): number {
  return Number(value.toPrecision(6));
}

/**
 * As `figure`, but rounded up (apart from rounding of the solver), because the amount in a request must be sufficient.
 */
export function figureUp(value: number): number {
  const nearest = figure(value);
  return nearest >= value - SOLVER_ROUNDING * value
    ? nearest
    : figure(nearest + 10 ** (Math.floor(Math.log10(nearest)) - 5));
}
