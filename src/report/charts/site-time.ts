import type { PowerPlan } from "../../plan/plan-result.ts";

/**
 * Time on the axis of a chart: real time since the plan's start, labelled as the site's clock stood at that start. So
 * no hour is drawn twice or left out where the clocks change; the label under the pointer (`local`) is the site's own.
 * A long plan is drawn in blocks of whole intervals, with the mean of each: 8,760 bars are thinner than a pixel.
 */
export interface SiteTime {
  /** Blocks drawn; a block is one interval unless there are too many. */
  readonly count: number;
  /** Length of a block, hours; the last may be shorter. */
  readonly blockHours: number;
  /** Position of the start of block b on a UTC axis, ISO-8601; `count` is the plan's end. */
  at(b: number): string;
  /** The site's own label of the start of block b, e.g. `2026-07-13 14:00`. */
  local(b: number): string;
  /** Mean of a series over block b. */
  mean(series: ArrayLike<number>, b: number): number;
  /** Value of a series at the end of block b, for states. */
  last(series: ArrayLike<number>, b: number): number;
  /** Position of interval t, as `at`. */
  atInterval(t: number): string;
  readonly axisTitle: string;
}

const MS_PER_HOUR = 3_600_000;
/** As many blocks as a chart of usual width can show apart. */
const MOST_BLOCKS = 400;

type Clock = Pick<PowerPlan, "intervalStarts" | "stepHours" | "timeZone">;

/** `most`: greatest number of blocks. */
export function siteTime({ intervalStarts, stepHours, timeZone }: Clock, most = MOST_BLOCKS): SiteTime {
  const intervals = intervalStarts.length;
  const wallMs = Date.parse(`${intervalStarts[0].slice(0, 19)}Z`);
  const size = blockSize(intervals, stepHours, most);
  const isOneOffset = intervalStarts.every((start) => start.slice(19) === intervalStarts[0].slice(19));
  const atInterval = (t: number): string => new Date(wallMs + t * stepHours * MS_PER_HOUR).toISOString();
  return {
    count: Math.ceil(intervals / size),
    blockHours: size * stepHours,
    at: (b) => atInterval(Math.min(intervals, b * size)),
    atInterval,
    local: (b) => intervalStarts[b * size].slice(0, 16).replace("T", " "),
    mean(series, b) {
      const end = Math.min(intervals, (b + 1) * size);
      let sum = 0;
      for (let t = b * size; t < end; t++) sum += series[t];
      return sum / (end - b * size);
    },
    last: (series, b) => series[Math.min(intervals, (b + 1) * size) - 1],
    axisTitle: isOneOffset ? timeZone : `${timeZone}, clock of the plan's start`,
  };
}

/** Intervals in a block: one, or whole hours or days, as few as keep to `most` blocks. */
function blockSize(intervals: number, stepHours: number, most: number): number {
  const hours = [1, 2, 3, 4, 6, 8, 12, 24, 48, 168]
    .map((h) => h / stepHours)
    .filter((n) => n >= 1 && Number.isInteger(n));
  const fitting = [1, ...hours].find((n) => Math.ceil(intervals / n) <= most);
  return fitting ?? Math.ceil(intervals / most);
}

/** The channel `x` of charts over time; the data has `at`, and `until` where a mark spans its block. */
export function timeChannel(time: SiteTime): Readonly<Record<string, unknown>> {
  return {
    field: "at",
    type: "temporal",
    scale: { type: "utc" },
    axis: { title: time.axisTitle, labelOverlap: "greedy", labelFlush: true, grid: false },
  };
}
