/**
 * Parses instants in an input. A local time without an offset is refused, because it is ambiguous for an hour each
 * autumn and does not exist for an hour each spring. The message names the offsets that the plan's zone has at that
 * time.
 */
import { parseISO } from "date-fns";
import { isoStamp, MS_PER_DAY, MS_PER_MINUTE } from "../time/time-grid.ts";
import { zoneOffsetMs } from "../time/zone-offset.ts";
import type { ParseContext, FaultText } from "./parse-context.ts";
import { literal } from "./literal.ts";

type Zoned = Pick<ParseContext, "timeZone">;

/** `-05:00` for -300; an offset with seconds is rounded to the nearest minute. */
export function offsetLabel(minutes: number): string {
  return isoAt(0, minutes).slice(19);
}

/** Local time at a UTC instant, with offset, for messages: `2026-07-14 17:00-05:00`; UTC if no zone is known. */
export function stampLabel(ms: number, { timeZone = "UTC" }: Zoned): string {
  if (!(Math.abs(ms) < 8e15)) return "no date";
  const iso = isoAt(ms, offsetAt(timeZone, ms));
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)}${iso.slice(19)}`;
}

/** How a message describes a valid instant. */
export function instantFault(input: unknown, { timeZone }: Zoned): FaultText {
  return [
    literal(input),
    "an ISO-8601 date and time with its UTC offset",
    input === undefined ? "add it" : instantFix(String(input), timeZone),
  ];
}

/** The fix for a text that is not an instant with an offset. */
export function instantFix(text: string, timeZone: string | undefined): string {
  const local = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(text)
    ? parseISO(`${text.replace(" ", "T")}Z`).getTime()
    : Number.NaN;
  if (Number.isNaN(local)) return "write it like 2026-07-14T17:00:00-05:00";
  if (!timeZone) return "add its offset, e.g. -05:00, or Z for UTC";
  const around = [-MS_PER_DAY, MS_PER_DAY].map((shift) => offsetAt(timeZone, local + shift));
  const [before, after] = around.map(offsetLabel);
  const fits = [...new Set(around)].filter((offset) => offsetAt(timeZone, local - offset * MS_PER_MINUTE) === offset);
  if (fits.some((offset) => offset % 1 !== 0))
    return (
      `${timeZone} had an offset with seconds at that time, which ISO-8601 cannot write; give the time in UTC, ` +
      "with Z"
    );
  const [first, second] = fits.map(offsetLabel);
  if (!first) {
    return (
      `that local time does not exist in ${timeZone} (the clock goes from ${before} to ${after}); give the ` +
      "hour before or after with its offset"
    );
  }
  if (!second) return `add the offset: ${timeZone} has ${first} at that time`;
  return `that local time occurs twice in ${timeZone}; add ${first} for the first or ${second} for the second`;
}

function offsetAt(timeZone: string, ms: number): number {
  return zoneOffsetMs(timeZone, ms) / MS_PER_MINUTE;
}

/** ISO-8601 of an instant at an offset: the start of a grid with that one instant. */
function isoAt(startMs: number, offset: number): string {
  return isoStamp({ startMs, stepHours: 0, count: 0, timeZone: "", offsetMinutes: Float64Array.of(offset) }, 0);
}
