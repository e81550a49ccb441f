import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expectSeries, faultsOf, gridAsset, optimalPlan, readingOf, ruleOf, usdOf } from "../../support/plans.ts";
import { runs } from "../../support/runs.ts";

/** Shares of power 0.5, 1 do 0.8, 1 of the work: 0.625 and then 2.5 MW for a MW of work. */
const powerModes = [
  { powerMw: 5, throughput: 80 },
  { powerMw: 10, throughput: 100 },
];
const spot = (fields: Record<string, unknown> = {}) => ({
  kind: "ai-spot",
  name: "spot",
  facilityMw: 10,
  revenueUsdPerFacilityMwh: 100,
  powerModes,
  ...fields,
});
const batch = (job: Record<string, unknown> = {}, fields: Record<string, unknown> = {}) => ({
  kind: "ai-deferrable",
  name: "batch",
  powerModes,
  jobs: [
    {
      name: "training",
      energyFacilityMwh: 16,
      release: "2026-07-14T00:00:00-05:00",
      deadline: "2026-07-14T02:00:00-05:00",
      maxMw: 10,
      ...job,
    },
  ],
  ...fields,
});

describe("spot AI that throttles", () => {
  it.each([
    // The first 8 MW of work take 5 MW: worth up to 160 USD/MWh of power. The last 2 take 5: worth 40.
    [30, 10, 10],
    [50, 5, 8],
    [150, 5, 8],
    [170, 0, 0],
    // At a price below 0 the load takes what it can, at full power.
    [-20, 10, 10],
  ])("at %s USD/MWh it draws %s MW and does the work of %s", (price, drawnMw, workMw) => {
    const plan = optimalPlan({ count: 1, assets: [gridAsset({ importPriceUsdPerMwh: price }), spot()] });
    const { series, totals } = readingOf(plan, "spot", "ai-spot");
    expectSeries(series.servedMw, [drawnMw]);
    expectSeries(series.throttledMw ?? new Float64Array(), [workMw - drawnMw]);
    expect(totals.throttledMwh).toBeCloseTo(workMw - drawnMw, 9);
    expect(totals.revenueUsd).toBeCloseTo(100 * workMw, 6);
    expect(usdOf(plan, "spot AI revenue", "cash")).toBeCloseTo(-100 * workMw, 6);
  });

  it("a cap on interruption counts the work that is not done", () => {
    // Of 10 MWh at most 1 may be left: 9 MW of work take 5 + 2.5 MW, at any price.
    const assets = [gridAsset({ importPriceUsdPerMwh: 900 }), spot({ interruptionCap: { mwhPerYear: 1 } })];
    expectSeries(readingOf(optimalPlan({ count: 1, assets }), "spot", "ai-spot").series.servedMw, [7.5]);
  });

  it("sells as reserve what it draws, not what its work would take uncapped", () => {
    const product = {
      kind: "flexibility-product",
      name: "ers",
      backedBy: ["spot"],
      priceUsdPerMwHour: 1,
      deployedShare: 0,
      responseMinutes: 10,
      durationHours: 1,
    };
    const assets = [gridAsset({ importPriceUsdPerMwh: 50 }), spot(), product];
    expectSeries(readingOf(optimalPlan({ count: 1, assets }), "ers", "flexibility-product").series.soldMw, [5]);
    // Called a tenth of the time, a MWh of throttled power loses 1.6 MWh of work at 100 USD and saves 50 USD of power.
    const called = [assets[0], spot(), { ...product, priceUsdPerMwHour: 20, deployedShare: 0.1 }];
    const plan = optimalPlan({ count: 1, assets: called });
    expect(plan.ledger.usdByKind.expected).toBeCloseTo(0.1 * 5 * (160 - 50), 6);
  });
});

