/**
 * Stamped values `{ start, value, minutes? }` on the time axis. A value holds until the next start, or for its `minutes`.
 * Where it changes inside an interval, the interval gets the duration-weighted mean: energy is kept exactly.
 */
import { instantMs } from "../assets/fields.ts";
import type { Quantity } from "../assets/quantities.ts";
import { intervalStartMs, type TimeGrid } from "../time/time-grid.ts";
import { addFault, addRepeated, type Edge } from "./edge.ts";
import { unknownKey } from "./faults.ts";
import { instantAdvice, stampLabel } from "./instant.ts";
import { isRecord, literal, pathOf } from "./literal.ts";
import { checkValues } from "./value-check.ts";

const MS_PER_MINUTE = 60_000;
const FIELDS = ["start", "value", "minutes"];

/** The entries of a curve in columns; `untilMs` is where the value ceases to hold, Infinity for the last without `minutes`. */
interface Stamps {
  readonly startMs: Float64Array;
  readonly untilMs: Float64Array;
  readonly values: Float64Array;
}

export function resolveStamped(given: readonly unknown[], quantity: Quantity, path: string, edge: Edge): Float64Array | undefined {
  const shapeless = given.flatMap((entry, i) => (isRecord(entry) ? [] : [i]));
  if (shapeless.length > 0) {
    addRepeated(edge, path, shapeless, (i) => addFault(edge, `${path}[${i}]`, literal(given[i]), "a stamped value { start, value }, as other entries are", "stamp every entry, or none"));
    return undefined;
  }
  return resolveEntries(given as readonly Readonly<Record<string, unknown>>[], quantity, path, edge);
}

function resolveEntries(given: readonly Readonly<Record<string, unknown>>[], quantity: Quantity, path: string, edge: Edge): Float64Array | undefined {
  const before = edge.faults.length;
  const startMs = readStarts(given, path, edge);
  const values = given.map(({ value }) => value);
  checkValues(values, quantity, path, edge, (i) => `${path}[${i}].value`, (i) => (Number.isNaN(startMs[i]) ? "" : ` (${stampLabel(startMs[i], edge.timeZone)})`));
  const minutes = readMinutes(given, path, edge);
  if (edge.faults.length > before) return undefined;

  checkOrder(startMs, path, edge);
  if (edge.faults.length > before) return undefined;

  const untilMs = startMs.map((_, i) => (minutes[i] > 0 ? startMs[i] + minutes[i] * MS_PER_MINUTE : (startMs[i + 1] ?? Infinity)));
  const stamps: Stamps = { startMs, untilMs, values: Float64Array.from(values as number[]) };
  checkOverlap(stamps, path, edge);
  const { time } = edge;
  if (time === undefined) return undefined;
  checkCover(stamps, time, path, edge);
  if (edge.faults.length > before) return undefined;
  noteLongHolds(stamps, time, path, edge);
  return meanPerInterval(stamps, time);
}

function readStarts(given: readonly Readonly<Record<string, unknown>>[], path: string, edge: Edge): Float64Array {
  const startMs = new Float64Array(given.length).fill(Number.NaN);
  const undated: number[] = [];
  const strange: number[] = [];
  const strangeKey = (i: number) => Object.keys(given[i]).find((key) => !FIELDS.includes(key));
  for (let i = 0; i < given.length; i++) {
    const entry = given[i];
    if (strangeKey(i) !== undefined) strange.push(i);
    if (typeof entry.start === "string") startMs[i] = instantMs(entry.start);
    if (Number.isNaN(startMs[i])) undated.push(i);
  }
  addRepeated(edge, path, strange, (i) => {
    const key = strangeKey(i) ?? "";
    edge.faults.push(unknownKey(pathOf(path, [i, key]), key, FIELDS));
  });
  addRepeated(edge, path, undated, (i) => {
    const { start } = given[i];
    const fix = start === undefined ? "add it" : instantAdvice(typeof start === "string" ? start : "", edge.timeZone);
    addFault(edge, `${path}[${i}].start`, literal(start), "an ISO-8601 date and time with its UTC offset", fix);
  });
  return startMs;
}

function readMinutes(given: readonly Readonly<Record<string, unknown>>[], path: string, edge: Edge): Float64Array {
  const minutes = new Float64Array(given.length);
  const wrong: number[] = [];
  for (let i = 0; i < given.length; i++) {
    const value = given[i].minutes;
    if (value === undefined) continue;
    if (typeof value === "number" && value > 0 && Number.isFinite(value)) minutes[i] = value;
    else wrong.push(i);
  }
  addRepeated(edge, path, wrong, (i) => {
    addFault(edge, `${path}[${i}].minutes`, literal(given[i].minutes), "a number of minutes above 0", "leave it out where the value holds until the next start");
  });
  return minutes;
}

