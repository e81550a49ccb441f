import { describe, expect, it } from "vitest";
import { SolvedSite } from "../../../src/model/solved-site.ts";
import { buildSite } from "../../../src/plan/build-site.ts";
import {
  batteryAsset,
  expectSeries,
  firmAsset,
  gridAsset,
  optimalPlan,
  planOf,
  readingOf,
  usdOf,
} from "../../support/plans.ts";

const stored = (storedMwh: number) => ({ bess: { storedMwh } });

describe("end rules", () => {
  // One hour at 50, 20 MW of load, 10 MWh in store, 80 % on the way out: all of it would save 8 x 50 = 400 of 1000.
  const end = (rule: unknown) =>
    optimalPlan({
      count: 1,
      initialState: stored(10),
      assets: [gridAsset(), firmAsset(20), batteryAsset({ dischargeLimitMw: 20, dischargeEfficiency: 0.8, end: rule })],
    });

  it("the worth of the stock is not cash", () => {
    const plan = end({ rule: "value", usdPerMwh: 35 });
    expect(usdOf(plan, "change of stored energy", "valuation")).toBeCloseTo(350, 6);
    expect(plan.ledger.usdByKind.cash).toBeCloseTo(600, 6);
  });

  it("without a rule the end is worth the mean bus import price times discharge efficiency, with a notice", () => {
    // Mean 50, so a MWh in store is worth 40: bought at 20, given at 80 (64 per MWh of store). 4 MW in, 4 MW out take
    // 5 MWh, so the store falls by 1 MWh: 24 x 20 + 16 x 80 + 40 = 1800.
    const { end: _, ...ruleless } = batteryAsset({ chargeLimitMw: 4, dischargeLimitMw: 4, dischargeEfficiency: 0.8 });
    const plan = optimalPlan({
      count: 2,
      assets: [gridAsset({ importPriceUsdPerMwh: [20, 80] }), firmAsset(20), ruleless],
      initialState: stored(10),
    });
    expect(plan.objectiveUsd).toBeCloseTo(1800, 6);
    expectSeries(readingOf(plan, "bess", "battery").series.storedMwh, [14, 9]);
    expect(plan.notices).toContain(
      "bess: no end rule was given; energy left in store is worth 40.00 USD/MWh (mean import price, not " +
        "below 0: 50.00, x discharge efficiency).",
    );
  });

  it("without a rule and without an import price the end is worth nothing, and says so", () => {
    const { end: _, ...battery } = batteryAsset();
    const plan = optimalPlan({ count: 1, assets: [firmAsset(2), battery], initialState: stored(10) });
    expect(plan.notices).toContain(
      "bess: no end rule was given; energy left in store is worth 0.00 USD/MWh (the site has no import price).",
    );
  });
});

describe("edges", () => {
  it("ends in its window though a solver may leave it by a tolerance", () => {
    const site = {
      count: 2,
      initialState: stored(2),
      assets: [gridAsset(), batteryAsset({ minStoredMwh: 2, maxStoredMwh: 10 })],
    };
    const built = buildSite(planOf(site));
    const [, { planned, kind, handles }] = built.assets;
    for (const [endMwh, wanted] of [
      [2 - 1e-10, 2],
      [10 + 1e-10, 10],
      [7, 7],
    ]) {
      const x = new Float64Array(built.lp.numCols).fill(endMwh);
      const solved = new SolvedSite(built.request.time, { x, y: new Float64Array(built.lp.numRows), reducedCost: x });
      expect(kind.read(planned.spec, planned.initial, handles, solved).endState).toEqual({ storedMwh: wanted });
    }
  });
});
