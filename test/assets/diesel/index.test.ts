import { describe, expect, it } from "vitest";
import {
  dieselAsset,
  expectSeries,
  faultsOf,
  firmAsset,
  fleetAsset,
  gridAsset,
  HASHPRICE_FOR_100,
  optimalPlan,
  readingOf,
  ruleOf,
  usdOf,
} from "../../support/plans.ts";

const noGrid = gridAsset({ importLimitMw: 0 });

describe("fuel and money", () => {
  it("burns 263.7 L/MWh: slope 248.7 and intercept 15 at full load", () => {
    // 6 MW for two hours: 12 MWh, 3164.4 L at 1 USD, 12 x 20 O&M; CO2 2.69 kg/L; 2 MW sets: 6 set-hours.
    const plan = optimalPlan({ count: 2, assets: [noGrid, firmAsset(6), dieselAsset()] });
    const { totals, series, backup, asRun } = readingOf(plan, "gensets", "diesel");
    expectSeries(series.powerMw, [6, 6]);
    expectSeries(series.fuelL, [1582.2, 1582.2], 1e-3);
    expect(series.tankL).toBeUndefined();
    expect(totals.fuelL).toBeCloseTo(3164.4, 6);
    expect(totals.unitHours).toBeCloseTo(6, 9);
    expect(totals.co2T).toBeCloseTo(8.512236, 6);
    expect(usdOf(plan, "diesel fuel", "cash")).toBeCloseTo(3164.4, 6);
    expect(usdOf(plan, "diesel O&M", "cash")).toBeCloseTo(240, 6);
    expect(backup?.costUsd).toBeCloseTo(3404.4, 6);
    // Three full sets burn what the program says.
    expect(asRun.fuelL).toBeCloseTo(3164.4, 6);
    expectSeries(series.setsAsRun, [3, 3]);
  });

  it("as run: whole sets burn more than the program's curve, and minimum load is reported", () => {
    // 2.5 MW by two sets: 248.7 x 2.5 + 15 x 4 = 681.75 L, the program says 659.25. 0.5 MW: one set under 0.6 MW,
    // 124.35 + 30 = 154.35 L against 131.85.
    const { asRun, totals } = readingOf(
      optimalPlan({ count: 2, assets: [noGrid, firmAsset([2.5, 0.5]), dieselAsset()] }),
      "gensets",
      "diesel",
    );
    expect(asRun.fuelL).toBeCloseTo(681.75 + 154.35, 6);
    expect(totals.fuelL).toBeCloseTo(659.25 + 131.85, 6);
    expect(asRun).toMatchObject({ unitHours: 3, hours: 2, starts: 2, intervalsUnderMinLoad: 1 });
  });
});

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

  it.each([
    // Figures that do not add up exactly in doubles: without care -1e-13 L are left, or 1e-16 set-hours too many used.
    [{ tankL: 100 }, "fuelL", 0],
    [{ tankL: 174.6 }, "fuelL", 0],
    [{ tankL: 1592 }, "fuelL", 0],
    [{ unitHoursCap: 1.48 }, "unitHoursUsed", 1.48],
    [{ unitHoursCap: 3.04 }, "unitHoursUsed", 3.04],
    [{ unitHoursCap: 7.85 }, "unitHoursUsed", 7.85],
  ])("used up %o, the end state is one the next plan takes", (limits, field, wanted) => {
    const sets = "tankL" in limits ? {} : { unitMw: 0.7, sets: 9 };
    const site = {
      count: 7,
      assets: [noGrid, firmAsset(3, { vollUsdPerMwh: 1000 }), dieselAsset({ ...sets, ...limits })],
    };
    const { endState } = optimalPlan(site);
    expect((endState.gensets as Record<string, number>)[field]).toBeCloseTo(wanted, 9);
    expect(faultsOf({ ...site, initialState: endState })).toEqual([]);
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

  it("says where whole sets would burn or run more than there is left", () => {
    // 2.5 MW by two sets of 2 MW: 681.75 L and 2 set-hours as run, 659.25 L and 1.25 by the program.
    const notices = (fields: Record<string, unknown>, state: Record<string, unknown>) =>
      optimalPlan({
        count: 1,
        initialState: { gensets: state },
        assets: [noGrid, firmAsset(2.5), dieselAsset(fields)],
      }).notices.filter((notice) => !notice.includes("by default"));
    expect(notices({ tankL: 9000 }, { fuelL: 681.8 })).toEqual([]);
    expect(notices({ tankL: 9000 }, { fuelL: 681.7 })).toEqual([
      "gensets: as run, whole sets take 681.8 L; there are 681.7.",
    ]);
    expect(notices({ unitHoursCap: 5 }, { unitHoursUsed: 3 })).toEqual([]);
    expect(notices({ unitHoursCap: 5 }, { unitHoursUsed: 3.5 })).toEqual([
      "gensets: as run, whole sets take 2.0 set-hours; there are 1.5.",
    ]);
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

  it("refuses states that contradict the tank or the cap", () => {
    const paths = (fields: Record<string, unknown>, state: Record<string, unknown>) =>
      faultsOf({ count: 1, initialState: { gensets: state }, assets: [noGrid, dieselAsset(fields)] }).map(
        ({ path }) => path,
      );
    expect(paths({ tankL: 100 }, { fuelL: 100 })).toEqual([]);
    expect(paths({}, { fuelL: 100 })).toEqual(["assets[1].tankL"]);
    expect(paths({ tankL: 100 }, { fuelL: 101 })).toEqual(["initialState.gensets.fuelL"]);
    expect(paths({ unitHoursCap: 5 }, { unitHoursUsed: 6 })).toEqual(["initialState.gensets.unitHoursUsed"]);
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

describe("under the threshold rule", () => {
  it("is backup that remembers its tank and its hours", () => {
    // 6 MWh of fuel; 20 MW of sets in half-hours: 20 MW for... 12 MW is what 6 MWh give in half an hour.
    const [flow] = ruleOf(
      {
        count: 2,
        intervalMinutes: 30,
        assets: [noGrid, firmAsset(1), dieselAsset({ tankL: 6 * 263.7, unitHoursCap: 100 })],
      },
      "gensets",
    ).flows;
    expect(flow.role).toBe("backup");
    expect(flow.reachMw(0)).toBeCloseTo(12, 9);
    flow.tookMw?.(0, 8);
    expect(flow.reachMw(1)).toBeCloseTo(4, 9);
    expect(flow.fixes.map(({ columns, value }) => [columns.name, value(1, 3)])).toEqual([["powerMw", 3]]);
    const [capped] = ruleOf(
      { count: 1, assets: [noGrid, firmAsset(1), dieselAsset({ unitHoursCap: 1.5 })] },
      "gensets",
    ).flows;
    expect(capped.reachMw(0)).toBeCloseTo(3, 9);
  });
});
