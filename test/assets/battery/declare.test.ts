import { describe, expect, it } from "vitest";
import { runPlan } from "../../../src/plan/run-plan.ts";
import {
  batteryAsset,
  expectSeries,
  firmAsset,
  gridAsset,
  optimalPlan,
  planOf,
  readingOf,
  resultOf,
  usdOf,
} from "../../support/plans.ts";

const stored = (storedMwh: number) => ({ bess: { storedMwh } });

const lossy = { chargeEfficiency: 0.9, dischargeEfficiency: 0.9 };

describe("energy in and out", () => {
  it("loses power on the way in and on the way out", () => {
    // 5 MW charged at 20 stores 4.5 MWh, which give 4.05 MW at 120: 15 x 20 + 5.95 x 120 = 1014. A MWh in store after
    // the first hour would save 0.9 x 120 = 108.
    const assets = [gridAsset({ importPriceUsdPerMwh: [20, 120] }), firmAsset(10), batteryAsset(lossy)];
    const plan = optimalPlan({ count: 2, assets, initialState: stored(0) });
    const { series, totals, netBusMw } = readingOf(plan, "bess", "battery");
    expectSeries(series.chargeMw, [5, 0]);
    expectSeries(series.dischargeMw, [0, 4.05]);
    expectSeries(series.storedMwh, [4.5, 0]);
    expectSeries(netBusMw, [-5, 4.05]);
    expect(series.storedValueUsdPerMwh[0]).toBeCloseTo(108, 6);
    expect(plan.objectiveUsd).toBeCloseTo(1014, 6);
    expect(totals).toMatchObject({ initialMwh: 0, endMwh: 0 });
    expect(plan.endState).toMatchObject({ bess: { storedMwh: 0 } });
  });

  it("never gives more than both efficiencies leave: sum d <= ec ed sum c + ed (E0 - E_end)", () => {
    // Prices that invite cycling all day; in each hour the store alone feeds the discharge.
    const importPriceUsdPerMwh = Array.from({ length: 24 }, (_, t) => (t % 6 < 3 ? 10 : 200));
    const assets = [
      gridAsset({ importPriceUsdPerMwh }),
      firmAsset(10),
      batteryAsset({ chargeEfficiency: 0.95, dischargeEfficiency: 0.8, maxStoredMwh: 12 }),
    ];
    const { totals } = readingOf(optimalPlan({ count: 24, assets, initialState: stored(6) }), "bess", "battery");
    expect(totals.chargedMwh).toBeGreaterThan(30);
    expect(totals.dischargedMwh).toBeCloseTo(
      0.95 * 0.8 * totals.chargedMwh + 0.8 * (totals.initialMwh - totals.endMwh),
      6,
    );
  });

  it("stays in its window", () => {
    // 2.7 MWh above the floor of 1 hold 3 MW charged for an hour: 13 x 20 + (10 - 2.43) x 120.
    const assets = [
      gridAsset({ importPriceUsdPerMwh: [20, 120] }),
      firmAsset(10),
      batteryAsset({ ...lossy, minStoredMwh: 1, maxStoredMwh: 3.7 }),
    ];
    const plan = optimalPlan({ count: 2, assets, initialState: stored(1) });
    expectSeries(readingOf(plan, "bess", "battery").series.storedMwh, [3.7, 1]);
    expect(plan.objectiveUsd).toBeCloseTo(260 + 7.57 * 120, 6);
  });

  it("loses its share by the hour, whatever the interval", () => {
    // 19 % an hour is a factor 0.9 in half an hour: 10, 9, 8.1.
    const assets = [
      gridAsset(),
      firmAsset(1),
      batteryAsset({ chargeLimitMw: 0, dischargeLimitMw: 0, selfDischargePerHour: 0.19 }),
    ];
    const { series } = readingOf(
      optimalPlan({ count: 2, intervalMinutes: 30, assets, initialState: stored(10) }),
      "bess",
      "battery",
    );
    expectSeries(series.storedMwh, [9, 8.1]);
  });

  it("stores power times hours", () => {
    // Four quarters of an hour at 5 MW are 5 MWh.
    const assets = [
      gridAsset({ importPriceUsdPerMwh: 10 }),
      firmAsset(1),
      batteryAsset({ end: { rule: "value", usdPerMwh: 99 } }),
    ];
    const { series } = readingOf(
      optimalPlan({ count: 4, intervalMinutes: 15, assets, initialState: stored(0) }),
      "bess",
      "battery",
    );
    expectSeries(series.storedMwh, [1.25, 2.5, 3.75, 5]);
  });
});

