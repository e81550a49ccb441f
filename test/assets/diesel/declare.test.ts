import { describe, expect, it } from "vitest";
import {
  dieselAsset,
  expectSeries,
  firmAsset,
  fleetAsset,
  gridAsset,
  HASHPRICE_FOR_100,
  optimalPlan,
  readingOf,
} from "../../support/plans.ts";

const noGrid = gridAsset({ importLimitMw: 0 });

describe("limits", () => {
  it("stops when the tank is empty, and prices the fuel", () => {
    // 1318.5 L are 5 of the 10 MWh wanted. One more litre gives 1/263.7 MWh that save 1000 - 283.7 each.
    const plan = optimalPlan({
      count: 2,
      assets: [noGrid, firmAsset(5, { vollUsdPerMwh: 1000 }), dieselAsset({ tankL: 1318.5 })],
    });
    const { series, totals } = readingOf(plan, "gensets", "diesel");
    expect(totals.energyMwh).toBeCloseTo(5, 8);
    expect((series.tankL as Float64Array)[1]).toBeCloseTo(0, 5);
    const price = plan.prices.limits.find(({ limit }) => limit === "tankL");
    expect(price).toMatchObject({ asset: "gensets", unit: "USD/L" });
    expectSeries(price?.value as Float64Array, [(1000 - 283.7) / 263.7]);
  });

  it("says what it took a missing state to be", () => {
    const notices = (gensets?: Record<string, number>) =>
      optimalPlan({
        count: 1,
        ...(gensets === undefined ? {} : { initialState: { gensets } }),
        assets: [gridAsset(), firmAsset(1), dieselAsset({ tankL: 900, unitHoursCap: 5 })],
      }).notices.filter((notice) => !notice.includes("by default"));
    expect(notices()).toEqual([
      "gensets: no fuelL in initialState; a full tank is taken.",
      "gensets: no unitHoursUsed in initialState; 0 is taken.",
    ]);
    expect(notices({ fuelL: 900, unitHoursUsed: 0 })).toEqual([]);
  });

  it("starts from the fuel the state gives", () => {
    const plan = optimalPlan({
      count: 1,
      initialState: { gensets: { fuelL: 527.4 } },
      assets: [noGrid, firmAsset(5, { vollUsdPerMwh: 1000 }), dieselAsset({ tankL: 9000 })],
    });
    expect(readingOf(plan, "gensets", "diesel").totals.energyMwh).toBeCloseTo(2, 8);
  });

  it("keeps the cap of set-hours, those used before included", () => {
    // Cap 3, one used: 2 set-hours of 2 MW sets are 4 MWh.
    const plan = optimalPlan({
      count: 2,
      initialState: { gensets: { unitHoursUsed: 1 } },
      assets: [noGrid, firmAsset(5, { vollUsdPerMwh: 1000 }), dieselAsset({ unitHoursCap: 3 })],
    });
    expect(readingOf(plan, "gensets", "diesel").totals.energyMwh).toBeCloseTo(4, 8);
    expect((plan.endState.gensets as { unitHoursUsed: number }).unitHoursUsed).toBeCloseTo(3, 8);
  });

  it("runs only where it is available, and no further than its sets", () => {
    // 20 MW of sets, half of them in the second hour, none in the third.
    const plan = optimalPlan({
      count: 3,
      assets: [noGrid, firmAsset(30, { vollUsdPerMwh: 1000 }), dieselAsset({ availability: [1, 0.5, 0] })],
    });
    expectSeries(readingOf(plan, "gensets", "diesel").series.powerMw, [20, 10, 0]);
  });
});

describe("never with export", () => {
  // 4 MW of load in an outage of the import, and export at 500: diesel would feed it.
  const site = (allowExport: boolean) => ({
    count: 1,
    assets: [
      gridAsset({ importLimitMw: 0, exportLimitMw: 10, exportPriceUsdPerMwh: 500 }),
      firmAsset(4),
      dieselAsset({ allowExport }),
    ],
  });

  it("unless the input allows it", () => {
    // P = 14, e = 10: 14 x 283.7 - 5000.
    const plan = optimalPlan(site(true));
    expect(plan.objectiveUsd).toBeCloseTo(14 * 283.7 - 5000, 6);
  });

  it("and else not, though it would pay", () => {
    // A linear program would: P = 4 + e, P/20 + e/10 <= 1, e = 0.8 / 0.15. Nothing but diesel feeds the load: P = 4, e
    // = 0.
    const plan = optimalPlan(site(false));
    expect(plan.objectiveUsd).toBeCloseTo(4 * 283.7, 6);
    // Settled as an either-or rule, not by prices: limits narrowed by the data may do it without a further program.
    expect(plan.branching).toBeDefined();
  });
});

describe("never with mining above standby", () => {
  // The import limit of 10 MW is 2 short of firm load; the fleet could draw 10 MW more.
  const site = (hashprice: number, allowMining = false) => ({
    count: 1,
    hashpriceUsdPerPhDay: hashprice,
    assets: [gridAsset({ importLimitMw: 10 }), firmAsset(12), fleetAsset(), dieselAsset({ allowMining })],
  });

  it("at a usual strike price by the prices alone", () => {
    const plan = optimalPlan(site(HASHPRICE_FOR_100));
    expectSeries(readingOf(plan, "gensets", "diesel").series.powerMw, [2]);
    expectSeries(readingOf(plan, "rigs", "mining-fleet").series.powerMw, [0]);
  });

  it("and by the rule where mining pays more than diesel costs", () => {
    // Strike 400 against 283.7. A linear program would: P = 2 + m, P/20 + m/10 <= 1, m = 0.9 / 0.15 = 6. Without diesel
    // 2 MW of firm load lack, so there is no mining: 10 x 50 + 2 x 283.7.
    const plan = optimalPlan(site(4 * HASHPRICE_FOR_100));
    expect(plan.objectiveUsd).toBeCloseTo(500 + 2 * 283.7, 6);
    expectSeries(readingOf(plan, "rigs", "mining-fleet").series.powerMw, [0]);
  });

  it("unless the input allows it", () => {
    const plan = optimalPlan(site(4 * HASHPRICE_FOR_100, true));
    expectSeries(readingOf(plan, "gensets", "diesel").series.powerMw, [12]);
    expectSeries(readingOf(plan, "rigs", "mining-fleet").series.powerMw, [10]);
  });
});
