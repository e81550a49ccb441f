import { describe, expect, it } from "vitest";
import { buildSite } from "../../../src/plan/build-site.ts";
import {
  batteryAsset,
  expectSeries,
  firmAsset,
  fleetAsset,
  gridAsset,
  HASHPRICE_FOR_100,
  optimalPlan,
  planOf,
  readingOf,
  renewableAsset,
  usdOf,
} from "../../support/plans.ts";

describe("energy at the meter", () => {
  it("imports more than the bus receives, and adders are paid on the metered MWh", () => {
    // 9 MW at the bus, 10 % lost: 10 MW at the meter. 10 x 50 + 10 x 8 = 580; a MWh at the bus costs 58 / 0.9.
    const plan = optimalPlan({
      count: 1,
      assets: [gridAsset({ lossFraction: 0.1, importAdderUsdPerMwh: 8, emissionTPerMwh: 0.4 }), firmAsset(9)],
    });
    const { series, totals, netBusMw, importCo2T } = readingOf(plan, "grid", "grid");
    expectSeries(series.importMw, [10]);
    expectSeries(netBusMw, [9]);
    expect(totals.co2T).toBeCloseTo(4, 9);
    expectSeries(importCo2T as Float64Array, [4]);
    expect(usdOf(plan, "import energy", "cash")).toBeCloseTo(500, 7);
    expect(usdOf(plan, "import adders", "cash")).toBeCloseTo(80, 7);
    expect(plan.prices.powerUsdPerMwh[0]).toBeCloseTo(58 / 0.9, 7);
  });

  it("exports less than the bus gives, at the price less the fee", () => {
    // 20 MW of sun, 2 MW of load: 18 MW from the bus, 16.2 MW at the meter, x (30 - 5) = 405 earned.
    const assets = [
      gridAsset({ lossFraction: 0.1, exportLimitMw: 100, exportPriceUsdPerMwh: 30, exportFeeUsdPerMwh: 5 }),
      firmAsset(2),
      renewableAsset(20),
    ];
    const plan = optimalPlan({ count: 1, assets });
    expectSeries(readingOf(plan, "grid", "grid").series.exportMw, [16.2]);
    expect(plan.objectiveUsd).toBeCloseTo(-405, 7);
    expect(usdOf(plan, "export energy")).toBeCloseTo(-486, 7);
    expect(usdOf(plan, "export fees")).toBeCloseTo(81, 7);
  });

  it("pays by the hour, not by the interval", () => {
    // 10 MW for four quarters of an hour: 10 MWh x 50.
    const plan = optimalPlan({ count: 4, intervalMinutes: 15, assets: [gridAsset(), firmAsset(10)] });
    expect(plan.objectiveUsd).toBeCloseTo(500, 7);
    expect(readingOf(plan, "grid", "grid").totals.importMwh).toBeCloseTo(10, 9);
  });
});

describe("one meter", () => {
  const both = (exportPriceUsdPerMwh: number) => ({
    count: 1,
    assets: [
      gridAsset({ importLimitMw: 10, exportLimitMw: 10, importPriceUsdPerMwh: 10, exportPriceUsdPerMwh }),
      firmAsset(5),
    ],
  });

  it("does not buy and sell at once, though that would pay", () => {
    // With i - e = 5 and i/10 + e/10 <= 1: cost 10 i - 20 e = 50 - 10 e, e at most 2.5, so 25. Keeping the rule costs
    // 50.
    const plan = optimalPlan(both(20));
    expect(plan.objectiveUsd).toBeCloseTo(50, 7);
    expect(plan.branching).toMatchObject({
      boundUsd: expect.closeTo(50, 7) as number,
      relativeGap: 0,
      directionsFixed: 1,
    });
    const { importMw, exportMw } = readingOf(plan, "grid", "grid").series;
    expect([importMw[0], exportMw[0]]).toEqual([expect.closeTo(5, 9), 0]);
  });

  it("prices of fixed directions say so, and give the export limit no worth in an hour that imports", () => {
    const { prices } = optimalPlan(both(20));
    expect(prices.label).toBe("directions fixed");
    expect(prices.limits.map(({ limit, value }) => [limit, ...value])).toEqual([
      ["importLimitMw", 0],
      ["exportLimitMw", 0],
    ]);
    expect(optimalPlan(both(5)).prices).not.toHaveProperty("label");
  });

  it("at equal prices a plan that keeps the rule is found", () => {
    const plan = optimalPlan(both(10));
    const { importMw, exportMw } = readingOf(plan, "grid", "grid").series;
    expect(Math.min(importMw[0], exportMw[0])).toBeLessThanOrEqual(1e-6);
    expect(plan.objectiveUsd).toBeCloseTo(50, 7);
  });
});

