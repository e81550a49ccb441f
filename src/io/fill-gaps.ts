/**
 * Finds and fills the gaps of a series: missing rows, and rows without a value. A gap is an error unless a policy fills
 * it; every filled interval is reported.
 */
import { MS_PER_DAY, MS_PER_MINUTE } from "../time/time-grid.ts";
import type { FaultLog } from "./fault-log.ts";
import type { OrderedSeries } from "./series-order.ts";

/**
 * `error`: report an error (the default). `omit`: leave the interval out of the series. `previous`: repeat the value
 * before. `interpolate`: draw a straight line between the values on either side. `day-before`, `week-before`: take the
 * value 24 or 168 hours before, filled or not.
 */
export type GapPolicy = "error" | "omit" | "previous" | "interpolate" | "day-before" | "week-before";

export const gapPolicies: readonly GapPolicy[] = [
  "error",
  "omit",
  "previous",
  "interpolate",
  "day-before",
  "week-before",
];

export interface Gap {
  readonly startMs: number;
  readonly minutes: number;
  /** Line of the blank, or of the row before the gap. */
  readonly line: number;
  readonly isBlank: boolean;
}

export interface FilledSeries {
  readonly startMs: Float64Array;
  readonly minutes: Float64Array;
  readonly value: Float64Array;
  /** Positions of filled values in the series. */
  readonly filled: readonly number[];
  /** Gaps that the policy `omit` left open. */
  readonly gaps: readonly Gap[];
  /** See `OrderedSeries`. */
  readonly usualMs?: number | undefined;
}

/**
 * Upper bound on the intervals in gaps: a year of five minutes. A larger gap means a wrong stamp, and no policy fills
 * it.
 */
const MAX_MISSING_INTERVALS = 105_408;

export function findGaps({ startMs, minutes, value, line }: OrderedSeries, faults: FaultLog): Gap[] {
  const gaps: Gap[] = [];
  for (let i = 0; i < startMs.length; i++) {
    if (Number.isNaN(value[i])) gaps.push({ startMs: startMs[i], minutes: minutes[i], line: line[i], isBlank: true });
    const endMs = startMs[i] + minutes[i] * MS_PER_MINUTE;
    const nextMs = startMs[i + 1] ?? endMs;
    if (gaps.length + (nextMs - endMs) / (minutes[i] * MS_PER_MINUTE) > MAX_MISSING_INTERVALS) {
      faults.add(
        { line: line[i] },
        `nothing from ${iso(endMs)} to ${iso(nextMs)}`,
        `at most ${MAX_MISSING_INTERVALS} missing intervals`,
        "correct the stamps, or read the parts of the file separately",
      );
      return gaps;
    }
    for (let at = endMs; at < nextMs; at += minutes[i] * MS_PER_MINUTE) {
      gaps.push({
        startMs: at,
        minutes: Math.min(minutes[i], (nextMs - at) / MS_PER_MINUTE),
        line: line[i],
        isBlank: false,
      });
    }
  }
  return gaps;
}

export function fillGaps(series: OrderedSeries, policy: GapPolicy, faults: FaultLog): FilledSeries {
  const gaps = findGaps(series, faults);
  if (policy === "error") {
    for (const { startMs, minutes, line, isBlank } of gaps) {
      const given = `${isBlank ? "a blank" : "no row"} for ${iso(startMs)}, ${minutes} minutes`;
      faults.add(
        { line },
        given,
        "a value for every interval",
        `add it, or choose options.gaps: ${gapPolicies
          .slice(1)
          .map((name) => `"${name}"`)
          .join(", ")}`,
      );
    }
  }
  const { usualMs } = series;
  if (gaps.length === 0) return { ...series, filled: [], gaps: gaps };
  if (policy === "error" || policy === "omit") return { ...withoutBlanks(series), filled: [], gaps, usualMs };
  const { startMs, minutes, value, line } = withGaps(series, gaps);
  const filled: number[] = [];
  const fillingAt = filler(policy, startMs, value);
  for (let i = 0; i < startMs.length; i++) {
    if (!Number.isNaN(value[i])) continue;
    value[i] = fillingAt(i);
    filled.push(i);
    if (Number.isNaN(value[i])) {
      faults.add(
        { line: line[i] },
        `nothing for ${iso(startMs[i])}`,
        `a value that "${policy}" can fill it from`,
        "choose another policy, or add the value",
      );
    }
  }
  return { startMs, minutes, value, filled, gaps: [], usualMs };
}

/**
 * The series with NaN in every missing interval. It is stored as columns, so that one gap in a file of four million
 * rows needs no more memory than the rows.
 */
function withGaps(series: OrderedSeries, gaps: readonly Gap[]): OrderedSeries {
  const absent = gaps.filter(({ isBlank }) => !isBlank);
  const num = series.startMs.length + absent.length;
  const all = {
    startMs: new Float64Array(num),
    minutes: new Float64Array(num),
    value: new Float64Array(num),
    line: new Int32Array(num),
  };
  for (let k = 0, i = 0, h = 0; k < num; k++) {
    const isGap = i === series.startMs.length || (h < absent.length && absent[h].startMs < series.startMs[i]);
    all.startMs[k] = isGap ? absent[h].startMs : series.startMs[i];
    all.minutes[k] = isGap ? absent[h].minutes : series.minutes[i];
    all.value[k] = isGap ? Number.NaN : series.value[i];
    all.line[k] = isGap ? absent[h].line : series.line[i];
    if (isGap) h++;
    else i++;
  }
  return all;
}

/**
 * The value for position `i`; NaN if the policy has no value to use. Called in increasing order, so earlier positions
 * are filled.
 */
function filler(policy: GapPolicy, startMs: Float64Array, value: Float64Array): (i: number) => number {
  if (policy === "previous") return (i) => value[i - 1] ?? Number.NaN;
  let next = 0;
  if (policy !== "interpolate") {
    const back = (policy === "week-before" ? 7 : 1) * MS_PER_DAY;
    return (i) => {
      while (startMs[next] < startMs[i] - back) next++;
      return startMs[next] === startMs[i] - back ? value[next] : Number.NaN;
    };
  }
  return (i) => {
    if (next < i) next = i;
    while (next < startMs.length && Number.isNaN(value[next])) next++;
    if (i === 0 || next === startMs.length) return Number.NaN;
    const share = (startMs[i] - startMs[i - 1]) / (startMs[next] - startMs[i - 1]);
    return value[i - 1] + share * (value[next] - value[i - 1]);
  };
}

function withoutBlanks({ startMs, minutes, value }: OrderedSeries) {
  const indices = (_: number, i: number) => !Number.isNaN(value[i]);
  return { startMs: startMs.filter(indices), minutes: minutes.filter(indices), value: value.filter(indices) };
}

const iso = (ms: number): string => new Date(ms).toISOString();
