/**
 * The UTC offset of an IANA zone at an instant, from the engine's own copy of the zone database. Exact to the second:
 * until 7 January 1972 Liberia was at -00:44:30, and before standard time every zone kept the local mean time of a
 * city.
 *
 * Rejected: `tzOffset` of `@date-fns/tz` 1.5.0. It loses the sign of an offset between -01:00 and 0 (London's
 * -00:01:15).
 */

/** Formatters by zone name. They cost 50 us each to make and depend on nothing but the name. */
const formatters = new Map<string, Intl.DateTimeFormat>();
/** Zone names are not case sensitive, so that there are more of them than zones. */
const MAX_FORMATTERS = 100;
/** Read here, since to some engines they are no zones. */
const FIXED_OFFSET = /^([+-])([01]\d|2[0-3])(?::?([0-5]\d))?$/;
/** Of JavaScript. */
const LAST_DATE_MS = 8.64e15;

/**
 * Milliseconds to add to UTC for the zone's local time; NaN for a zone the engine does not know, and for no instant.
 */
export function zoneOffsetMs(timeZone: string, utcMs: number): number {
  if (!(Math.abs(utcMs) <= LAST_DATE_MS)) return Number.NaN;
  // "GMT-00:44:30", "GMT+05:30", or "GMT" for no offset, behind the date.
  const parts =
    FIXED_OFFSET.exec(timeZone) ??
    /GMT(?:([+-])(\d\d):(\d\d)(?::(\d\d))?)?$/.exec(formatterOf(timeZone)?.format(utcMs) ?? "");
  if (!parts) return Number.NaN;
  const [, sign, hours = "0", minutes = "0", seconds = "0"] = parts;
  const size = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000;
  return sign === "-" ? -size : size;
}

/** Whether it is a zone that the engine knows, or a fixed offset such as `-08:00`. */
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