describe("demand charge", () => {
  const demandCharge = { usdPerMwMonth: 1000 };

  it("charges the month's highest import once, whatever the number of intervals", () => {
    // 10 and 20 MW: 30 MWh x 50 + 20 MW x 1000.
    const plan = optimalPlan({ count: 2, assets: [gridAsset({ demandCharge }), firmAsset([10, 20])] });
    expect(plan.objectiveUsd).toBeCloseTo(21_500, 5);
    const [peak] = readingOf(plan, "grid", "grid").peaks;
    expect(peak).toMatchObject({
      month: "2026-07",
      alreadySetMw: 0,
      at: ["2026-07-14T01:00:00-05:00"],
      usdPerMw: 1000,
    });
    expect(peak.peakMw).toBeCloseTo(20, 9);
    expect(plan.endState.grid).toEqual({ peakMw: { "2026-07": peak.peakMw } });
    const line = plan.ledger.lines.find(({ item }) => item === "demand charge 2026-07");
    expect(line?.usdByInterval).toBeUndefined();
    expect(plan.notices.join()).toContain("without its peakMw in initialState");
  });

  it("charges the full rate on the part above the peak already set, and tells that peak beside the objective", () => {
    const initialState = { grid: { peakMw: { "2026-07": 15, "2026-06": 99 } } };
    const plan = optimalPlan({ count: 2, initialState, assets: [gridAsset({ demandCharge }), firmAsset([10, 20])] });
    expect(usdOf(plan, "demand charge 2026-07", "cash")).toBeCloseTo(5000, 6);
    expect(plan.objectiveUsd).toBeCloseTo(1500 + 5000, 6);
    expect(plan.alreadySetUsd).toBeCloseTo(15_000, 6);
    expect(plan.ledger.alreadySet).toEqual([{ asset: "grid", item: "demand charge 2026-07", usd: 15_000 }]);
    expect(plan.endState.grid).toMatchObject({ peakMw: { "2026-06": 99 } });
    expect(plan.notices).toEqual([]);
  });

  it.each([
    // Mining earns 100 - 50 per MWh; another MW of peak costs 120. Two hours earn 100, three earn 150.
    { count: 2, intervalMinutes: 60, miningMw: 5 },
    { count: 8, intervalMinutes: 15, miningMw: 5 },
    { count: 3, intervalMinutes: 60, miningMw: 10 },
    { count: 12, intervalMinutes: 15, miningMw: 10 },
  ])(
    "mining fills the peak already set, and goes above it only where its hours pay for it: $count x " +
      "$intervalMinutes min",
    ({ count, intervalMinutes, miningMw }) => {
      const assets = [gridAsset({ demandCharge: { usdPerMwMonth: 120 } }), firmAsset(10), fleetAsset()];
      const plan = optimalPlan({
        count,
        intervalMinutes,
        assets,
        hashpriceUsdPerPhDay: HASHPRICE_FOR_100,
        initialState: { grid: { peakMw: { "2026-07": 15 } } },
      });
      expectSeries(readingOf(plan, "rigs", "mining-fleet").series.powerMw, new Array<number>(count).fill(miningMw));
    },
  );

  it("each month has its own peak", () => {
    // Two hours of July at 10 MW, two of August at 20: (10 + 20) x 1000 and 60 MWh x 50.
    const plan = optimalPlan({
      count: 4,
      start: "2026-07-31T22:00:00-05:00",
      assets: [gridAsset({ demandCharge }), firmAsset([10, 10, 20, 20])],
    });
    expect(plan.objectiveUsd).toBeCloseTo(33_000, 5);
    expect(readingOf(plan, "grid", "grid").peaks.map(({ month }) => month)).toEqual(["2026-07", "2026-08"]);
    expect(plan.endState.grid).toEqual({ peakMw: { "2026-07": 10, "2026-08": 20 } });
  });

  it("prorates by the hours of the month only on request", () => {
    // July has 744 hours, so 2 hours of a rate of 744,000 are 2,000 per MW.
    const charge = (prorate: boolean) =>
      optimalPlan({
        count: 2,
        assets: [gridAsset({ demandCharge: { usdPerMwMonth: 744_000, prorate } }), firmAsset(10)],
      });
    expect(usdOf(charge(true), "demand charge 2026-07")).toBeCloseTo(20_000, 5);
    expect(usdOf(charge(false), "demand charge 2026-07")).toBeCloseTo(7_440_000, 3);
  });

  it("a net exporter has a peak of 0, not below", () => {
    const plan = optimalPlan({
      count: 2,
      assets: [
        gridAsset({ demandCharge, exportLimitMw: 50, exportPriceUsdPerMwh: 10 }),
        firmAsset(5),
        renewableAsset(20),
      ],
    });
    expect(readingOf(plan, "grid", "grid").peaks[0].peakMw).toBe(0);
    expect(plan.objectiveUsd).toBeCloseTo(-2 * 15 * 10, 6);
  });

  it("a battery shaves the peak down to the mean", () => {
    // 10 and 20 MW with 5 MW to shift: 15 in both hours, so 15 x 1000 + 30 x 50.
    const assets = [gridAsset({ demandCharge }), firmAsset([10, 20]), batteryAsset()];
    const plan = optimalPlan({ count: 2, assets, initialState: { bess: { storedMwh: 0 } } });
    expectSeries(readingOf(plan, "grid", "grid").series.importMw, [15, 15]);
    expect(plan.objectiveUsd).toBeCloseTo(16_500, 5);
  });
});

