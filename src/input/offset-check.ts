/**
 * Whether the offset an instant is written with is one its zone has then. `2026-12-07T00:00:00-05:00` in Chicago is an
 * hour beside what its writer means, in one of two ways: the local midnight is at -06:00, the instant is 23:00 of the
 * day before. `Z` always says what it means, and so does `+00:00` where the zone is never at it.
 */
import { MS_PER_DAY, MS_PER_MINUTE } from "../time/time-grid.ts";
import { zoneOffsetMs } from "../time/zone-offset.ts";
import { addFault, type Edge } from "./edge.ts";
import { offsetLabel } from "./instant.ts";
import { isRecord, literal, pathOf } from "./literal.ts";

/** Beyond these the year itself is at fault. */
const EARLIEST_MS = Date.UTC(1972, 0, 1);
const LATEST_MS = Date.UTC(2200, 0, 1);
/** Days to where the clock is at its other setting. */
const HALF_A_YEAR = 182;

/**
 * `parsed` is what a schema made of `input`: an instant is where a text became a number. Stamped values are not looked
 * into.
 */
export function checkOffsets(parsed: unknown, input: unknown, path: string, edge: Edge): void {
  if (typeof parsed === "number" && typeof input === "string") checkOffset(input, parsed, path, edge);
  else if (Array.isArray(parsed) && Array.isArray(input))
    parsed.forEach((entry, i) => checkOffsets(entry, input[i], pathOf(path, [i]), edge));
  else if (isRecord(parsed) && isRecord(input)) {
    for (const [key, value] of Object.entries(parsed))
      if (Object.hasOwn(input, key)) checkOffsets(value, input[key], pathOf(path, [key]), edge);
  }
}

function checkOffset(text: string, ms: number, path: string, edge: Edge): void {
  const { timeZone } = edge;
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
    edge,
    path,
    literal(text),
    `an offset that ${timeZone} has then, ${offsetLabel(own)}`,
    `write ${readings.join(", or ")}; with Z an instant is always clear`,
  );
}
