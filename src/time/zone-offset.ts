/**
 * The UTC offset of an IANA zone at an instant, from the engine's own zone database. It is exact to the second: until 7
 * January 1972 Liberia was at -00:44:30, and before standard time every zone used the local mean time of a city.
 * Rejected: `tzOffset` of `@date-fns/tz` 1.5.0. It loses the sign of an offset between -01:00 and 0 (London's
 * -00:01:15).
 */

/** Formatters by zone name. One takes 50 us to construct and depends only on the name. */
const formatters = new Map<string, Intl.DateTimeFormat>();
/** Zone names are not case-sensitive, so there can be more names than zones. */
const MAX_FORMATTERS = 100;
/** Parsed here, because some engines do not accept fixed offsets as zones. */
const FIXED_OFFSET = /^([+-])([01]\d|2[0-3])(?::?([0-5]\d))?$/;
/** The range of JavaScript dates. */
const LAST_DATE_MS = 8.64e15;

/** Milliseconds to add to UTC for the zone's local time; NaN for an unknown zone or an invalid instant. */
export function zoneOffsetMs(timeZone: string, utcMs: number): number {
  if (!(Math.abs(utcMs) <= LAST_DATE_MS)) return Number.NaN;
  // The offset after the date: "GMT-00:44:30", "GMT+05:30", or "GMT" for zero.
  const parts =
    FIXED_OFFSET.exec(timeZone) ??
    /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(formatterOf(timeZone)?.format(utcMs) ?? "");
  if (!parts) return Number.NaN;
  const [, sign, hours = "0", minutes = "0", seconds = "0"] = parts;
  const size = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return sign === "-" ? -size : size;
}

/** Whether the engine knows the zone, or it is a fixed offset such as `-08:00`. */
export function isKnownZone(timeZone: string): boolean {
  return FIXED_OFFSET.test(timeZone) || formatterOf(timeZone) !== undefined;
}

function formatterOf(timeZone: string): Intl.DateTimeFormat | undefined {
  const known = formatters.get(timeZone);
  if (known) return known;
  try {
    const made = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" });
    if (formatters.size >= MAX_FORMATTERS) formatters.clear();
    formatters.set(timeZone, made);
    return made;
  } catch {
    return undefined; // a RangeError: no such zone
  }
}