describe("end rules", () => {
  // One hour at 50, 20 MW of load, 10 MWh in store, 80 % on the way out: all of it would save 8 x 50 = 400 of 1000.
  const end = (rule: unknown) =>
    optimalPlan({
      count: 1,
      initialState: stored(10),
      assets: [gridAsset(), firmAsset(20), batteryAsset({ dischargeLimitMw: 20, dischargeEfficiency: 0.8, end: rule })],
    });

  it.each([
    { rule: { rule: "free" }, endMwh: 0, usd: 600 },
    { rule: { rule: "at-least", storedMwh: 6 }, endMwh: 6, usd: 840 },
    { rule: { rule: "cyclic" }, endMwh: 10, usd: 1000 },
    { rule: { rule: "value", usdPerMwh: 45 }, endMwh: 10, usd: 1000 },
    // Worth 35 in store and 40 at the bus: given, with 350 of worth less at the end.
    { rule: { rule: "value", usdPerMwh: 35 }, endMwh: 0, usd: 950 },
  ])("$rule ends with $endMwh MWh", ({ rule, endMwh, usd }) => {
    const plan = end(rule);
    expect(readingOf(plan, "bess", "battery").totals.endMwh).toBeCloseTo(endMwh, 9);
    expect(plan.objectiveUsd).toBeCloseTo(usd, 6);
  });

  it("cyclic ends neither below nor above where it began", () => {
    // At -30 filling up would earn 150.
    const assets = [
      gridAsset({ importPriceUsdPerMwh: -30 }),
      firmAsset(20),
      batteryAsset({ dischargeLimitMw: 0, end: { rule: "cyclic" } }),
    ];
    const plan = optimalPlan({ count: 1, initialState: stored(10), assets });
    expect(readingOf(plan, "bess", "battery").totals.endMwh).toBeCloseTo(10, 9);
    expect(plan.objectiveUsd).toBeCloseTo(-600, 6);
  });

  it.each([
    { fields: { end: { rule: "at-least", storedMwh: 20 } }, limit: "end" },
    { fields: { end: { rule: "cyclic" }, selfDischargePerHour: 0.4 }, limit: "end" },
    { fields: { minStoredMwh: 10, selfDischargePerHour: 0.4 }, limit: "minStoredMwh" },
  ])("one that cannot be kept is named by its field: $fields", ({ fields, limit }) => {
    // At most 1 MWh can be charged; 10 are in store.
    const result = resultOf({
      count: 1,
      initialState: stored(10),
      assets: [gridAsset(), batteryAsset({ chargeLimitMw: 1, ...fields })],
    });
    if (result.status !== "infeasible") throw new Error(result.status);
    expect(result.conflicts[0].neededBy.map((need) => need.limit)).toEqual([limit]);
  });

  it("without a rule and at negative prices the end is worth 0, not less: no energy is wasted on purpose", () => {
    const { end: _, ...ruleless } = batteryAsset({ chargeLimitMw: 0 });
    const plan = optimalPlan({
      count: 2,
      assets: [gridAsset({ importPriceUsdPerMwh: [-60, 20] }), firmAsset(20), ruleless],
      initialState: stored(10),
    });
    // 5 MWh replace the power at 20; -60 is paid for importing all the while.
    expect(plan.objectiveUsd).toBeCloseTo(-1200 + 15 * 20, 6);
    expect(plan.notices.join()).toContain(
      "worth 0.00 USD/MWh (mean import price, not below 0: 0.00, x discharge efficiency)",
    );
  });
});

describe("a floor that varies in time", () => {
  it("holds energy before a storm and gives it in the outage", () => {
    // Power costs 10, 80, 50 and nothing is to be had in the fourth hour; 8 MWh must stand in store when it begins.
    // Floor 8 at the end of hours 1 to 3 forbids using the store at 80: without it the hour at 80 would be saved for 3
    // MWh.
    const assets = (minStoredMwh: unknown) => [
      gridAsset({ importLimitMw: [100, 100, 100, 0], importPriceUsdPerMwh: [10, 80, 50, 50] }),
      firmAsset([10, 10, 10, 5]),
      batteryAsset({ minStoredMwh }),
    ];
    const plan = optimalPlan({ count: 4, assets: assets([8, 8, 8, 1]), initialState: stored(8) });
    expectSeries(readingOf(plan, "bess", "battery").series.storedMwh, [13, 8, 8, 3]);
    // 15 x 10 + 5 x 80 + 10 x 50; with no floor 5 MWh are enough before the outage: the 3 MWh more save 3 x 50.
    expect(plan.objectiveUsd).toBeCloseTo(150 + 400 + 500, 6);
    expect(optimalPlan({ count: 4, assets: assets(0), initialState: stored(8) }).objectiveUsd).toBeCloseTo(
      150 + 400 + 350,
      6,
    );
  });
});

describe("a reserve that may be missed at a price", () => {
  // 10 MWh in store; the hours cost 60 and 20. What is given in the first hour is missed at its end; it is bought again
  // at 20.
  const plan = (missUsdPerMwhHour: number, intervalMinutes = 60) =>
    optimalPlan({
      count: 2,
      intervalMinutes,
      initialState: stored(10),
      assets: [
        gridAsset({ importPriceUsdPerMwh: [60, 20] }),
        firmAsset(10),
        batteryAsset({ reserve: { storedMwh: 10, missUsdPerMwhHour } }),
      ],
    });

  it("is missed where a MWh saves more: 60 - 20 = 40 against the price of an hour", () => {
    const missed = plan(39);
    expectSeries(readingOf(missed, "bess", "battery").series.reserveMissedMwh as Float64Array, [5, 0]);
    expect(missed.objectiveUsd).toBeCloseTo(5 * 60 + 15 * 20 + 5 * 39, 6);
    expect(usdOf(missed, "missed reserve of stored energy", "penalty")).toBeCloseTo(195, 6);
    expectSeries(readingOf(plan(41), "bess", "battery").series.storedMwh, [10, 10]);
  });

  it("is priced by the hour: missed for half an hour it costs half", () => {
    const missed = plan(79, 30);
    expectSeries(readingOf(missed, "bess", "battery").series.reserveMissedMwh as Float64Array, [2.5, 0]);
    expect(usdOf(missed, "missed reserve of stored energy")).toBeCloseTo(2.5 * 79 * 0.5, 6);
    expectSeries(readingOf(plan(81, 30), "bess", "battery").series.reserveMissedMwh as Float64Array, [0, 0]);
  });
});

