import { describe, expect, it } from "vitest";
import { buildSite } from "../../../src/plan/build-site.ts";
import { solveLp } from "../../../src/solvers/solve-lp.ts";
import {
  expectSeries,
  firmAsset,
  fleetAsset,
  gridAsset,
  HASHPRICE_FOR_100,
  optimalPlan,
  planOf,
  readingOf,
  resultOf,
  usdOf,
} from "../../support/plans.ts";

describe("demand", () => {
  it("without a value must be served: the conflict is named", () => {
    const result = resultOf({ count: 2, assets: [gridAsset({ importLimitMw: [100, 6] }), firmAsset(10)] });
    expect(result.status).toBe("infeasible");
    expect(result).not.toHaveProperty("assets");
    if (result.status !== "infeasible") return;
    expect(result.proof.ok).toBe(true);
    expect(result.conflicts).toMatchObject([
      {
        limit: "balance",
        interval: 1,
        at: "2026-07-14T01:00:00-05:00",
        unit: "MW",
        bindingLimits: [{ asset: "grid", limit: "importLimitMw", value: 6 }],
      },
    ]);
    expect(result.conflicts[0].amount).toBeCloseTo(4, 6);
  });

  it("of a more expensive tier is served first", () => {
    const assets = [
      gridAsset({ importLimitMw: 6 }),
      firmAsset(5, { vollUsdPerMwh: 1000 }),
      firmAsset(5, { name: "payments", vollUsdPerMwh: 3000 }),
    ];
    const plan = optimalPlan({ count: 1, assets });
    expectSeries(readingOf(plan, "inference", "ai-firm").series.unservedMw, [4]);
    expectSeries(readingOf(plan, "payments", "ai-firm").series.unservedMw, [0]);
  });
});

describe("flexibleShare", () => {
  const flexible = (facilityMw: unknown, fields = {}) => firmAsset(facilityMw, { flexibleShare: 0.5, ...fields });

  it("moves to the cheaper hour of the same local day, up to the peak of the demand", () => {
    // From 22:00: two hours of the 14th, two of the 15th. Half of 4 + 12 is fixed, 8 MWh of each day may move; the
    // first hour has room for 12 - 2 = 10. The 15th cannot use the 14th's cheap hour: 10, 6, 10, 6.
    const site = {
      count: 4,
      start: "2026-07-14T22:00:00-05:00",
      assets: [gridAsset({ importPriceUsdPerMwh: [20, 100, 60, 90] }), flexible([4, 12, 4, 12])],
    };
    const plan = optimalPlan(site);
    expectSeries(readingOf(plan, "inference", "ai-firm").series.servedMw, [10, 6, 10, 6]);
    expect(plan.objectiveUsd).toBeCloseTo(200 + 600 + 600 + 540, 6);
    expect(readingOf(plan, "inference", "ai-firm").totals).toMatchObject({ demandMwh: 32, unservedMwh: 0 });
  });

  it.each([
    // The cheap hour is the 24th of the plan. On 8 March the day has 23 hours, so that hour is the next day's and may
    // take only its own 5 MWh: 10 in all. On 1 November the 25th hour is still the same day's: filled to the peak, 20.
    { day: "2026-03-08T00:00:00-06:00", count: 24, servedMw: 10 },
    { day: "2026-11-01T00:00:00-05:00", count: 25, servedMw: 20 },
    { day: "2026-07-14T00:00:00-05:00", count: 25, servedMw: 10 },
    { day: "2026-07-14T00:00:00-05:00", count: 24, servedMw: 20 },
  ])("counts wall-clock days: $day, $count hours", ({ day, count, servedMw }) => {
    const demand = Array.from({ length: count }, (_, t) => (t === 0 ? 20 : 10));
    const price = Array.from({ length: count }, (_, t) => (t === count - 1 ? 10 : 50));
    const plan = optimalPlan({
      count,
      start: day,
      assets: [gridAsset({ importPriceUsdPerMwh: price }), flexible(demand)],
    });
    expect(readingOf(plan, "inference", "ai-firm").series.servedMw[count - 1]).toBeCloseTo(servedMw, 6);
  });

  it("what no hour of the day can take is unserved, at its value", () => {
    // 5 MW of import for two hours serve the fixed 2 + 4 MWh and 4 of the 6 that may move: 2 MWh are short.
    const plan = optimalPlan({
      count: 2,
      assets: [gridAsset({ importLimitMw: 5 }), flexible([4, 8], { vollUsdPerMwh: 1000 })],
    });
    const { totals, series } = readingOf(plan, "inference", "ai-firm");
    expect(totals.unservedMwh).toBeCloseTo(2, 8);
    expectSeries(series.servedMw, [5, 5]);
    expect(usdOf(plan, "unserved firm AI", "penalty")).toBeCloseTo(2000, 6);
  });

  it("not served at all, another MWh to move is worth the value of lost load and no more", () => {
    // A blackout beside a more expensive load: the balance is worth 9000 there, the day's energy 1000 on either side of
    // what is owed.
    const { lp, site } = buildSite(
      planOf({
        count: 2,
        assets: [
          gridAsset({ importLimitMw: 0 }),
          flexible([4, 8], { vollUsdPerMwh: 1000 }),
          firmAsset(1, { name: "payments", vollUsdPerMwh: 9000 }),
        ],
      }),
    );
    const row = site.rowBlocks.find(({ name }) => name === "moved within day 1")?.start ?? -1;
    const solve = (shiftMwh: number) => {
      const solution = solveLp({
        ...lp,
        rowLower: lp.rowLower.map((mwh, i) => (i === row ? mwh + shiftMwh : mwh)),
        rowUpper: lp.rowUpper.map((mwh, i) => (i === row ? mwh + shiftMwh : mwh)),
      });
      if (solution.status !== "optimal") throw new Error(solution.status);
      return solution;
    };
    expect((solve(0.01).objective - solve(0).objective) / 0.01).toBeCloseTo(1000, 4);
    expect((solve(0).objective - solve(-0.01).objective) / 0.01).toBeCloseTo(1000, 4);
    expect(solve(0).y[row]).toBeCloseTo(1000, 6);
  });
});

