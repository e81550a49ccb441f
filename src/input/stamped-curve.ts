/**
 * Maps stamped values `{ start, value, minutes? }` onto the time axis; prices per MWh may also be `{ start, perMwh,
 * minutes? }`, as market files are read. A value is valid until the next start, or for its `minutes`. If it changes
 * inside an interval, the interval gets the duration-weighted mean, which preserves energy exactly.
 */
import { instantMs } from "../assets/fields/fields.ts";
import type { Quantity } from "../assets/fields/quantities.ts";
import { intervalStartMs, MS_PER_HOUR, MS_PER_MINUTE, type TimeGrid } from "../time/time-grid.ts";
import { addFault, addFaultsOfOneKind, faultWatch, type ParseContext, type FaultText } from "./parse-context.ts";
import { unknownKey } from "./faults.ts";
import { instantFault, stampLabel } from "./instant.ts";
import { isRecord, literal, pathOf } from "./literal.ts";
import { checkValues } from "./value-check.ts";

/** Field of a price as `wattsplit/io` reads it from a market's file. */
const PRICE = "perMwh";
const fieldsOf = (value: string) => ["start", value, "minutes"];
/** Present in prices that `readSeries` found in another currency than USD. */
const CURRENCY = "currency";

/**
 * The entries of a curve in columns; `untilMs` is the end of each value, Infinity for the last one without `minutes`.
 */
interface Stamps {
  readonly startMs: Float64Array;
  readonly untilMs: Float64Array;
  /** The numbers once they are checked. */
  readonly values: readonly number[];
}

/** Adds a fault for every wrong entry; `field` is the faulty field with its dot. */
type Check = (isWrong: (i: number) => boolean, field: string, wordsOf: (i: number) => FaultText) => void;

/** `isUsd`: the currency of prices is known to be the plan's. */
export function resolveStamped(
  given: readonly unknown[],
  quantity: Quantity,
  path: string,
  context: ParseContext,
  isUsd = false,
): Float64Array | undefined {
  const isSound = faultWatch(context);
  const isPrice = isUsd || (quantity.unit === "USD/MWh" && given.some((entry) => isRecord(entry) && PRICE in entry));
  const field = isPrice ? PRICE : "value";
  const check: Check = (isWrong, below, wordsOf) =>
    addFaultsOfOneKind(context, path, given.length, isWrong, (i) => [`[${i}]${below}`, ...wordsOf(i)]);
  check(
    (i) => !isRecord(given[i]),
    "",
    (i) => [literal(given[i]), `a stamped value { start, ${field} }, as others are`, "stamp every entry, or none"],
  );
  if (!isSound()) return undefined;
  const stamps = parseEntries(
    given as readonly Readonly<Record<string, unknown>>[],
    field,
    quantity,
    path,
    context,
    check,
  );
  if (isSound()) checkOrder(stamps, context, check);
  const { time } = context;
  if (!isSound()) return undefined;
  if (!time) return Float64Array.from(stamps.values);
  checkCover(stamps, time, path, context, check);
  if (!isSound()) return undefined;
  if (isPrice && !isUsd)
    context.notices.push(
      `${path}: prices without a currency are read as USD; give the whole result of readMarketPrices to have it ` +
        "checked.",
    );
  noteLongValidity(stamps, time, path, context);
  return meanPerInterval(stamps, time);
}

function parseEntries(
  given: readonly Readonly<Record<string, unknown>>[],
  field: string,
  quantity: Quantity,
  path: string,
  context: ParseContext,
  check: Check,
): Stamps {
  const startMs = Float64Array.from(given, ({ start }) => (typeof start === "string" ? instantMs(start) : Number.NaN));
  const fields = fieldsOf(field);
  const values = given.map((entry) => entry[field] as number);
  const minutes = given.map((entry) => entry.minutes as number | undefined);
  const mayBePrice = quantity.unit === "USD/MWh";
  const strangeKey = (i: number) =>
    Object.keys(given[i]).find((key) => !fields.includes(key) && !(mayBePrice && key === CURRENCY));
  addFaultsOfOneKind(
    context,
    path,
    given.length,
    (i) => strangeKey(i) !== undefined,
    (i) => {
      const key = strangeKey(i) ?? "";
      return [pathOf("", [i, key]), ...unknownKey(key, fields)];
    },
  );
  check(
    (i) => mayBePrice && given[i][CURRENCY] !== undefined && given[i][CURRENCY] !== "USD",
    `.${CURRENCY}`,
    (i) => [
      literal(given[i][CURRENCY]),
      '"USD"',
      'read the file with options.convert: { to: "USD", rate: USD for one unit }',
    ],
  );
  check(
    (i) => Number.isNaN(startMs[i]),
    ".start",
    (i) => instantFault(given[i].start, context),
  );
  checkValues(
    values,
    quantity,
    path,
    context,
    (i) => `[${i}].${field}`,
    (i) => (Number.isNaN(startMs[i]) ? "" : ` (${stampLabel(startMs[i], context)})`),
  );
  check(
    (i) => minutes[i] !== undefined && !(Number.isFinite(minutes[i]) && minutes[i] > 0),
    ".minutes",
    (i) => [
      literal(minutes[i]),
      "a number of minutes above 0",
      "leave it out if the value is valid until the next start",
    ],
  );
  const untilMs = startMs.map((ms, i) =>
    minutes[i] === undefined ? (startMs[i + 1] ?? Infinity) : ms + minutes[i] * MS_PER_MINUTE,
  );
  return { startMs, untilMs, values };
}

