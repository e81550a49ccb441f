/** Checks the options of the readers at run time, because JavaScript callers have no types. */
import { FaultLog, quoted } from "./fault-log.ts";
import { gapPolicies } from "./fill-gaps.ts";
import { MAX_MINUTES } from "./series-order.ts";
import { partialIntervalPolicies } from "./resample.ts";
import { describeValue } from "./describe-value.ts";
import { isZone } from "./zone-clock.ts";

interface ReadOptions {
  readonly gaps?: string | undefined;
  readonly partialIntervals?: string | undefined;
  readonly dateOrder?: string | undefined;
  readonly minutes?: number | undefined;
  readonly loneRepeatedHour?: string | undefined;
  readonly currency?: string | undefined;
  readonly unit?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly location?: string | undefined;
  readonly market?: string | undefined;
  readonly sequence?: string | undefined;
  readonly date?: string | undefined;
  readonly price?: string | undefined;
  readonly separator?: string | undefined;
  readonly convert?: { readonly to: string; readonly rate: number } | undefined;
  readonly stamp?: unknown;
  readonly resampleMinutes?: number | undefined;
  readonly decimalComma?: boolean | undefined;
  readonly unitAsStated?: boolean | undefined;
  readonly ownModels?: readonly string[] | "any" | undefined;
  readonly rowsAre?: string | undefined;
  readonly powerUnit?: string | undefined;
  readonly hashrateUnit?: string | undefined;
}

/**
 * Bounds on an exchange rate: the most valuable currency is worth about 3e5 of the least valuable (KWD and LBP, 2026).
 */
const MIN_RATE = 1e-9;
const MAX_RATE = 1e9;
/** Characters of a zone's name; the longest IANA name has 32. */
const MAX_ZONE_CHARACTERS = 64;

/**
 * Checks the options. `units`: the valid values of `options.unit`.
 * @throws InputFileError for an invalid option.
 */
export function checkReadOptions(options: ReadOptions, units: readonly string[]): void {
  const faults = new FaultLog();
  const check = (isValid: boolean, name: string, given: unknown, wanted: string): void => {
    if (given !== undefined && !isValid)
      faults.add(
        { line: 0 },
        `options.${name} ${typeof given === "string" ? quoted(given) : describeValue(given)}`,
        wanted,
        "correct it",
      );
  };
  if (!isRecord(options)) {
    faults.add({ line: 0 }, `options ${describeValue(options)}`, "an object of options", "give one");
    faults.throwIfAny();
  }
  const { gaps, minutes, loneRepeatedHour, currency, unit, timeZone, convert, separator } = options;
  for (const name of ["location", "market", "sequence", "date", "price"] as const)
    check(typeof options[name] === "string", name, options[name], "a text");
  check(typeof separator === "string" && /^[^"\r\n\ufeff]$/.test(separator), "separator", separator, "one character");
  check(isRecord(convert), "convert", convert, "{ to, rate }");
  check(
    gapPolicies.some((policy) => policy === gaps),
    "gaps",
    gaps,
    `one of ${gapPolicies.join(", ")}`,
  );
  const { partialIntervals, dateOrder } = options;
  check(
    partialIntervalPolicies.some((policy) => policy === partialIntervals),
    "partialIntervals",
    partialIntervals,
    `one of ${partialIntervalPolicies.join(", ")}`,
  );
  check(dateOrder === "day-first" || dateOrder === "month-first", "dateOrder", dateOrder, "day-first or month-first");
  check(
    Number.isFinite(minutes) && Number(minutes) >= 1 && Number(minutes) <= MAX_MINUTES,
    "minutes",
    minutes,
    `a number of minutes from 1 to ${MAX_MINUTES}`,
  );
  check(
    loneRepeatedHour === "first" || loneRepeatedHour === "second",
    "loneRepeatedHour",
    loneRepeatedHour,
    "first or second",
  );
  check(isCurrency(currency), "currency", currency, "an ISO 4217 code, e.g. USD");
  check(
    units.some((name) => name === unit),
    "unit",
    unit,
    `one of ${units.join(", ")}`,
  );
  check(
    typeof timeZone === "string" && timeZone.length <= MAX_ZONE_CHARACTERS && isZone(timeZone),
    "timeZone",
    timeZone,
    "an IANA zone, e.g. America/Chicago, or an offset, e.g. -08:00",
  );
  check(isCurrency(convert?.to), "convert.to", convert && describeValue(convert.to), "an ISO 4217 code, e.g. USD");
  const rate = convert?.rate;
  check(
    typeof rate === "number" && rate >= MIN_RATE && rate <= MAX_RATE,
    "convert.rate",
    convert && describeValue(rate),
    `a number above 0, from ${MIN_RATE} to ${MAX_RATE}: what one unit of the file's currency costs`,
  );
  for (const name of ["decimalComma", "unitAsStated"] as const)
    check(typeof options[name] === "boolean", name, options[name], "true or false");
  const { ownModels, stamp, resampleMinutes } = options;
  check(isRecord(stamp), "stamp", stamp, '{ column: "heading" } or { dateColumn, hourEndingColumn }');
  check(typeof resampleMinutes === "number", "resampleMinutes", resampleMinutes, "a number of minutes");
  check(
    ownModels === "any" || (Array.isArray(ownModels) && ownModels.every((model) => typeof model === "string")),
    "ownModels",
    ownModels,
    'an array of names, or "any"',
  );
  const { rowsAre, powerUnit, hashrateUnit } = options;
  check(rowsAre === "machines", "rowsAre", rowsAre, "machines");
  check(["W", "kW"].includes(powerUnit ?? ""), "powerUnit", powerUnit, "W or kW");
  check(["GH/s", "TH/s", "PH/s"].includes(hashrateUnit ?? ""), "hashrateUnit", hashrateUnit, "GH/s, TH/s or PH/s");
  faults.throwIfAny();
}

/** @throws InputFileError if `text` is not a string. */
export function checkText(text: unknown): void {
  if (typeof text === "string") return;
  const isBytes = ArrayBuffer.isView(text) || text instanceof ArrayBuffer;
  const given = describeValue(text);
  const fix = isBytes
    ? "decode the bytes first: new TextDecoder().decode(bytes)"
    : given === "a Promise"
      ? "await it first"
      : "read the file as text (UTF-8) first";
  const faults = new FaultLog();
  faults.add({ line: 0 }, given, "the text of the file", fix);
  faults.throwIfAny();
}

function isRecord(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function isCurrency(code: string | undefined): boolean {
  return typeof code === "string" && /^[A-Z]{3}$/.test(code);
}
