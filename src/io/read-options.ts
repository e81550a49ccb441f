/** Options of the readers, checked for what types cannot: JavaScript callers and JSON have none. */
import { FaultLog, shown } from "./fault-log.ts";
import { gapPolicies } from "./fill-holes.ts";
import { isZone } from "./zone-clock.ts";

interface Checked {
  readonly gaps?: string | undefined;
  readonly minutes?: number | undefined;
  readonly loneRepeatedHour?: string | undefined;
  readonly currency?: string | undefined;
  readonly unit?: string | undefined;
  readonly timeZone?: string | undefined;
  readonly convert?: { readonly to: string; readonly rate: number } | undefined;
}

/** @throws InputFileError where an option is none of what it can be. */
export function checkReadOptions(options: Checked): void {
  const faults = new FaultLog();
  const check = (isRight: boolean, name: string, given: unknown, wanted: string): void => {
    if (given !== undefined && !isRight) faults.add({ line: 0 }, `options.${name} ${typeof given === "string" ? shown(given) : String(given)}`, wanted, "correct it");
  };
  const { gaps, minutes, loneRepeatedHour, currency, unit, timeZone, convert } = options;
  check(gapPolicies.some((policy) => policy === gaps), "gaps", gaps, `one of ${gapPolicies.join(", ")}`);
  check(Number.isFinite(minutes) && Number(minutes) > 0, "minutes", minutes, "a number of minutes above 0");
  check(loneRepeatedHour === "first" || loneRepeatedHour === "second", "loneRepeatedHour", loneRepeatedHour, "first or second");
  check(isCurrency(currency), "currency", currency, "an ISO 4217 code, e.g. USD");
  check(unit === "per MWh" || unit === "per kWh", "unit", unit, "per MWh or per kWh");
  check(typeof timeZone === "string" && isZone(timeZone), "timeZone", timeZone, "an IANA zone, e.g. America/Chicago, or an offset, e.g. -08:00");
  check(isCurrency(convert?.to), "convert.to", convert?.to, "an ISO 4217 code, e.g. USD");
  check(Number.isFinite(convert?.rate) && Number(convert?.rate) > 0, "convert.rate", convert?.rate, "a number above 0: what one unit of the file's currency costs");
  faults.throwIfAny();
}

function isCurrency(code: string | undefined): boolean {
  return code !== undefined && /^[A-Z]{3}$/.test(code);
}
