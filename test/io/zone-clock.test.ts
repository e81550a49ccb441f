import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isZone, zoneClock } from "../../src/io/zone-clock.ts";

const HOUR = 3_600_000;
const wall = (text: string) => Date.parse(`${text}Z`);
const instants = (zone: string, text: string) =>
  zoneClock(zone)(wall(text)).map((ms) => new Date(ms).toISOString().slice(0, 16));

describe("zoneClock", () => {
  it("gives one instant, two in autumn, none in spring", () => {
    expect(instants("America/Chicago", "2024-07-01T00:00")).toEqual(["2024-07-01T05:00"]);
    expect(instants("America/Chicago", "2024-11-03T01:30")).toEqual(["2024-11-03T06:30", "2024-11-03T07:30"]);
    expect(instants("America/Chicago", "2024-03-10T02:30")).toEqual([]);
    // Lord Howe Island moves by half an hour: 01:45 occurs twice, 01:15 once.
    expect(instants("Australia/Lord_Howe", "2024-04-07T01:45")).toEqual(["2024-04-06T14:45", "2024-04-06T15:15"]);
    expect(instants("Australia/Lord_Howe", "2024-04-07T01:15")).toEqual(["2024-04-06T14:15"]);
    expect(instants("-08:00", "2024-03-10T02:30")).toEqual(["2024-03-10T10:30"]);
  });

  it.each([
    "America/Chicago",
    "America/New_York",
    "Europe/Brussels",
    "Europe/Lisbon",
    "Australia/Lord_Howe",
    "Asia/Kolkata",
    "America/Phoenix",
    "UTC",
    "+10:00",
  ])("has exactly the hours of a year in %s", (zone) => {
    fc.assert(
      fc.property(fc.integer({ min: 1990, max: 2037 }), (year) => {
        const clock = zoneClock(zone);
        const hours = (Date.UTC(year + 1, 0) - Date.UTC(year, 0)) / HOUR;
        const seen = new Set<number>();
        // Quarter hours of the wall, since clocks move by half an hour too.
        for (let ms = Date.UTC(year, 0); ms < Date.UTC(year + 1, 0); ms += HOUR / 4)
          for (const instant of clock(ms)) seen.add(instant);
        expect(seen.size).toBe(hours * 4);
        const sorted = [...seen].sort((a, b) => a - b);
        expect(sorted.every((ms, i) => i === 0 || ms - sorted[i - 1] === HOUR / 4)).toBe(true);
      }),
      { seed: 20261122, numRuns: 3, examples: [[2024], [2025]] },
    );
  });

  it("knows its zones", () => {
    expect([isZone("America/Chicago"), isZone("-08:00"), isZone("Mars/Base")]).toEqual([true, true, false]);
  });
});
