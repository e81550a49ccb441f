import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { timeGrid } from "../../src/input/time-axis.ts";
import { localMidnightMs, shiftSeries, sourceIntervals } from "../../src/years/shift-series.ts";
import { runs } from "../support/runs.ts";

const chicago2025 = {
  start: "2025-01-01T00:00:00-06:00",
  timeZone: "America/Chicago",
  intervalMinutes: 60,
  values: Float64Array.from({ length: 8760 }, (_, t) => t),
};

describe("shiftSeries", () => {
  test("a leap year has 8,784 hours, and Mondays stay Mondays", () => {
    const { values, start } = shiftSeries(chicago2025, 2028);
    expect(values).toHaveLength(8784);
    expect(start).toBe("2028-01-01T00:00:00-06:00");
    // 2028-01-01 is a Saturday. The Saturdays of 2025 near it are 01-04 (3 days away) and 12-27 (5 days away).
    expect(values[0]).toBe(3 * 24);
    // 2028-02-29 is a Tuesday, day 59 of the year; 2025-03-04 is the Tuesday nearest (day 62; 02-25 is day 55).
    expect(values[59 * 24 + 7]).toBe(62 * 24 + 7);
  });

  test("the hour that spring skips takes the hour before it", () => {
    // 2025-03-09 (day 67) skips 02:00. It is the Sunday nearest to 2027-03-07 (day 65), which has that hour.
    const { values } = shiftSeries(chicago2025, 2027);
    const hours = Array.from(values.subarray(65 * 24, 65 * 24 + 4));
    expect(hours).toEqual([0, 1, 1, 2].map((k) => 67 * 24 + k));
  });

  test("the same year is the series itself", () => {
    expect(Array.from(shiftSeries(chicago2025, 2025).values)).toEqual(Array.from(chicago2025.values));
  });

  test("every interval takes one of its own weekday and wall-clock time", () => {
    const source = timeGrid(localMidnightMs("UTC", Date.UTC(2025, 0, 1)), 60, 8760, "UTC");
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60_000 }), (day) => {
        const target = timeGrid(day * 86_400_000, 60, 48, "UTC");
        const from = sourceIntervals(source, target);
        for (const [t, s] of from.entries()) {
          const [a, b] = [target.startMs + t * 3_600_000, source.startMs + s * 3_600_000].map((ms) => new Date(ms));
          expect([a.getUTCDay(), a.getUTCHours()]).toEqual([b.getUTCDay(), b.getUTCHours()]);
        }
      }),
      { numRuns: runs(20, 500) },
    );
  });

  test("a day that is given alone serves every day", () => {
    const source = timeGrid(0, 720, 2, "UTC");
    const target = timeGrid(86_400_000 * 5, 720, 4, "UTC");
    expect(Array.from(sourceIntervals(source, target))).toEqual([0, 1, 0, 1]);
  });

  test.each([
    [{ start: "2025-01-01" }, /series\.start/u],
    [{ timeZone: "Mars" }, /series\.timeZone/u],
    [{ intervalMinutes: 7 }, /series\.intervalMinutes/u],
    [{ values: [1, Number.NaN] }, /series\.values\[1\]/u],
    [{ values: [] }, /series\.values\[0\]/u],
  ])("%o is refused", (change, message) => {
    expect(() => shiftSeries({ ...chicago2025, ...change }, 2028)).toThrow(message);
  });
});
