import { expect, test } from "vitest";
import { timeGrid } from "../../src/input/time-axis.ts";
import { quarterGrid } from "../../src/years/quarter-grid.ts";
import { isoStamp } from "../../src/time/time-grid.ts";

const source = timeGrid(Date.UTC(2025, 0, 1, 6), 60, 168, "America/Chicago");

test("a full quarter has all its hours, clock changes included", () => {
  // January to March of a leap year: 91 days, one hour less in spring.
  const { time, weight } = quarterGrid(source, 2028 * 12, "full");
  expect(time.count).toBe(91 * 24 - 1);
  expect(weight).toBe(1);
});

test("a week lies in the middle of the quarter, inside its second month", () => {
  const { time, weight, fromMs, toMs } = quarterGrid(source, 2027 * 12 + 6, 7);
  expect(isoStamp(time, 0)).toBe("2027-08-12T00:00:00-05:00");
  expect(time.count).toBe(168);
  expect(weight).toBeCloseTo((92 * 24) / 168, 12);
  expect((toMs - fromMs) / 3_600_000).toBe(92 * 24);
});
