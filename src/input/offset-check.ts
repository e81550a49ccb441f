/**
 * Checks that the offset of an instant is one its zone has at that time. `2026-12-07T00:00:00-05:00` in Chicago is
 * ambiguous by an hour: the local midnight is at -06:00, but the instant is 23:00 of the day before. `Z` is never
 * ambiguous, and neither is `+00:00` if the zone never has that offset.
 */
import { MS_PER_DAY, MS_PER_MINUTE } from "../time/time-grid.ts";
import { zoneOffsetMs } from "../time/zone-offset.ts";
import { addFault, type ParseContext } from "./parse-context.ts";
import { offsetLabel } from "./instant.ts";
import { isRecord, literal, pathOf } from "./literal.ts";

/** Beyond these years the year itself is wrong. */
const EARLIEST_MS = Date.UTC(1972, 0, 1);
const LATEST_MS = Date.UTC(2200, 0, 1);
/** Days until the clock has its other setting. */
const HALF_A_YEAR = 182;

/**
 * `parsed` is what a schema made of `input`: an instant is a number that was a text. Stamped values are not checked
 * here.
 */
export function checkOffsets(parsed: unknown, input: unknown, path: string, context: ParseContext): void {
  if (typeof parsed === "number" && typeof input === "string") checkOffset(input, parsed, path, context);
  else if (Array.isArray(parsed) && Array.isArray(input))
    parsed.forEach((entry, i) => checkOffsets(entry, input[i], pathOf(path, [i]), context));
  else if (isRecord(parsed) && isRecord(input)) {
    for (const [key, value] of Object.entries(parsed))
      if (Object.hasOwn(input, key)) checkOffsets(value, input[key], pathOf(path, [key]), context);
  }
}

function checkOffset(text: string, ms: number, path: string, context: ParseContext): void {
  const { timeZone } = context;
  const given = /([+-])(\d\d):(\d\d)$/.exec(text);
  if (!timeZone || !given || !(ms >= EARLIEST_MS && ms <= LATEST_MS)) return;
  const [, sign, hours, minutes] = given;
  const offset = (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  const offsetAt = (at: number) => zoneOffsetMs(timeZone, at) / MS_PER_MINUTE;
  const own = offsetAt(ms);
  if (Math.round(own) === offset) return;
  if (offset === 0 && [-HALF_A_YEAR, HALF_A_YEAR].every((days) => offsetAt(ms + days * MS_PER_DAY) !== 0)) return;
  const wall = text.slice(0, -6);
  const localMs = ms + offset * MS_PER_MINUTE;
  const meant = [...new Set([-1, 1].map((days) => offsetAt(localMs + days * MS_PER_DAY)))].filter(
    (minutesAt) => offsetAt(localMs - minutesAt * MS_PER_MINUTE) === minutesAt,
  );
  const readings = [
    ...meant.map((minutesAt) => `${wall}${offsetLabel(minutesAt)} if that local time is meant`),
    `${new Date(ms + own * MS_PER_MINUTE).toISOString().slice(0, wall.length)}${offsetLabel(own)} if that ` +
      "instant is meant",
  ];
  addFault(
    context,
    path,
    literal(text),
    `an offset that ${timeZone} has then, ${offsetLabel(own)}`,
    `write ${readings.join(", or ")}; with Z an instant is never ambiguous`,
  );
}
