import { describe, expect, it } from "vitest";
import {
  expectSeries,
  fleetAsset,
  gridAsset,
  HASHPRICE_FOR_100,
  optimalPlan,
  readingOf,
  type TestSite,
} from "../../support/plans.ts";

const hashpriceUsdPerPhDay = HASHPRICE_FOR_100;

const mine = (importPriceUsdPerMwh: unknown, fleet: Record<string, unknown>, site: Partial<TestSite> = {}) => {
  const count = Array.isArray(importPriceUsdPerMwh) ? importPriceUsdPerMwh.length : 1;
  return optimalPlan({
    count,
    hashpriceUsdPerPhDay,
    ...site,
    assets: [gridAsset({ importPriceUsdPerMwh }), fleetAsset(fleet)],
  });
};

const power = (plan: ReturnType<typeof optimalPlan>) => readingOf(plan, "rigs", "mining-fleet").series.powerMw;

describe("power modes", () => {
  /** 1000 S19j Pro: VNish's list, where 99 TH/s at 2950 W take the place of the rated 100. */
  const vnish = { rig: "Antminer S19j Pro", powerModes: "Antminer S19j Pro VNish", rigs: 1000 };

  it("a MWh of the S19j Pro's hull is worth 80, 43, 39, 27 and 16 USD at 40 USD/PH/day, one mode per price", () => {
    // At 60 USD/MWh the answer is all rigs at 1.1 kW, not some at 2.95 kW.
    const plan = mine([85, 60, 41, 30, 20, 10], vnish, { hashpriceUsdPerPhDay: 40 });
    expectSeries(power(plan), [0, 1.1, 2.35, 2.95, 4.26, 4.69]);
    expect(
      readingOf(plan, "rigs", "mining-fleet").modes.map(({ strikeUsdPerMwh }) => strikeUsdPerMwh?.[0]?.toFixed(1)),
    ).toEqual([undefined, "80.3", "42.7", "38.9", "26.7", "15.5"]);
    expectSeries(readingOf(plan, "rigs", "mining-fleet").series.hashratePhPerS, [0, 53, 85, 99, 120, 124]);
    expect(plan.notices).toContain(
      "rigs: power modes left out, since rigs in the modes around them compute as much on as little: 1300 W, " +
        "1500 W, 1700 W, 1900 W, 2100 W, 2620 W, 3200 W, 3350 W, 3750 W, 4000 W.",
    );
    // Revenue: PH/s x 40 / 24.
    expect(readingOf(plan, "rigs", "mining-fleet").totals.revenueUsd).toBeCloseTo(
      ((53 + 85 + 99 + 120 + 124) * 40) / 24,
      6,
    );
  });
});

describe("rigs and state", () => {
  it("counts whole rigs", () => {
    // 5.0007 of 10 MW are 2500.35 of 5000 rigs.
    const plan = optimalPlan({
      count: 2,
      hashpriceUsdPerPhDay,
      assets: [gridAsset({ importLimitMw: [5.0007, 100] }), fleetAsset()],
    });
    expect([...readingOf(plan, "rigs", "mining-fleet").series.rigsOn]).toEqual([2500, 5000]);
  });

  it("the end state is the last power", () => {
    expect(mine([50, 150], { standbyWPerRig: 200 }).endState.rigs).toEqual({ powerMw: 1 });
  });
});