describe("jobs that throttle", () => {
  it("do 16 MWh of work on 10 MWh, where the window allows it", () => {
    const plan = optimalPlan({ count: 2, assets: [gridAsset(), batch()] });
    const { series, totals, jobs } = readingOf(plan, "batch", "ai-deferrable");
    expectSeries(series.servedMw, [5, 5]);
    expectSeries(jobs[0].powerMw, [5, 5]);
    expectSeries(series.throttledMw ?? new Float64Array(), [3, 3]);
    expect(totals).toMatchObject({ servedMwh: expect.closeTo(16, 9), throttledMwh: expect.closeTo(6, 9) });
    expect(plan.objectiveUsd).toBeCloseTo(500, 6);
  });

  it("a MWh of work costs the power that it takes in its mode", () => {
    const worth = (energyFacilityMwh: number) =>
      readingOf(
        optimalPlan({ count: 2, assets: [gridAsset(), batch({ energyFacilityMwh })] }),
        "batch",
        "ai-deferrable",
      ).jobs[0].usdPerMwh;
    // 0.625 MWh up to 16 MWh of work in two hours, then 2.5, at 50 USD/MWh.
    expect(worth(15)).toBeCloseTo(31.25, 6);
    expect(worth(17)).toBeCloseTo(125, 6);
  });

  it("run faster where power is cheap", () => {
    // 10 and 6 MW of work: 10 + 3.75 MW. At 20 and 90 USD/MWh the second hour's first segment costs 56.25 a MWh of
    // work, the first hour's second one 50.
    const plan = optimalPlan({ count: 2, assets: [gridAsset({ importPriceUsdPerMwh: [20, 90] }), batch()] });
    expectSeries(readingOf(plan, "batch", "ai-deferrable").series.servedMw, [10, 3.75]);
  });

  it("the cap of all jobs is on what is drawn", () => {
    // Under 5 MW uncapped jobs do 10 MWh of work; throttled ones all 16.
    const assets = [gridAsset(), batch({ unmetUsdPerMwh: 500 }, { capMw: 5 })];
    const { totals } = readingOf(optimalPlan({ count: 2, assets }), "batch", "ai-deferrable");
    expect(totals.unservedMwh).toBeCloseTo(0, 9);
  });

  it("are refused with interruption, whose runs are counted at full power", () => {
    const site = { count: 2, assets: [gridAsset(), batch({ interruption: { lostHours: 1 } })] };
    expect(faultsOf(site).map(({ path }) => path)).toEqual(["assets[1].jobs[0].interruption"]);
  });

  it("go on after the plan with the work that is open", () => {
    const job = { deadline: "2026-07-14T04:00:00-05:00", energyFacilityMwh: 30 };
    const { endState, jobs } = readingOf(
      optimalPlan({ count: 2, assets: [gridAsset(), batch(job)] }),
      "batch",
      "ai-deferrable",
    );
    expect(endState.openMwh.training).toBeCloseTo(30 - jobs[0].servedMwh, 9);
  });
});

it("the threshold rule runs both at full power", () => {
  const site = { count: 2, assets: [gridAsset(), spot(), batch()] };
  expect(ruleOf(site, "spot").idle?.map(({ name }) => name)).toEqual(["throttledMw"]);
  expect(ruleOf(site, "batch").idle?.map(({ name }) => name)).toEqual(["throttledMw training"]);
});

it("any modes, worth and price: the best mixture of modes and rest, and never less than without modes", () => {
  const mode = fc.record({ powerMw: fc.integer({ min: 1, max: 20 }), throughput: fc.integer({ min: 1, max: 20 }) });
  fc.assert(
    fc.property(
      fc.array(mode, { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 2, max: 300 }),
      fc.integer({ min: -50, max: 300 }).filter((usd) => Math.abs(usd) > 1),
      (modes, worth, price) => {
        const assets = [
          gridAsset({ importPriceUsdPerMwh: price }),
          spot({ powerModes: modes, revenueUsdPerFacilityMwh: worth }),
        ];
        const plan = optimalPlan({ count: 1, assets });
        const most = Math.max(...modes.map(({ powerMw }) => powerMw));
        const best = Math.max(...modes.map(({ throughput }) => throughput));
        // Full power does all the work, with its modes or without.
        const values = [
          0,
          worth - price,
          ...modes.map((m) => (worth * m.throughput) / best - (price * m.powerMw) / most),
        ];
        expect(plan.objectiveUsd).toBeCloseTo(-10 * Math.max(...values), 6);
      },
    ),
    { seed: 20261201, numRuns: runs(400, 40) },
  );
});
