import { describe, expect, it } from "vitest";
import { dieselAsset, expectSeries, firmAsset, gridAsset, optimalPlan, readingOf, usdOf } from "../../support/plans.ts";

const noGrid = gridAsset({ importLimitMw: 0 });

describe("fuel and money", () => {
  it("burns 263.7 L/MWh: slope 248.7 and intercept 15 at full load", () => {
    // 6 MW for two hours: 12 MWh, 3164.4 L at 1 USD, 12 x 20 O&M; CO2 2.69 kg/L; 2 MW sets: 6 set-hours.
    const plan = optimalPlan({ count: 2, assets: [noGrid, firmAsset(6), dieselAsset()] });
    const { totals, series, backup, asRun } = readingOf(plan, "gensets", "diesel");
    expectSeries(series.powerMw, [6, 6]);
    expectSeries(series.fuelL, [1582.2, 1582.2], 1e-3);
    expect(series.tankL).toBeUndefined();
    expect(totals.fuelL).toBeCloseTo(3164.4, 6);
    expect(totals.unitHours).toBeCloseTo(6, 9);
    expect(totals.co2T).toBeCloseTo(8.512236, 6);
    expect(usdOf(plan, "diesel fuel", "cash")).toBeCloseTo(3164.4, 6);
    expect(usdOf(plan, "diesel O&M", "cash")).toBeCloseTo(240, 6);
    expect(backup?.costUsd).toBeCloseTo(3404.4, 6);
    // Three full sets burn what the program says.
    expect(asRun.fuelL).toBeCloseTo(3164.4, 6);
    expectSeries(series.setsAsRun, [3, 3]);
  });

  it("as run: whole sets burn more than the program's curve, and minimum load is reported", () => {
    // 2.5 MW by two sets: 248.7 x 2.5 + 15 x 4 = 681.75 L, the program says 659.25. 0.5 MW: one set under 0.6 MW,
    // 124.35 + 30 = 154.35 L against 131.85.
    const { asRun, totals } = readingOf(
      optimalPlan({ count: 2, assets: [noGrid, firmAsset([2.5, 0.5]), dieselAsset()] }),
      "gensets",
      "diesel",
    );
    expect(asRun.fuelL).toBeCloseTo(681.75 + 154.35, 6);
    expect(totals.fuelL).toBeCloseTo(659.25 + 131.85, 6);
    expect(asRun).toMatchObject({ unitHours: 3, hours: 2, starts: 2, intervalsUnderMinLoad: 1 });
  });
});

describe("limits", () => {
  it("says where whole sets would burn or run more than there is left", () => {
    // 2.5 MW by two sets of 2 MW: 681.75 L and 2 set-hours as run, 659.25 L and 1.25 by the program.
    const notices = (fields: Record<string, unknown>, state: Record<string, unknown>) =>
      optimalPlan({
        count: 1,
        initialState: { gensets: state },
        assets: [noGrid, firmAsset(2.5), dieselAsset(fields)],
      }).notices.filter((notice) => !notice.includes("by default"));
    expect(notices({ tankL: 9000 }, { fuelL: 681.8 })).toEqual([]);
    expect(notices({ tankL: 9000 }, { fuelL: 681.7 })).toEqual([
      "gensets: as run, whole sets take 681.8 L; there are 681.7.",
    ]);
    expect(notices({ unitHoursCap: 5 }, { unitHoursUsed: 3 })).toEqual([]);
    expect(notices({ unitHoursCap: 5 }, { unitHoursUsed: 3.5 })).toEqual([
      "gensets: as run, whole sets take 2.0 set-hours; there are 1.5.",
    ]);
  });
});