function checkOrder(startMs: Float64Array, path: string, edge: Edge): void {
  const label = (i: number) => stampLabel(startMs[i], edge.timeZone);
  const doubled: number[] = [];
  const unsorted: number[] = [];
  for (let i = 1; i < startMs.length; i++) {
    if (startMs[i] === startMs[i - 1]) doubled.push(i);
    else if (startMs[i] < startMs[i - 1]) unsorted.push(i);
  }
  addRepeated(edge, path, doubled, (i) => {
    addFault(edge, `${path}[${i}].start`, `${label(i)}, the instant of [${i - 1}] too`, "every instant once", "remove one of the two; in the autumn hour that occurs twice the offsets differ");
  });
  addRepeated(edge, path, unsorted, (i) => {
    addFault(edge, `${path}[${i}].start`, `${label(i)} after ${label(i - 1)}`, "entries in the order of time", "sort the entries by start");
  });
}

function checkOverlap({ startMs, untilMs }: Stamps, path: string, edge: Edge): void {
  const overlaps: number[] = [];
  for (let i = 1; i < startMs.length; i++) if (untilMs[i - 1] > startMs[i]) overlaps.push(i);
  addRepeated(edge, path, overlaps, (i) => {
    const from = stampLabel(startMs[i], edge.timeZone);
    addFault(edge, `${path}[${i}].start`, `${from} while [${i - 1}] holds until ${stampLabel(untilMs[i - 1], edge.timeZone)}`, "one value at a time", `shorten minutes of [${i - 1}] or move the start`);
  });
}

/** Names what of the plan no entry covers. Holes outside the plan do not matter. */
function checkCover({ startMs, untilMs }: Stamps, time: TimeGrid, path: string, edge: Edge): void {
  const from = time.startMs;
  const to = intervalStartMs(time, time.count);
  const last = startMs.length - 1;
  const hole = (start: number, end: number) => `nothing from ${stampLabel(start, edge.timeZone)} to ${stampLabel(end, edge.timeZone)}`;
  const wanted = "a value at every time of the plan";
  if (startMs[0] > from) addFault(edge, path, hole(from, Math.min(startMs[0], to)), wanted, "add an entry that starts with the plan or before it");
  const gaps: number[] = [];
  for (let i = 0; i < last; i++) {
    if (untilMs[i] < startMs[i + 1] && startMs[i + 1] > from && untilMs[i] < to) gaps.push(i);
  }
  addRepeated(edge, path, gaps, (i) => {
    addFault(edge, `${path}[${i}]`, hole(untilMs[i], startMs[i + 1]), wanted, "add the entries that are missing, or leave minutes out where the value holds until the next");
  });
  if (untilMs[last] < to) addFault(edge, `${path}[${last}]`, hole(Math.max(untilMs[last], from), to), wanted, "add entries up to the plan's end, or end the plan earlier");
}

/**
 * In samples at one distance (nine spacings of ten are alike) a value that holds for longer is said, not hidden: the file
 * may lack rows or end too early. Entries at changing distances are events and hold for as long as they like.
 */
function noteLongHolds({ startMs, untilMs, values }: Stamps, time: TimeGrid, path: string, edge: Edge): void {
  const num = startMs.length;
  if (num < 4) return;
  const spacing = startMs.subarray(1).map((ms, i) => ms - startMs[i]).sort();
  const usual = spacing[spacing.length >> 1];
  if (spacing.filter((ms) => ms === usual).length < 0.9 * spacing.length) return;
  const end = intervalStartMs(time, time.count);
  const long: number[] = [];
  for (let i = 0; i < num; i++) {
    const until = Math.min(untilMs[i], end);
    if (until > time.startMs && until - startMs[i] > 1.5 * usual) long.push(i);
  }
  if (long.length === 0) return;
  const hours = (ms: number) => `${Number((ms / 3_600_000).toFixed(2))} h`;
  const last = long[long.length - 1];
  const others = long.length === 1 ? "" : ` (and ${long.length - 1} before it)`;
  edge.notices.push(
    `${path}[${last}]: ${values[last]} of ${stampLabel(startMs[last], edge.timeZone)} is held for ${hours(Math.min(untilMs[last], end) - startMs[last])}${others}, though the entries stand ${hours(usual)} apart.`,
  );
}

function meanPerInterval({ startMs, values }: Stamps, time: TimeGrid): Float64Array {
  const mean = new Float64Array(time.count);
  const last = startMs.length - 1;
  let i = 0;
  for (let t = 0; t < time.count; t++) {
    const from = intervalStartMs(time, t);
    const to = intervalStartMs(time, t + 1);
    while (i < last && startMs[i + 1] <= from) i++;
    if (i === last || startMs[i + 1] >= to) {
      mean[t] = values[i];
      continue;
    }
    let weighted = 0;
    for (let at = from; at < to; ) {
      const until = i < last ? Math.min(startMs[i + 1], to) : to;
      weighted += values[i] * (until - at);
      if (until < to) i++;
      at = until;
    }
    mean[t] = weighted / (to - from);
  }
  return mean;
}
