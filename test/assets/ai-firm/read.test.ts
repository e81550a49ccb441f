import { describe, expect, it } from "vitest";
import { expectSeries, firmAsset, gridAsset, optimalPlan, readingOf, usdOf } from "../../support/plans.ts";

describe("demand", () => {
  it("as IT power is served with its PUE", () => {
    // 8 MW of IT x 1.25 = 10 MW at the bus, 500 USD.
    const plan = optimalPlan({
      count: 1,
      assets: [gridAsset(), { kind: "ai-firm", name: "inference", itMw: 8, pue: 1.25 }],
    });
    const { series, totals, netBusMw, service } = readingOf(plan, "inference", "ai-firm");
    expectSeries(series.demandMw, [10]);
    expectSeries(netBusMw, [-10]);
    expect(totals).toEqual({ demandMwh: 10, servedMwh: 10, unservedMwh: 0 });
    expect(service).toMatchObject({ demandMwh: 10, unservedMwh: 0 });
    expect(plan.objectiveUsd).toBeCloseTo(500, 9);
  });

  it("left unserved is paid at its value of lost load, as a penalty and by the hour", () => {
    // 4 of 10 MW for half an hour at 2000: 4000 of penalty, 6 x 0.5 x 50 = 150 of cash. A MWh more is worth 2000.
    const plan = optimalPlan({
      count: 1,
      intervalMinutes: 30,
      assets: [gridAsset({ importLimitMw: 6 }), firmAsset(10, { vollUsdPerMwh: 2000 })],
    });
    expectSeries(readingOf(plan, "inference", "ai-firm").series.unservedMw, [4]);
    expect(usdOf(plan, "unserved firm AI", "penalty")).toBeCloseTo(4000, 6);
    expect(plan.ledger.usdByKind.cash).toBeCloseTo(150, 6);
    expect(plan.prices.powerUsdPerMwh[0]).toBeCloseTo(2000, 6);
    expect(readingOf(plan, "inference", "ai-firm").totals.unservedMwh).toBeCloseTo(2, 9);
  });
});
