import { describe, expect, it } from "vitest";
import { timeGrid } from "../../src/input/time-axis.ts";
import { knownUntil } from "../../src/replay/known-until.ts";

const start = Date.parse("2026-10-31T00:00:00-05:00");
const time = timeGrid(start, 60, 72, "America/Chicago");

describe("knownUntil", () => {
  it("knows an interval when it begins, or all of the span", () => {
    expect(knownUntil(time, 5)).toBe(6);
    expect(knownUntil(time, 5, "whole-span")).toBe(72);
  });

  it("knows the day, and from the hour of publication the next one, which has 25 hours in autumn", () => {
    const known = { publishedAtHour: 13 };
    expect(knownUntil(time, 0, known)).toBe(24);
    expect(knownUntil(time, 12, known)).toBe(24);
    expect(knownUntil(time, 13, known)).toBe(49);
    expect(knownUntil(time, 24, known)).toBe(49);
    // 13:00 of the day with 25 hours is its interval 14.
    expect(knownUntil(time, 24 + 13, known)).toBe(49);
    expect(knownUntil(time, 24 + 14, known)).toBe(72);
  });

  it("knows at least the present interval, also where it is longer than a day", () => {
    expect(knownUntil(timeGrid(start, 48 * 60, 3, "America/Chicago"), 1, { publishedAtHour: 13 })).toBe(2);
  });
});
