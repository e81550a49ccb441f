/**
 * Orders the rows of a data logger, which are unevenly spaced. A value is valid until the next row (if stamps are ends,
 * since the row before). If rows are further apart than `MAX_SPACING_RATIO` times the median, the value is valid for
 * the median and the rest is a gap, because a stopped logger says nothing about that time.
 */
import { MS_PER_MINUTE } from "../time/time-grid.ts";
import type { FaultLog } from "./fault-log.ts";
import { rowInstants } from "./row-instants.ts";
import { checkOverlaps, type OrderedSeries, type OrderOptions } from "./series-order.ts";
import type { SeriesRows } from "./series-rows.ts";

/** Spacings up to this multiple of the usual one are not a gap. */
export const MAX_SPACING_RATIO = 5;

export function loggedSeries(
  rows: SeriesRows,
  usualMs: number,
  options: OrderOptions,
  faults: FaultLog,
  notices: string[],
): OrderedSeries {
  const stampMs = rowInstants(rows, 0, { ...options, stampsAreEnds: false }, faults);
  const order = [...stampMs.keys()]
    .filter((i) => !Number.isNaN(stampMs[i]))
    .sort((i, j) => stampMs[i] - stampMs[j] || i - j);
  const num = order.length;
  const series = {
    startMs: new Float64Array(num),
    minutes: new Float64Array(num),
    value: new Float64Array(num),
    line: new Int32Array(num),
    usualMs,
  };
  for (let k = 0; k < num; k++) {
    const i = order[k];
    const neighbour = order[options.stampsAreEnds ? k - 1 : k + 1];
    const spacingMs = neighbour === undefined ? usualMs : Math.abs(stampMs[neighbour] - stampMs[i]);
    const validMs = spacingMs > MAX_SPACING_RATIO * usualMs ? usualMs : spacingMs;
    series.startMs[k] = options.stampsAreEnds ? stampMs[i] - validMs : stampMs[i];
    series.minutes[k] = validMs / MS_PER_MINUTE;
    series.value[k] = rows.value[i];
    series.line[k] = rows.line[i];
  }
  checkOverlaps(series, faults);
  const seconds = (ms: number) => `${Number((ms / 1000).toPrecision(6))} s`;
  const side = options.stampsAreEnds ? "since the row before" : "until the next row";
  notices.push(
    `Rows are unevenly spaced (median ${seconds(usualMs)}): a value is valid ${side}, and a spacing above ` +
      `${seconds(MAX_SPACING_RATIO * usualMs)} is a gap. options.minutes sets one length for all intervals.`,
  );
  return series;
}
