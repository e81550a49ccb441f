import { describe, expect, it } from "vitest";
import { timeGrid } from "../../src/input/time-axis.ts";
import { analogueDays } from "../../src/uncertainty/analogue-days.ts";

const ZONE = "America/Chicago";
/** Tuesday 2026-07-14, 12 hours from 06:00. */
const plan = timeGrid(Date.parse("2026-07-14T06:00:00-05:00"), 60, 12, ZONE);
const ALL = { sameWeekday: false, withinDays: Infinity };
const namesOf = (start: string, hours: number, rule = ALL, of = plan) =>
  analogueDays(of, Date.parse(start), hours, rule).map(({ name }) => name.slice(0, 16));

describe("days of the past", () => {
  it("begin at the plan's local time of day and have all its intervals", () => {
    expect(namesOf("2026-07-01T00:00:00-05:00", 3 * 24)).toEqual([
      "2026-07-01T06:00",
      "2026-07-02T06:00",
      "2026-07-03T06:00",
    ]);
    expect(namesOf("2026-07-01T07:00:00-05:00", 48)).toEqual(["2026-07-02T06:00"]);
    // In winter the same local time is another instant of the day.
    expect(analogueDays(plan, Date.parse("2026-01-01T00:00:00-06:00"), 24, ALL)).toEqual([
      { from: 6, name: "2026-01-01T06:00:00-06:00" },
    ]);
  });

  it("may be those of the same weekday, or of the season", () => {
    expect(namesOf("2026-06-01T00:00:00-05:00", 21 * 24, { ...ALL, sameWeekday: true })).toEqual([
      "2026-06-02T06:00",
      "2026-06-09T06:00",
      "2026-06-16T06:00",
    ]);
    const near = namesOf("2025-07-01T00:00:00-05:00", 40 * 24, { ...ALL, withinDays: 2 });
    expect(near).toEqual([
      "2025-07-12T06:00",
      "2025-07-13T06:00",
      "2025-07-14T06:00",
      "2025-07-15T06:00",
      "2025-07-16T06:00",
    ]);
  });

  it("are not the plan's own, nor such in which the clock changes otherwise", () => {
    expect(namesOf("2026-07-13T00:00:00-05:00", 3 * 24)).toEqual(["2026-07-13T06:00", "2026-07-15T06:00"]);
    const night = timeGrid(Date.parse("2026-07-14T00:00:00-05:00"), 60, 24, ZONE);
    expect(namesOf("2026-03-07T00:00:00-06:00", 3 * 24, ALL, night)).toEqual(["2026-03-07T00:00", "2026-03-09T00:00"]);
  });
});
