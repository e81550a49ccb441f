import { describe, expect, it } from "vitest";
import { expectSeries, firmAsset, optimalPlan, readingOf, renewableAsset } from "../../support/plans.ts";

describe("renewable", () => {
  it("curtails what nobody takes, free of charge; power is then worth what it costs to make", () => {
    // 40 MW x 0.5 = 20 MW of sun, 5 MW of load: 5 used at 3 USD/MWh, 15 curtailed.
    const plan = optimalPlan({
      count: 1,
      assets: [firmAsset(5), renewableAsset(40, { availability: 0.5, costUsdPerMwh: 3 })],
    });
    const { series, totals, netBusMw } = readingOf(plan, "solar", "renewable");
    expectSeries(series.usedMw, [5]);
    expectSeries(series.curtailedMw, [15]);
    expectSeries(netBusMw, [5]);
    expect(totals).toEqual({ usedMwh: 5, curtailedMwh: 15 });
    expect(plan.objectiveUsd).toBeCloseTo(15, 9);
    expect(plan.prices.powerUsdPerMwh[0]).toBeCloseTo(3, 9);
  });
});
