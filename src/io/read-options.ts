/** Options of the readers, checked for what types cannot: JavaScript callers and JSON have none. */
import { FaultLog, shown } from "./fault-log.ts";
import { gapPolicies } from "./fill-holes.ts";
import { MOST_MINUTES } from "./series-order.ts";
import { partialIntervalPolicies } from "./resample.ts";
import { isZone } from "./zone-clock.ts";

interface Checked {
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
}

/** `units`: what `options.unit` can be. @throws InputFileError where an option is none of what it can be. */
export function checkReadOptions(options: Checked, units: readonly string[]): void {
  const faults = new FaultLog();
  const check = (isRight: boolean, name: string, given: unknown, wanted: string): void => {
    if (given !== undefined && !isRight) faults.add({ line: 0 }, `options.${name} ${typeof given === "string" ? shown(given) : String(given)}`, wanted, "correct it");
  };
  if (!isRecord(options)) {
    faults.add({ line: 0 }, `options ${String(options)}`, "an object of options", "give one");
    faults.throwIfAny();
  }
  const { gaps, minutes, loneRepeatedHour, currency, unit, timeZone, convert, separator } = options;
  for (const name of ["location", "market", "sequence", "date", "price"] as const) check(typeof options[name] === "string", name, options[name], "a text");
  check(typeof separator === "string" && /^[^"\r\n\ufeff]$/.test(separator), "separator", separator, "one character");
  check(isRecord(convert), "convert", convert, "{ to, rate }");
  check(gapPolicies.some((policy) => policy === gaps), "gaps", gaps, `one of ${gapPolicies.join(", ")}`);
  const { partialIntervals, dateOrder } = options;
  check(partialIntervalPolicies.some((policy) => policy === partialIntervals), "partialIntervals", partialIntervals, `one of ${partialIntervalPolicies.join(", ")}`);
  check(dateOrder === "day-first" || dateOrder === "month-first", "dateOrder", dateOrder, "day-first or month-first");
  check(Number.isFinite(minutes) && Number(minutes) >= 1 && Number(minutes) <= MOST_MINUTES, "minutes", minutes, `a number of minutes from 1 to ${MOST_MINUTES}`);
  check(loneRepeatedHour === "first" || loneRepeatedHour === "second", "loneRepeatedHour", loneRepeatedHour, "first or second");
  check(isCurrency(currency), "currency", currency, "an ISO 4217 code, e.g. USD");
  check(units.some((name) => name === unit), "unit", unit, `one of ${units.join(", ")}`);
  check(typeof timeZone === "string" && isZone(timeZone), "timeZone", timeZone, "an IANA zone, e.g. America/Chicago, or an offset, e.g. -08:00");
  check(isCurrency(convert?.to), "convert.to", convert && String(convert.to), "an ISO 4217 code, e.g. USD");
  check(Number.isFinite(convert?.rate) && Number(convert?.rate) > 0, "convert.rate", convert && String(convert.rate), "a number above 0: what one unit of the file's currency costs");
  faults.throwIfAny();
}

/** @throws InputFileError where the text is none. */
export function checkText(text: unknown): void {
  if (typeof text === "string") return;
  const faults = new FaultLog();
  faults.add({ line: 0 }, `${text === null ? "null" : typeof text}`, "the text of the file", "read the file as text (UTF-8) first");
  faults.throwIfAny();
}

function isRecord(value: unknown): boolean {
  return typeof value === "object" && value !== null;
}

function isCurrency(code: string | undefined): boolean {
  return typeof code === "string" && /^[A-Z]{3}$/.test(code);
}
