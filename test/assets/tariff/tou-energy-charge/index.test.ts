import { describe, expect, it } from "vitest";
import {
  faultsOf,
  firmAsset,
  fleetAsset,
  gridAsset,
  HASHPRICE_FOR_100,
  expectSeries,
  optimalPlan,
  readingOf,
  ruleOf,
  usdOf,
} from "../../../support/plans.ts";
import { billOf, dayWithPeak } from "../../../support/tariffs.ts";

const touEnergyCharge = { usdPerMwh: { peak: 80, "off-peak": 10 }, weekday: dayWithPeak(2, 4), weekend: "off-peak" };

describe("energy by time of use", () => {
  it("is paid by period on top of the import price, and stands in the bill by month", () => {
    // Tuesday 00:00 to 05:00, 10 MW: 5 x 500 of energy, 3 x 10 x 10 off-peak, 2 x 10 x 80 at peak.
    const plan = optimalPlan({ count: 5, assets: [gridAsset({ touEnergyCharge }), firmAsset(10)] });
    expect(usdOf(plan, "energy charge off-peak", "cash")).toBeCloseTo(300, 7);
    expect(usdOf(plan, "energy charge peak", "cash")).toBeCloseTo(1600, 7);
    expect(plan.objectiveUsd).toBeCloseTo(2500 + 1900, 6);
    expect(billOf(plan, "energy charge peak")).toMatchObject([
      { month: "2026-07", part: "touEnergyCharge", usd: expect.closeTo(1600, 7) },
    ]);
  });

  it("sends mining to the cheap period, and other assets see its price", () => {
    // 50 + 10 < 100 < 50 + 80.
    const site = {
      count: 5,
      hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
      assets: [gridAsset({ touEnergyCharge, lossFraction: 0.2 }), firmAsset(1), fleetAsset()],
    };
    expectSeries(readingOf(optimalPlan(site), "rigs", "mining-fleet").series.powerMw, [10, 10, 0, 0, 10]);
    expect(ruleOf(site, "grid").flows[0].usdPerMwh?.(2)).toBeCloseTo(130 / 0.8, 9);
  });

  it("names the place of a period without a rate, and of rates that are probably in USD/kWh", () => {
    expect(
      faultsOf({
        count: 1,
        assets: [gridAsset({ touEnergyCharge: { ...touEnergyCharge, weekend: "night" } }), firmAsset(1)],
      }),
    ).toMatchObject([{ path: "assets[0].touEnergyCharge.weekend", given: '"night"' }]);
    expect(
      faultsOf({
        count: 1,
        assets: [
          gridAsset({ touEnergyCharge: { ...touEnergyCharge, usdPerMwh: { peak: 0.08, "off-peak": 0.04 } } }),
          firmAsset(1),
        ],
      }),
    ).toMatchObject([{ path: "assets[0].touEnergyCharge.usdPerMwh" }]);
  });
});
