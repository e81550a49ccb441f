import { describe, expect, it } from "vitest";
import { asRun } from "../../../src/assets/diesel/as-run.ts";

const sets = { unitMw: 2, fuelSlopeLPerMwh: 248.7, fuelInterceptLPerHPerMw: 15, minLoadFraction: 0.3, co2KgPerL: 2.69 };

describe("asRun", () => {
  it("runs whole sets with their no-load fuel", () => {
    // 3 MW: 2 sets, 248.7 x 3 + 15 x 4 = 806.1 L/h. 0.5 MW: 1 set below its 0.6 MW of minimum load, 124.35 + 30 L/h.
    // 0 MW: none. 5 MW: 3 sets, 1243.5 + 90 = 1333.5 L/h. Starts: 2, then 3. All over half an hour each.
    const { sets: running, totals } = asRun(Float64Array.of(3, 0.5, 0, 5), 0.5, sets);
    expect([...running]).toEqual([2, 1, 0, 3]);
    expect(totals.fuelL).toBeCloseTo(0.5 * (806.1 + 154.35 + 1333.5), 9);
    expect(totals.co2T).toBeCloseTo((0.5 * 2293.95 * 2.69) / 1000, 9);
    expect(totals).toMatchObject({ unitHours: 3, hours: 1.5, starts: 5, intervalsUnderMinLoad: 1 });
  });

  it("at full load burns what the program says: slope + intercept", () => {
    expect(asRun(Float64Array.of(4), 1, sets).totals).toMatchObject({
      fuelL: expect.closeTo(4 * 263.7, 9) as number,
      unitHours: 2,
    });
  });

  it("takes rounding of the solver neither for a start nor for one more set", () => {
    expect([...asRun(Float64Array.of(1e-7, -1e-9, 4 + 1e-7), 1, sets).sets]).toEqual([0, 0, 2]);
  });

  it("exactly at minimum load is not under it", () => {
    expect(asRun(Float64Array.of(0.6), 1, sets).totals.intervalsUnderMinLoad).toBe(0);
    expect(asRun(Float64Array.of(0.59), 1, sets).totals.intervalsUnderMinLoad).toBe(1);
  });
});
