import { describe, expect, it } from "vitest";
import {
  firmAsset,
  fleetAsset,
  gridAsset,
  HASHPRICE_FOR_100,
  optimalPlan,
  readingOf,
  usdOf,
} from "../../support/plans.ts";

describe("energy at the meter", () => {
  it("reports no CO2 where no factor was given, and prices the import limit", () => {
    // 10 MW of 12 can be imported; the rest is unserved at 1000. One more MW of limit saves 1000 - 50.
    const plan = optimalPlan({
      count: 1,
      assets: [gridAsset({ importLimitMw: 10 }), firmAsset(12, { vollUsdPerMwh: 1000 })],
    });
    expect(readingOf(plan, "grid", "grid").totals).not.toHaveProperty("co2T");
    const limit = plan.prices.limits.find((price) => price.limit === "importLimitMw");
    expect(limit?.unit).toBe("USD/MWh");
    expect(limit?.value[0]).toBeCloseTo(950, 6);
  });
});

describe("demand charge", () => {
  const demandCharge = { usdPerMwMonth: 1000 };

  it("a peak already set and not reached costs nothing more and is kept", () => {
    const plan = optimalPlan({
      count: 2,
      initialState: { grid: { peakMw: { "2026-07": 30 } } },
      assets: [gridAsset({ demandCharge }), firmAsset([10, 20])],
    });
    expect(plan.ledger.usdByKind.cash).toBeCloseTo(1500, 6);
    expect(plan.objectiveUsd).toBeCloseTo(1500, 6);
    expect(plan.alreadySetUsd).toBeCloseTo(30_000, 6);
    expect(readingOf(plan, "grid", "grid").peaks[0]).toMatchObject({ peakMw: 30, at: [], worthUsdPerMw: 0 });
  });

  it("worthUsdPerMw is what a free MW of peak would save: the finite difference in the peak already set", () => {
    const cashUsd = (setMw: number) => optimalPlan(site(setMw)).ledger.usdByKind.cash;
    const site = (setMw: number) => ({
      count: 2,
      hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
      initialState: { grid: { peakMw: { "2026-07": setMw } } },
      assets: [gridAsset({ demandCharge: { usdPerMwMonth: 120 } }), firmAsset(10), fleetAsset()],
    });
    const worth = (setMw: number) => readingOf(optimalPlan(site(setMw)), "grid", "grid").peaks[0].worthUsdPerMw;
    // 8 set: firm load needs 10, a free MW saves the rate. 15 set: it lets one MW more mine for two hours. 25: idle.
    for (const [setMw, wanted] of [
      [8, 120],
      [15, 100],
      [25, 0],
    ]) {
      expect(worth(setMw)).toBeCloseTo(wanted, 6);
      expect((cashUsd(setMw - 0.01) - cashUsd(setMw + 0.01)) / 0.02).toBeCloseTo(wanted, 4);
    }
  });

  it("tells the two hours of one wall-clock hour in autumn apart", () => {
    // 1 November 2026: 01:00 comes twice; the second is the peak.
    const plan = optimalPlan({
      count: 4,
      start: "2026-11-01T00:00:00-05:00",
      assets: [gridAsset({ demandCharge }), firmAsset([10, 10, 20, 10])],
    });
    expect(readingOf(plan, "grid", "grid").peaks[0].at).toEqual(["2026-11-01T01:00:00-06:00"]);
  });

  it("a connection without a demand charge hands on a peak it was given, and no empty state", () => {
    const site = { count: 1, assets: [gridAsset(), firmAsset(5)] };
    expect(optimalPlan(site).endState).toEqual({});
    const peakMw = { "2026-07": 30 };
    expect(optimalPlan({ ...site, initialState: { grid: { peakMw } } }).endState).toEqual({ grid: { peakMw } });
  });

  it("two plans in a row charge a month's peak once", () => {
    const day = (facilityMw: number, initialState: Record<string, unknown>) =>
      optimalPlan({ count: 2, initialState, assets: [gridAsset({ demandCharge }), firmAsset(facilityMw)] });
    const first = day(12, { grid: { peakMw: { "2026-07": 0 } } });
    const second = day(18, first.endState);
    expect(usdOf(first, "demand charge 2026-07", "cash") + usdOf(second, "demand charge 2026-07", "cash")).toBeCloseTo(
      18_000,
      5,
    );
  });
});
