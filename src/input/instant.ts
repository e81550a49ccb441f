/**
 * Instants as people write them. A wall-clock time without an offset is refused, since it is ambiguous for an hour each
 * autumn and does not exist for an hour each spring; the message names the offsets the plan's zone has at that time.
 */
import { parseISO } from "date-fns";
import { isoStamp, MS_PER_DAY, MS_PER_MINUTE } from "../time/time-grid.ts";
import { zoneOffsetMs } from "../time/zone-offset.ts";
import type { Edge, Words } from "./edge.ts";
import { literal } from "./literal.ts";

type Zoned = Pick<Edge, "timeZone">;

/** `-05:00` for -300; an offset with seconds to the nearest minute. */
export function offsetLabel(minutes: number): string {
  return isoAt(0, minutes).slice(19);
}

/** Local time for people at a UTC instant, with offset: `2026-07-14 17:00-05:00`; UTC where no zone is known. */
export function stampLabel(ms: number, { timeZone = "UTC" }: Zoned): string {
  if (!(Math.abs(ms) < 8e15)) return "no date";
  const iso = isoAt(ms, offsetAt(timeZone, ms));
  return `${iso.slice(0, 10)} ${iso.slice(11, 16)}${iso.slice(19)}`;
}

/** What a message says of something that should be an instant with offset, and is not. */
export function instantWords(input: unknown, { timeZone }: Zoned): Words {
  return [
    literal(input),
    "an ISO-8601 date and time with its UTC offset",
    input === undefined ? "add it" : instantAdvice(String(input), timeZone),
  ];
}

/** What to do about a text that is no instant with offset. */
export function instantAdvice(text: string, timeZone: string | undefined): string {
  const local = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(text)
    ? parseISO(`${text.replace(" ", "T")}Z`).getTime()
    : Number.NaN;
  if (Number.isNaN(local)) return "write it like 2026-07-14T17:00:00-05:00";
  if (!timeZone) return "add its offset, e.g. -05:00, or Z for UTC";
  const around = [-MS_PER_DAY, MS_PER_DAY].map((shift) => offsetAt(timeZone, local + shift));
  const [before, after] = around.map(offsetLabel);
  const fits = [...new Set(around)].filter((offset) => offsetAt(timeZone, local - offset * MS_PER_MINUTE) === offset);
  if (fits.some((offset) => offset % 1 !== 0))
    return `${timeZone} had an offset with seconds at that time, which ISO-8601 has not; give the time in UTC, with Z`;
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

/** ISO-8601 of an instant at an offset: the start of a grid of that one instant. */
function isoAt(startMs: number, offset: number): string {
  return isoStamp({ startMs, stepHours: 0, count: 0, timeZone: "", offsetMinutes: Float64Array.of(offset) }, 0);
}
