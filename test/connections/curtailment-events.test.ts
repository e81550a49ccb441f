import { expect, it } from "vitest";
import { curtailmentEvents } from "../../src/connections/curtailment-events.ts";
import { timeGrid } from "../../src/input/time-axis.ts";

const time = timeGrid(Date.parse("2026-01-01T00:00:00-06:00"), 60, 8760, "America/Chicago");
const generator = { seed: 7, scenarios: 40, hoursPerYear: 100.5, longestHours: 6, depth: [0.4, 0.9] as const };
const hoursOf = ({ start, end }: { readonly start: string; readonly end: string }) =>
  (Date.parse(end) - Date.parse(start)) / 3_600_000;

it("draws the expected hours, no curtailment longer than the longest, none that overlap", () => {
  const scenarios = curtailmentEvents(generator, time);
  expect(scenarios).toHaveLength(40);
  const totals = scenarios.map(({ curtailments }) => {
    for (const [k, one] of curtailments.entries()) {
      expect(hoursOf(one)).toBeLessThanOrEqual(6);
      expect(one.depth).toBeGreaterThanOrEqual(0.4);
      expect(one.depth).toBeLessThanOrEqual(0.9);
      if (k > 0) expect(Date.parse(one.start)).toBeGreaterThanOrEqual(Date.parse(curtailments[k - 1].end));
    }
    return curtailments.reduce((sum, one) => sum + hoursOf(one), 0);
  });
  expect(new Set(totals)).toEqual(new Set([100, 101]));
  const mean = totals.reduce((sum, hours) => sum + hours, 0) / totals.length;
  expect(Math.abs(mean - 100.5)).toBeLessThan(0.2);
});

it("draws the same for the same seed, others for another", () => {
  expect(curtailmentEvents(generator, time)).toEqual(curtailmentEvents(generator, time));
  const [one] = curtailmentEvents(generator, time);
  const [other] = curtailmentEvents({ ...generator, seed: 8 }, time);
  expect(other.curtailments).not.toEqual(one.curtailments);
});

it("begins within the hours of the day, and fills no more than the span has", () => {
  const evening = curtailmentEvents({ ...generator, beginBetweenHours: [17, 20] }, time);
  for (const { curtailments } of evening)
    for (const { start } of curtailments) expect(["17", "18", "19"]).toContain(start.slice(11, 13));
  const short = timeGrid(time.startMs, 60, 24, "America/Chicago");
  const [full] = curtailmentEvents({ ...generator, scenarios: 1, hoursPerYear: 8760 * 2, longestHours: 5 }, short);
  expect(full.curtailments.reduce((sum, one) => sum + hoursOf(one), 0)).toBe(24);
});
