import { describe, expect, it } from "vitest";
import { timeGrid } from "../../src/input/time-axis.ts";
import {
  daySpans,
  intervalStartMs,
  isoStamp,
  localDay,
  localMonth,
  localStamp,
  monthLabel,
  monthSpans,
  yearSpans,
} from "../../src/time/time-grid.ts";

const at = (text: string) => Date.parse(text);
const lengths = (spans: readonly { from: number; to: number }[]) => spans.map(({ from, to }) => to - from);

describe("time grid", () => {
  it("counts intervals in UTC from the start", () => {
    const time = timeGrid(at("2026-07-14T17:00:00-05:00"), 15, 8, "America/Chicago");
    expect(intervalStartMs(time, 3)).toBe(at("2026-07-14T17:45:00-05:00"));
    expect(intervalStartMs(time, 8)).toBe(at("2026-07-14T19:00:00-05:00"));
  });

  it("prints local time with its offset, west and east of Greenwich", () => {
    expect(isoStamp(timeGrid(at("2026-07-14T22:00:00Z"), 60, 1, "America/Chicago"), 0)).toBe(
      "2026-07-14T17:00:00-05:00",
    );
    expect(isoStamp(timeGrid(at("2026-07-14T22:00:00Z"), 60, 1, "Asia/Kolkata"), 0)).toBe("2026-07-15T03:30:00+05:30");
    expect(localStamp(timeGrid(at("2026-07-14T22:00:00Z"), 60, 1, "Asia/Kolkata"), 0)).toBe("2026-07-15 03:30");
  });

  // 8 March 2026 has 23 hours in Chicago, 1 November 25; the days around them 24.
  it("gives clock-change days their 23 and 25 hours", () => {
    expect(lengths(daySpans(timeGrid(at("2026-03-07T00:00:00-06:00"), 60, 71, "America/Chicago")))).toEqual([
      24, 23, 24,
    ]);
    expect(lengths(daySpans(timeGrid(at("2026-10-31T00:00:00-05:00"), 60, 73, "America/Chicago")))).toEqual([
      24, 25, 24,
    ]);
  });

  it("begins days and months at local midnight, not UTC", () => {
    const time = timeGrid(at("2026-07-31T22:00:00-05:00"), 60, 4, "America/Chicago");
    expect(Array.from({ length: 4 }, (_, t) => monthLabel(localMonth(time, t)))).toEqual([
      "2026-07",
      "2026-07",
      "2026-08",
      "2026-08",
    ]);
    expect(lengths(monthSpans(time))).toEqual([2, 2]);
    expect(localDay(time, 2) - localDay(time, 1)).toBe(1);
  });

  it("knows 29 February", () => {
    expect(
      lengths(monthSpans(timeGrid(at("2028-02-01T00:00:00-06:00"), 60, 8784, "America/Chicago"))).slice(0, 1),
    ).toEqual([29 * 24]);
  });

  it("wraps the year from December to January", () => {
    const time = timeGrid(at("2026-12-31T23:00:00-06:00"), 60, 2, "America/Chicago");
    expect(monthSpans(time).map(({ month }) => monthLabel(month))).toEqual(["2026-12", "2027-01"]);
    expect(yearSpans(time)).toEqual([
      { year: 2026, from: 0, to: 1 },
      { year: 2027, from: 1, to: 2 },
    ]);
    // The same hours are one local year further east.
    expect(yearSpans(timeGrid(at("2026-12-31T23:00:00-06:00"), 60, 2, "Asia/Kolkata"))).toEqual([
      { year: 2027, from: 0, to: 2 },
    ]);
  });
});
