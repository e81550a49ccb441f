import { expect, it } from "vitest";
import { planClock, utcStamp } from "../../src/handoff/plan-clock.ts";

it("counts real time, also where the local clock goes back", () => {
  // Chicago, 2026-11-01: 01:00 occurs twice.
  const clock = planClock({
    intervalStarts: ["2026-11-01T01:00:00-05:00", "2026-11-01T01:00:00-06:00"],
    stepHours: 1,
  } as never);
  expect([0, 1, 2].map(clock.utc)).toEqual(["2026-11-01T06:00:00Z", "2026-11-01T07:00:00Z", "2026-11-01T08:00:00Z"]);
  expect(clock.intervalAt(clock.startMs - 1)).toBe(0);
  expect(clock.intervalAt(clock.startMs + 3_599_999)).toBe(0);
  expect(clock.intervalAt(clock.startMs + 3_600_000)).toBe(1);
  expect(utcStamp(clock.endMs + 5)).toBe("2026-11-01T08:00:00.005Z");
});
