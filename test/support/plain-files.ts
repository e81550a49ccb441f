import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";

/**
 * The 35 files of users beside the repository (`../shared/data/files`; its README has source and quirks), and readings
 * of them that share nothing with the readers: fields by position, instants by the platform's own calendar and zones.
 */
const folder = new URL("../../../shared/data/files/", import.meta.url);

export const userFilesPresent = existsSync(fileURLToPath(new URL("README.md", folder)));
/** Append to a test's name: empty where the files are there, else the reason for skipping. */
export const userFilesAbsence = userFilesPresent ? "" : " [skipped: ../shared/data/files is not there]";

export function userFileNames(): string[] {
  return readdirSync(folder).filter((name) => name !== "README.md");
}

export function userFile(name: string): string {
  const bytes = readFileSync(new URL(name, folder));
  return (name.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString("utf8");
}

/** Rows below the first `numAbove` lines, split at every separator. */
export function plainRows(name: string, separator: string, numAbove = 1): string[][] {
  const lines = userFile(name)
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .slice(numAbove)
    .filter((line) => line !== "");
  return lines.map((line) => line.split(separator).map((field) => field.replaceAll('"', "").trim()));
}

export type Plain = readonly [startMs: number, value: number];

/** Where the series differ; undefined where both hold the same instants and values. */
export function differenceOf(
  read: readonly { readonly start: string; readonly value?: number; readonly perMwh?: number }[],
  expected: readonly Plain[],
): string | undefined {
  if (read.length !== expected.length) return `${read.length} values where the lines have ${expected.length}`;
  for (const [i, [startMs, value]] of expected.entries()) {
    const own = read[i].perMwh ?? read[i].value ?? Number.NaN;
    if (Date.parse(read[i].start) !== startMs)
      return `value ${i} starts at ${read[i].start}, in the lines at ${new Date(startMs).toISOString()}`;
    if (!(Math.abs(own - value) <= 1e-12 * Math.max(1, Math.abs(value))))
      return `${own} at ${read[i].start} where the lines have ${value}`;
  }
  return undefined;
}

/** `2024-03-31 03:00` on the clock of a zone, as the platform writes it. */
export function wallClock(timeZone: string): (ms: number) => string {
  const format = new Intl.DateTimeFormat("sv-SE", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  });
  return (ms) => format.format(ms);
}

/**
 * Rows that follow one another without a gap from `startMs`, each with the wall time that the file writes: a row whose
 * wall time is not the zone's at that instant throws, so instants are checked at every row and both changes of the
 * clock.
 */
export function contiguous(
  rows: readonly (readonly [wall: string, value: number])[],
  startMs: number,
  minutes: number,
  timeZone: string,
): Plain[] {
  const wall = wallClock(timeZone);
  return rows.map(([stamp, value], i) => {
    const ms = startMs + i * minutes * 60_000;
    if (wall(ms) !== stamp) throw new Error(`row ${i} has ${stamp}, where the clock of ${timeZone} shows ${wall(ms)}`);
    return [ms, value];
  });
}

/** `9/1/2022 0:05`, month first, or day first, as milliseconds of a clock without a zone. */
export function slashMs(stamp: string, isDayFirst = false): number {
  const [, one, other, year, hour, minute, half] =
    /^(\d+)\/(\d+)\/(\d+)(?: (\d+):(\d+)(?::\d+)?(?: ([AP]M))?)?$/.exec(stamp) ?? [];
  const [month, day] = isDayFirst ? [other, one] : [one, other];
  const hours = half === undefined ? Number(hour ?? 0) : (Number(hour) % 12) + (half === "PM" ? 12 : 0);
  return Date.UTC(
    Number(year.length === 2 ? `20${year}` : year),
    Number(month) - 1,
    Number(day),
    hours,
    Number(minute ?? 0),
  );
}

export const byStart = (plain: readonly Plain[]): Plain[] => [...plain].sort(([a], [b]) => a - b);
