import { describe, expect, it } from "vitest";
import { aiFirm } from "../../../src/assets/ai-firm/index.ts";
import { buildSite } from "../../../src/plan/build-site.ts";
import { solveLp } from "../../../src/solvers/solve-lp.ts";
import {
  expectSeries,
  faultsOf,
  firmAsset,
  fleetAsset,
  gridAsset,
  HASHPRICE_FOR_100,
  optimalPlan,
  planOf,
  readingOf,
  resultOf,
  ruleOf,
  usdOf,
} from "../../support/plans.ts";

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
        heldBy: [{ asset: "grid", limit: "importLimitMw", value: 6 }],
      },
    ]);
    expect(result.conflicts[0].amount).toBeCloseTo(4, 6);
  });

  it("of a dearer tier is served first", () => {
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
    // A blackout beside a dearer load: the balance is worth 9000 there, the day's energy 1000 on either side of what is
    // owed.
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

  it("of the counterfactual never lowers the load's own", () => {
    const [, planned] = planOf({ count: 1, assets: [gridAsset(), flexible(5)] }).assets;
    const spec = planned.spec as Parameters<NonNullable<typeof aiFirm.withFlexibleShare>>[0];
    expect(aiFirm.withFlexibleShare?.(spec, 0.2).flexibleShare).toBe(0.5);
    expect(aiFirm.withFlexibleShare?.(spec, 0.7).flexibleShare).toBe(0.7);
  });
});

describe("firm AI before mining", () => {
  const site = (vollUsdPerMwh: number, fleet = {}) => ({
    count: 2,
    hashpriceUsdPerPhDay: [HASHPRICE_FOR_100, HASHPRICE_FOR_100 / 2],
    assets: [gridAsset({ importLimitMw: 6 }), fleetAsset(fleet), firmAsset(10, { vollUsdPerMwh })],
  });

  it(
    "refuses a value of lost load up to the best strike price, 100 USD/MWh, whatever ramps and restarts make a " +
      "MWh worth",
    () => {
      for (const fleet of [{}, { restartUsdPerMw: 50 }, { rampUpMwPerH: 5 }]) {
        expect(faultsOf(site(100, fleet))).toMatchObject([{ path: "assets[2].vollUsdPerMwh", given: "100" }]);
        expect(faultsOf(site(101, fleet))).toEqual([]);
      }
    },
  );

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

  it("a cut-off price above it is at fault itself, by its own name", () => {
    expect(faultsOf(site(500, { standbyWPerRig: 20, deenergizeUsdPerMwh: 500 }))).toMatchObject([
      { path: "assets[1].deenergizeUsdPerMwh", given: "500" },
    ]);
    expect(faultsOf(site(501, { standbyWPerRig: 20, deenergizeUsdPerMwh: 500 }))).toEqual([]);
  });

  it("sheds mining first", () => {
    const plan = optimalPlan(site(101));
    expectSeries(readingOf(plan, "rigs", "mining-fleet").series.powerMw, [0, 0]);
    expectSeries(readingOf(plan, "inference", "ai-firm").series.unservedMw, [4, 4]);
  });
});

describe("under the threshold rule", () => {
  it("is served when asked for: what falls short falls on the movable part first", () => {
    const [flow] = ruleOf(
      { count: 1, assets: [gridAsset(), firmAsset(10, { flexibleShare: 0.4, vollUsdPerMwh: 1000 })] },
      "inference",
    ).flows;
    expect(flow.role).toBe("must-serve");
    expect(flow.reachMw(0)).toBe(10);
    // 6 MW fixed, 4 movable: 9 served = 6 + 3 moved; 5 served = 1 unserved.
    const fixes = (mw: number) =>
      Object.fromEntries(flow.fixes.map(({ columns, value }) => [columns.name, value(0, mw)]));
    expect(fixes(10)).toEqual({ movedMw: 4, unservedMw: 0 });
    expect(fixes(9)).toEqual({ movedMw: 3, unservedMw: 0 });
    expect(fixes(5)).toEqual({ movedMw: 0, unservedMw: 1 });
  });
});
