import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseInstant, instantWriter } from "../../src/io/instant-text.ts";

describe("instantOf", () => {
  it.each([
    ["2024-11-03T01:00:00-05:00", "2024-11-03T06:00:00.000Z"],
    ["2024-11-03 01:00:00-06:00", "2024-11-03T07:00:00.000Z"],
    ["2024-02-29T23:30Z", "2024-02-29T23:30:00.000Z"],
    ["2024-01-01T05:30:00+05:30", "2024-01-01T00:00:00.000Z"],
    ["2024-01-01T05:30:00.1239+0530", "2024-01-01T00:00:00.123Z"],
    [" 2024-01-01T00:00:00-00:00 ", "2024-01-01T00:00:00.000Z"],
  ])("reads %j", (text, iso) => {
    expect(new Date(parseInstant(text)).toISOString()).toBe(iso);
  });

  it.each([
    "2024-01-01T00:00:00",
    "2023-02-29T00:00Z",
    "2024-13-01T00:00Z",
    "2024-01-01T24:00Z",
    "2024-01-01T00:60Z",
    "2024-01-01T00:00.5Z",
    "2024-01-01T00:00:00+24:00",
    "2024-1-1T00:00Z",
    "2024-01-01",
    "",
    "20240101T0000Z",
    "2024-01-01T00:00:00Zx",
  ])("refuses %j", (text) => {
    expect(parseInstant(text)).toBeNaN();
  });

  it("reads what a Date writes, and writes what a Date writes", () => {
    const write = instantWriter();
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(1900, 0), max: Date.UTC(2200, 0) }), fc.boolean(), (ms, isMinute) => {
        const given = isMinute ? Math.floor(ms / 60_000) * 60_000 : ms;
        const iso = new Date(given).toISOString();
        expect(parseInstant(iso)).toBe(given);
        expect(write(given)).toBe(iso);
      }),
      { seed: 20261122, numRuns: 500 },
    );
  });
});