describe("firm AI before mining", () => {
  const site = (vollUsdPerMwh: number, fleet = {}) => ({
    count: 2,
    hashpriceUsdPerPhDay: [HASHPRICE_FOR_100, HASHPRICE_FOR_100 / 2],
    assets: [gridAsset({ importLimitMw: 6 }), fleetAsset(fleet), firmAsset(10, { vollUsdPerMwh })],
  });

  it.each([
    // Free power but for one hour without any, in which 10 MW of firm AI compete with rigs on ramps of 2 and 2.5 MW/h.
    // A MWh of mining is worth up to 100 (1 + 4 + 3) = 800 there; at 801 no branching is needed.
    { vollUsdPerMwh: 801 },
    { vollUsdPerMwh: 700 },
    { vollUsdPerMwh: 560 },
    { vollUsdPerMwh: 150 },
  ])(
    "where ramps make mining worth more than $vollUsdPerMwh USD/MWh, rigs are put to sleep or cut off before " +
      "AI is shed all the same",
    ({ vollUsdPerMwh }) => {
      const importLimitMw = Array.from({ length: 21 }, (_, t) => (t === 10 ? 10 : 100));
      const plan = optimalPlan({
        count: 21,
        hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
        assets: [
          gridAsset({ importLimitMw, importPriceUsdPerMwh: 0 }),
          firmAsset(10, { vollUsdPerMwh }),
          fleetAsset({ rampUpMwPerH: 2, rampDownMwPerH: 2.5 }),
        ],
      });
      const { unservedMw } = readingOf(plan, "inference", "ai-firm").series;
      const { aboveStandbyMw } = readingOf(plan, "rigs", "mining-fleet").series;
      unservedMw.forEach((mw, t) => expect(Math.min(mw, aboveStandbyMw[t])).toBeLessThan(1e-6));
    },
  );

  it("sheds mining first", () => {
    const plan = optimalPlan(site(101));
    expectSeries(readingOf(plan, "rigs", "mining-fleet").series.powerMw, [0, 0]);
    expectSeries(readingOf(plan, "inference", "ai-firm").series.unservedMw, [4, 4]);
  });
});
