/**
 * Rows of a log, whose distances vary: a value holds until the next row (where stamps are ends, since the row before).
 * Where rows are further apart than `MOST_HELD` times the median, the value holds for the median and the rest is a
 * hole, as a logger that stood still says nothing of the time.
 */
import { MS_PER_MINUTE } from "../time/time-grid.ts";
import type { FaultLog } from "./fault-log.ts";
import { rowInstants } from "./row-instants.ts";
import { checkOverlaps, type OrderedSeries, type OrderOptions } from "./series-order.ts";
import type { SeriesRows } from "./series-rows.ts";

/** Distances up to this many times the usual one are no hole. */
export const MOST_HELD = 5;

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
    const distance = neighbour === undefined ? usualMs : Math.abs(stampMs[neighbour] - stampMs[i]);
    const heldMs = distance > MOST_HELD * usualMs ? usualMs : distance;
    series.startMs[k] = options.stampsAreEnds ? stampMs[i] - heldMs : stampMs[i];
    series.minutes[k] = heldMs / MS_PER_MINUTE;
    series.value[k] = rows.value[i];
    series.line[k] = rows.line[i];
  }
  checkOverlaps(series, faults);
  const seconds = (ms: number) => `${Number((ms / 1000).toPrecision(6))} s`;
  const side = options.stampsAreEnds ? "since the row before" : "until the next row";
  notices.push(
    `The distance of the rows varies, ${seconds(usualMs)} is the median: a value holds ${side}, and a ` +
      `distance of more than ${seconds(MOST_HELD * usualMs)} is a hole. options.minutes says one length for ` +
      "all.",
  );
  return series;
}