describe("as others see it", () => {
  const site = {
    count: 2,
    assets: [
      gridAsset({
        importLimitMw: [90, 0],
        importAdderUsdPerMwh: 4,
        exportLimitMw: 18,
        exportPriceUsdPerMwh: 30,
        exportFeeUsdPerMwh: 5,
        lossFraction: 0.1,
      }),
      firmAsset(1, { vollUsdPerMwh: 5000 }),
    ],
  };

  it("by its port: import and export, and what a MWh costs at the POI and at the bus", () => {
    const [connection, ...others] = buildSite(planOf(site)).ports.connections;
    expect(others).toEqual([]);
    expect(connection).toMatchObject({
      importMw: { name: "importMw" },
      exportMw: { name: "exportMw" },
      busMwPerMw: 0.9,
      hasEmissionFactor: false,
    });
    expect(connection.energyPriceUsdPerMwh[0]).toBe(50);
    expect(connection.busPriceUsdPerMwh?.[0]).toBeCloseTo(60, 9);
  });
});

describe("a connection that cannot import", () => {
  const { importPriceUsdPerMwh: _, ...priceless } = gridAsset({
    importLimitMw: 0,
    exportLimitMw: 8,
    exportPriceUsdPerMwh: 30,
  });

  it("needs no import price", () => {
    // 10 MW of sun, 3 MW of load: 7 MW at 30.
    const plan = optimalPlan({ count: 2, assets: [priceless, firmAsset(3), renewableAsset(10)] });
    expect(plan.objectiveUsd).toBeCloseTo(-2 * 7 * 30, 9);
    expect(readingOf(plan, "grid", "grid").bill.map(({ item }) => item)).toEqual(["export energy"]);
  });

  it("gives the site no mean import price: a store's end is worth that of the connection that can", () => {
    const { end: __, ...ruleless } = batteryAsset();
    const plan = optimalPlan({
      count: 1,
      assets: [priceless, gridAsset({ name: "feeder", importPriceUsdPerMwh: 40 }), firmAsset(3), ruleless],
      initialState: { bess: { storedMwh: 1 } },
    });
    expect(plan.notices.join()).toContain("worth 40.00 USD/MWh");
  });
});