function checkOrder({ startMs, untilMs }: Stamps, context: ParseContext, check: Check): void {
  const label = (ms: number) => stampLabel(ms, context);
  check(
    (i) => startMs[i] === startMs[i - 1],
    ".start",
    (i) => [
      `${label(startMs[i])}, the same instant as [${i - 1}]`,
      "every instant once",
      "remove one; in the hour that occurs twice the offsets differ",
    ],
  );
  check(
    (i) => startMs[i] < startMs[i - 1],
    ".start",
    (i) => [
      `${label(startMs[i])} after ${label(startMs[i - 1])}`,
      "entries sorted by time",
      "sort the entries by start",
    ],
  );
  check(
    (i) => untilMs[i - 1] > startMs[i] && startMs[i] > startMs[i - 1],
    ".start",
    (i) => [
      `${label(startMs[i])} while [${i - 1}] is valid until ${label(untilMs[i - 1])}`,
      "one value at a time",
      `shorten minutes of [${i - 1}] or move the start`,
    ],
  );
}

/** Adds a fault for the parts of the plan that no entry covers. Gaps outside the plan do not matter. */
function checkCover(
  { startMs, untilMs }: Stamps,
  time: TimeGrid,
  path: string,
  context: ParseContext,
  check: Check,
): void {
  const end = intervalStartMs(time, time.count);
  const from = (i: number) => Math.max(untilMs[i] ?? time.startMs, time.startMs);
  const to = (i: number) => Math.min(startMs[i + 1] ?? end, end);
  const words = (i: number, fix: string): FaultText => [
    `nothing from ${stampLabel(from(i), context)} to ${stampLabel(to(i), context)}`,
    "a value at every time of the plan",
    fix,
  ];
  if (from(-1) < to(-1)) addFault(context, path, ...words(-1, "add an entry that starts with the plan"));
  check(
    (i) => from(i) < to(i),
    "",
    (i) =>
      words(
        i,
        to(i) === end
          ? "add entries up to the plan's end"
          : "add the missing entries, or leave minutes out if the value is valid until the next start",
      ),
  );
}

/**
 * Among evenly spaced samples (nine of ten spacings are alike) a value that is valid for longer is reported: the file
 * may lack rows or end too early. Unevenly spaced entries are events and may be valid for any time.
 */
function noteLongValidity(
  { startMs, untilMs, values }: Stamps,
  time: TimeGrid,
  path: string,
  context: ParseContext,
): void {
  const spacing = startMs
    .subarray(1)
    .map((ms, i) => ms - startMs[i])
    .sort();
  const usual = spacing[spacing.length >> 1];
  if (spacing.length < 3 || spacing.filter((ms) => ms === usual).length < 0.9 * spacing.length) return;
  const validMs = untilMs.map((ms, i) => Math.min(ms, intervalStartMs(time, time.count)) - startMs[i]);
  const long = [...validMs.keys()].filter((i) => validMs[i] > 1.5 * usual && validMs[i] > time.startMs - startMs[i]);
  const last = long.pop();
  if (last === undefined) return;
  const hours = (ms: number) => `${Number((ms / MS_PER_HOUR).toFixed(2))} h`;
  const others = long.length === 0 ? "" : ` (and ${long.length} before it)`;
  context.notices.push(
    `${path}[${last}]: ${values[last]} of ${stampLabel(startMs[last], context)} is used for ` +
      `${hours(validMs[last])}${others}, although the entries are ${hours(usual)} apart.`,
  );
}

function meanPerInterval({ untilMs, values }: Stamps, time: TimeGrid): Float64Array {
  const mean = new Float64Array(time.count);
  let i = 0;
  for (let t = 0; t < time.count; t++) {
    const from = intervalStartMs(time, t);
    const to = intervalStartMs(time, t + 1);
    while (untilMs[i] <= from) i++;
    // A value that fills the whole interval is copied without rounding.
    mean[t] = values[i];
    if (untilMs[i] >= to) continue;
    let weighted = 0;
    for (let at = from; at < to; i++) {
      const until = Math.min(untilMs[i], to);
      weighted += values[i] * (until - at);
      at = until;
    }
    i--;
    mean[t] = weighted / (to - from);
  }
  return mean;
}