describe("a price on energy held", () => {
  it("is on the energy at the end of each interval, by the hour", () => {
    // PyPSA's case with other figures: 3 MWh bought at 10 for the hours without supply, held 2 and then 1 MWh for an
    // hour.
    const assets = [
      gridAsset({ importLimitMw: [9, 0, 0], importPriceUsdPerMwh: 10 }),
      firmAsset(1),
      batteryAsset({ holdingUsdPerMwhHour: 0.5 }),
    ];
    const plan = optimalPlan({ count: 3, assets, initialState: stored(0) });
    expectSeries(readingOf(plan, "bess", "battery").series.storedMwh, [2, 1, 0]);
    expect(usdOf(plan, "energy held", "valuation")).toBeCloseTo(0.5 * (2 + 1), 9);
    expect(plan.objectiveUsd).toBeCloseTo(30 + 1.5, 9);
    const quarters = optimalPlan({ count: 3, intervalMinutes: 15, assets, initialState: stored(0) });
    expect(usdOf(quarters, "energy held")).toBeCloseTo(0.5 * 0.25 * (0.5 + 0.25), 9);
  });

  it("keeps energy from being bought before it is needed", () => {
    // The same price in both hours before the outage: bought in the second, held for one hour.
    const assets = [
      gridAsset({ importLimitMw: [9, 9, 0], importPriceUsdPerMwh: 10 }),
      firmAsset(2),
      batteryAsset({ holdingUsdPerMwhHour: 0.1 }),
    ];
    expectSeries(
      readingOf(optimalPlan({ count: 3, assets, initialState: stored(0) }), "bess", "battery").series.storedMwh,
      [0, 2, 0],
    );
  });
});

describe("wear", () => {
  it.each([
    // Buying at 50 to save 60 earns 10 a MWh.
    { wearUsdPerMwh: 12, dischargedMwh: 0 },
    { wearUsdPerMwh: 8, dischargedMwh: 5 },
  ])("of $wearUsdPerMwh USD/MWh is weighed against the spread", ({ wearUsdPerMwh, dischargedMwh }) => {
    const plan = optimalPlan({
      count: 2,
      initialState: stored(0),
      assets: [gridAsset({ importPriceUsdPerMwh: [50, 60] }), firmAsset(10), batteryAsset({ wearUsdPerMwh })],
    });
    expect(readingOf(plan, "bess", "battery").totals.dischargedMwh).toBeCloseTo(dischargedMwh, 9);
    expect(usdOf(plan, "battery wear", "valuation")).toBeCloseTo(dischargedMwh * wearUsdPerMwh, 6);
  });
});

describe("charging and discharging at once", () => {
  // The store is full, so charging only wastes: 0.9 c = d / 0.9. A linear program would do that, up to c = 5 / 1.81 by
  // the row c/5 + d/5 <= 1. Charging alone has no room, discharging alone loses pay for import: idle is best, at 10 x
  // price.
  const full = (importPriceUsdPerMwh: number) => ({
    count: 1,
    initialState: stored(10),
    assets: [gridAsset({ importPriceUsdPerMwh }), firmAsset(10), batteryAsset({ ...lossy, maxStoredMwh: 10 })],
  });

  it("is never planned to burn power at a negative price", () => {
    const unsettled = runPlan(planOf(full(-30)), { nodeLimit: 0 });
    expect(unsettled).toMatchObject({
      status: "branching-limit",
      brokenRules: [{ rule: "bess charges and discharges", interval: 0, aMw: expect.closeTo(5 / 1.81, 6) as number }],
    });
    const plan = optimalPlan(full(-30));
    expect(plan.objectiveUsd).toBeCloseTo(-300, 7);
    expect(readingOf(plan, "bess", "battery").totals).toMatchObject({ chargedMwh: 0, dischargedMwh: 0 });
  });

  it("never stands in an optimal plan at a price of 0, where it costs nothing", () => {
    const plan = optimalPlan({ ...full(0), count: 6 });
    const { chargeMw, dischargeMw } = readingOf(plan, "bess", "battery").series;
    for (let t = 0; t < 6; t++) expect(Math.min(chargeMw[t], dischargeMw[t])).toBeLessThanOrEqual(1e-6);
    expect(plan.objectiveUsd).toBeCloseTo(0, 9);
  });
});
