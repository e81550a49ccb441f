import { describe, expect, it } from "vitest";
import { measureSpacing, isUneven } from "../../src/io/row-spacing.ts";
import { Clock, SeriesRows } from "../../src/io/series-rows.ts";

const distances = (...atMs: number[]) => {
  const rows = new SeriesRows();
  atMs.forEach((ms, i) => rows.add(ms, Clock.utc, Number.NaN, 1, i + 2));
  return measureSpacing(rows);
};
const MINUTE = 60_000;

describe("rowDistances", () => {
  it("counts the usual one and finds the middle one, falling or rising", () => {
    expect(distances(0, 5, 10, 20)).toEqual({ usualMs: 5, numUsual: 2, num: 3, medianMs: 5 });
    expect(distances(20, 10, 5, 0)).toEqual({ usualMs: 5, numUsual: 2, num: 3, medianMs: 5 });
    expect(distances(3, 3).num).toBe(0);
    expect(distances(3)).toMatchObject({ usualMs: Number.NaN, medianMs: Number.NaN });
  });

  it("a log is finer than a minute, or of many rows at no usual distance", () => {
    expect(isUneven(distances(0, 5000, 10_100))).toBe(true);
    expect(isUneven(distances(0, 60 * MINUTE, 180 * MINUTE, 420 * MINUTE))).toBe(false);
    const jittered = Array.from({ length: 30 }, (_, i) => i * 10 * MINUTE + ((i * i * 7) % 13) * 1000);
    expect(isUneven(distances(...jittered))).toBe(true);
    expect(isUneven(distances(...Array.from({ length: 30 }, (_, i) => i * 10 * MINUTE)))).toBe(false);
    expect(isUneven(distances(7))).toBe(false);
  });
});
