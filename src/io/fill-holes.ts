/**
 * Holes of a series: intervals without a row, and rows without a value. By default each is a fault; a policy fills
 * them, and what it filled is told interval by interval.
 */
import { MS_PER_DAY, MS_PER_MINUTE } from "../time/time-grid.ts";
import type { FaultLog } from "./fault-log.ts";
import type { OrderedSeries } from "./series-order.ts";

/**
 * `error`: a fault (the default). `keep`: left out of the series. `hold`: the value before. `interpolate`: on the
 * straight line between the values around. `day-before`, `week-before`: the value 24 or 168 hours before, filled or
 * not.
 */
export type GapPolicy = "error" | "keep" | "hold" | "interpolate" | "day-before" | "week-before";

export const gapPolicies: readonly GapPolicy[] = ["error", "keep", "hold", "interpolate", "day-before", "week-before"];

export interface Hole {
  readonly startMs: number;
  readonly minutes: number;
  /** Line of the blank, or of the row before the hole. */
  readonly line: number;
  readonly isBlank: boolean;
}

export interface FilledSeries {
  readonly startMs: Float64Array;
  readonly minutes: Float64Array;
  readonly value: Float64Array;
  /** Places of filled values in the series. */
  readonly filled: readonly number[];
  /** Holes that were kept. */
  readonly holes: readonly Hole[];
  /** As `OrderedSeries` has it. */
  readonly usualMs?: number | undefined;
}

/** Holes that are listed at most: a year of five minutes. A greater gap is a wrong stamp, and no policy fills it. */
const MOST_HOLES = 105_408;

export function holesOf({ startMs, minutes, value, line }: OrderedSeries, faults: FaultLog): Hole[] {
  const holes: Hole[] = [];
  for (let i = 0; i < startMs.length; i++) {
    if (Number.isNaN(value[i])) holes.push({ startMs: startMs[i], minutes: minutes[i], line: line[i], isBlank: true });
    const endMs = startMs[i] + minutes[i] * MS_PER_MINUTE;
    const nextMs = startMs[i + 1] ?? endMs;
    if (holes.length + (nextMs - endMs) / (minutes[i] * MS_PER_MINUTE) > MOST_HOLES) {
      faults.add(
        { line: line[i] },
        `nothing from ${iso(endMs)} to ${iso(nextMs)}`,
        `holes of ${MOST_HOLES} intervals at most`,
        "correct the stamps, or read the parts of the file one by one",
      );
      return holes;
    }
    for (let at = endMs; at < nextMs; at += minutes[i] * MS_PER_MINUTE) {
      holes.push({
        startMs: at,
        minutes: Math.min(minutes[i], (nextMs - at) / MS_PER_MINUTE),
        line: line[i],
        isBlank: false,
      });
    }
  }
  return holes;
}

export function fillHoles(series: OrderedSeries, policy: GapPolicy, faults: FaultLog): FilledSeries {
  const holes = holesOf(series, faults);
  if (policy === "error") {
    for (const { startMs, minutes, line, isBlank } of holes) {
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
  if (holes.length === 0) return { ...series, filled: [], holes };
  if (policy === "error" || policy === "keep") return { ...withoutBlanks(series), filled: [], holes, usualMs };
  const { startMs, minutes, value, line } = withHoles(series, holes);
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
        "choose another policy or add the value",
      );
    }
  }
  return { startMs, minutes, value, filled, holes: [], usualMs };
}

/**
 * The series with a place for every hole, NaN. Columns, not objects: one hole in a file of four million rows costs no
 * more than they do.
 */
function withHoles(series: OrderedSeries, holes: readonly Hole[]): OrderedSeries {
  const absent = holes.filter(({ isBlank }) => !isBlank);
  const num = series.startMs.length + absent.length;
  const all = {
    startMs: new Float64Array(num),
    minutes: new Float64Array(num),
    value: new Float64Array(num),
    line: new Int32Array(num),
  };
  for (let k = 0, i = 0, h = 0; k < num; k++) {
    const isHole = i === series.startMs.length || (h < absent.length && absent[h].startMs < series.startMs[i]);
    all.startMs[k] = isHole ? absent[h].startMs : series.startMs[i];
    all.minutes[k] = isHole ? absent[h].minutes : series.minutes[i];
    all.value[k] = isHole ? Number.NaN : series.value[i];
    all.line[k] = isHole ? absent[h].line : series.line[i];
    if (isHole) h++;
    else i++;
  }
  return all;
}

/**
 * What fills the place `i`, asked for in rising order, the places before it filled; NaN where the policy has nothing to
 * fill it from.
 */
function filler(policy: GapPolicy, startMs: Float64Array, value: Float64Array): (i: number) => number {
  if (policy === "hold") return (i) => value[i - 1] ?? Number.NaN;
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
  const keep = (_: number, i: number) => !Number.isNaN(value[i]);
  return { startMs: startMs.filter(keep), minutes: minutes.filter(keep), value: value.filter(keep) };
}

const iso = (ms: number): string => new Date(ms).toISOString();
