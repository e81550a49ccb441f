/**
 * Instants as people write them. A wall-clock time without an offset is refused, since it is ambiguous for an hour each
 * autumn and does not exist for an hour each spring; the message names the offsets the plan's zone has at that time.
 */
import { tzOffset } from "@date-fns/tz";
import { parseISO } from "date-fns";

const MS_PER_MINUTE = 60_000;
const MS_PER_DAY = 86_400_000;

/** `-05:00` for -300. */
export function offsetLabel(minutes: number): string {
  const size = Math.abs(minutes);
  const pad = (n: number) => String(n).padStart(2, "0");
  return `${minutes < 0 ? "-" : "+"}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
}

/** Local time for people at a UTC instant, with offset: `2026-07-14 17:00-05:00`; UTC where no zone is known. */
export function stampLabel(ms: number, timeZone: string | undefined): string {
  if (!(Math.abs(ms) < 8e15)) return "no date";
  const offset = timeZone === undefined ? 0 : tzOffset(timeZone, new Date(ms));
  return new Date(ms + offset * MS_PER_MINUTE).toISOString().slice(0, 16).replace("T", " ") + offsetLabel(offset);
}

/** What to do about a text that is no instant with offset. */
export function instantAdvice(text: string, timeZone: string | undefined): string {
  const local = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(text) ? parseISO(`${text.replace(" ", "T")}Z`).getTime() : Number.NaN;
  if (Number.isNaN(local)) return "write it like 2026-07-14T17:00:00-05:00";
  if (timeZone === undefined) return "add the UTC offset of that local time, e.g. -05:00, or Z for UTC";
  const around = [local - MS_PER_DAY, local + MS_PER_DAY].map((ms) => tzOffset(timeZone, new Date(ms)));
  const [before, after] = around;
  const [first, second] = [...new Set(around)].filter((offset) => tzOffset(timeZone, new Date(local - offset * MS_PER_MINUTE)) === offset);
  if (first === undefined) {
    return `that local time does not exist in ${timeZone} (the clock is put from ${offsetLabel(before)} to ${offsetLabel(after)} then); give the hour before with ${offsetLabel(before)} or the hour after with ${offsetLabel(after)}`;
  }
  if (second === undefined) return `add the offset: ${timeZone} has ${offsetLabel(first)} at that time`;
  return `that local time occurs twice in ${timeZone}; add ${offsetLabel(first)} for the first or ${offsetLabel(second)} for the second`;
}
