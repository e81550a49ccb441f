import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { runs } from "../support/runs.ts";
import { describe, expect, it } from "vitest";
import { isKnownZone, zoneOffsetMs } from "../../src/time/zone-offset.ts";

const SECOND = 1000;
const HOUR = 3_600_000;

/** By another way: the clock of the zone, field by field, read as if it were UTC. */
function byFields(timeZone: string, utcMs: number): number {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    era: "short",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  }).formatToParts(utcMs);
  const of = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  const year = of("era") === "AD" ? Number(of("year")) : 1 - Number(of("year"));
  const local = new Date(
    Date.UTC(
      2000,
      Number(of("month")) - 1,
      Number(of("day")),
      Number(of("hour")),
      Number(of("minute")),
      Number(of("second")),
    ),
  );
  local.setUTCFullYear(year, Number(of("month")) - 1, Number(of("day")));
  return local.getTime() - utcMs;
}

describe("offsets with seconds", () => {
  // From the tz database: `africa` (Monrovia), `europe` (Amsterdam, Dublin, Paris, London, Lisbon), `asia`,
  // `northamerica`.
  it.each([
    ["Africa/Monrovia", "1900-01-01T00:00:00Z", -(43 * 60 + 8)],
    ["Africa/Monrovia", "1972-01-07T00:44:29Z", -(44 * 60 + 30)],
    ["Africa/Monrovia", "1972-01-07T00:44:30Z", 0],
    ["Europe/London", "1840-01-01T00:00:00Z", -75],
    ["Europe/Dublin", "1870-01-01T00:00:00Z", -(25 * 60 + 21)],
    ["Europe/Lisbon", "1900-01-01T00:00:00Z", -(36 * 60 + 45)],
    ["Europe/Paris", "1890-01-01T00:00:00Z", 9 * 60 + 21],
    ["Africa/Algiers", "1890-01-01T00:00:00Z", 12 * 60 + 12],
    ["Asia/Kolkata", "1900-01-01T00:00:00Z", 5 * 3600 + 21 * 60 + 10],
    ["America/New_York", "1883-01-01T00:00:00Z", -(4 * 3600 + 56 * 60 + 2)],
    ["America/Chicago", "2026-07-14T00:00:00Z", -5 * 3600],
    ["UTC", "2026-07-14T00:00:00Z", 0],
  ])("%s at %s", (zone, at, seconds) => {
    expect(zoneOffsetMs(zone, Date.parse(at))).toBe(seconds * SECOND);
  });

  // Every zone the engine has, at its oldest time, around 1937 and 1972, and now.
  it.each(Intl.supportedValuesOf("timeZone"))("are those of the clock read field by field: %s", (zone) => {
    for (const year of [1800, 1860, 1885, 1905, 1937, 1950, 1971, 1972, 2026]) {
      for (const month of [0, 6]) {
        const ms = Date.UTC(year, month, 3, 7, 11, 13);
        expect([ms, zoneOffsetMs(zone, ms)]).toEqual([ms, byFields(zone, ms)]);
      }
    }
  });

  it("are those of the clock at any second from the year 1 to 2400", () => {
    const zone = fc.constantFrom(...Intl.supportedValuesOf("timeZone"));
    fc.assert(
      fc.property(zone, fc.integer({ min: -62_000_000_000, max: 13_569_465_600 }), (name, second) => {
        expect(zoneOffsetMs(name, second * SECOND)).toBe(byFields(name, second * SECOND));
      }),
      { numRuns: runs(2000) },
    );
  });

  // A third source: the compiled files of the zone database, where the host has them.
  const folder = "/usr/share/zoneinfo";
  it.skipIf(!existsSync(`${folder}/Europe/Dublin`))(
    "are those of the host's zone files at every change since 1901",
    () => {
      for (const zone of [
        "Africa/Monrovia",
        "Europe/Dublin",
        "Europe/London",
        "Europe/Paris",
        "America/Chicago",
        "Asia/Kolkata",
      ]) {
        for (const { ms, offsetMs } of changes(readFileSync(`${folder}/${zone}`))) {
          expect([zone, ms, zoneOffsetMs(zone, ms)]).toEqual([zone, ms, offsetMs]);
        }
      }
    },
  );
});

describe("what is not a zone or not an instant", () => {
  it.each([
    "",
    "Nowhere/Land",
    "toString",
    "__proto__",
    "constructor",
    "GMT5",
    "+25:00",
    "-08:60",
    "+5",
    "x-08:00",
    "a".repeat(100_000),
  ])("is reported as such: %s", (name) => {
    expect(isKnownZone(name)).toBe(false);
    expect(zoneOffsetMs(name, 0)).toBeNaN();
  });

  it.each([Number.NaN, Infinity, -Infinity, 1e300, 8.64e15 + 1])("has no offset: %d", (ms) => {
    expect(zoneOffsetMs("America/Chicago", ms)).toBeNaN();
  });

  it.each([
    ["-08:00", -8],
    ["+0530", 5.5],
    ["+14", 14],
    ["-00:45", -0.75],
  ])("a fixed offset is the same at all times: %s", (name, hours) => {
    expect(isKnownZone(name)).toBe(true);
    expect([zoneOffsetMs(name, 0), zoneOffsetMs(name, Date.UTC(2026, 6, 1))]).toEqual([hours * HOUR, hours * HOUR]);
  });

  it("leaves names in any case to the engine", () => {
    expect(zoneOffsetMs("america/chicago", 0)).toBe(-6 * HOUR);
    for (let i = 0; i < 300; i++)
      zoneOffsetMs([..."america/chicago"].map((c, k) => ((i >> (k % 9)) & 1 ? c.toUpperCase() : c)).join(""), 0);
    expect(zoneOffsetMs("America/Chicago", 0)).toBe(-6 * HOUR);
  });
});

/**
 * Changes of a TZif file (RFC 9636), version 2: the 64-bit block behind the 32-bit one; those that 1970 onward tests
 * say.
 */
function changes(file: Buffer): { ms: number; offsetMs: number }[] {
  const head = (at: number) => ({
    isutc: file.readUInt32BE(at + 20),
    isstd: file.readUInt32BE(at + 24),
    leap: file.readUInt32BE(at + 28),
    time: file.readUInt32BE(at + 32),
    type: file.readUInt32BE(at + 36),
    char: file.readUInt32BE(at + 40),
  });
  const first = head(0);
  const second = 44 + first.time * 5 + first.type * 6 + first.char + first.leap * 8 + first.isstd + first.isutc;
  const { time } = head(second);
  const times = second + 44;
  const types = times + time * 9;
  return Array.from({ length: time }, (_, i) => ({
    ms: Number(file.readBigInt64BE(times + i * 8)) * SECOND,
    offsetMs: file.readInt32BE(types + file[times + time * 8 + i] * 6) * SECOND,
  })).filter(({ ms }) => ms >= Date.UTC(1901, 0, 1));
}
