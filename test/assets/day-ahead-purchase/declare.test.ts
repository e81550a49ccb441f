import { describe, expect, it } from "vitest";
import { expectSeries, faultsOf, firmAsset, gridAsset, optimalPlan, readingOf, usdOf } from "../../support/plans.ts";

const purchase = (fields: Readonly<Record<string, unknown>> = {}) => ({
  kind: "day-ahead-purchase",
  name: "day-ahead",
  priceUsdPerMwh: 50,
  limitMw: 20,
  ...fields,
});

describe("a day-ahead purchase with known prices", () => {
  it("is made where the day-ahead price is lower, and its surplus is sold at the import price", () => {
    // 10 MW of load. Hour 1: 20 MW bought at 50 for a price of 60, 10 MW too much: 20 (50 - 60) + 10 x 60 = 400.
    // Hour 2: nothing is bought, 10 x 40 = 400.
    const plan = optimalPlan({
      count: 2,
      assets: [gridAsset({ importPriceUsdPerMwh: [60, 40] }), firmAsset(10), purchase()],
    });
    const { series, totals } = readingOf(plan, "day-ahead", "day-ahead-purchase");
    expectSeries(series.boughtMw, [20, 0]);
    expectSeries(series.surplusMw, [10, 0]);
    expectSeries(series.shortfallMw, [0, 10]);
    expect(totals).toEqual({ boughtMwh: 20, shortfallMwh: 10, surplusMwh: 10 });
    expect(plan.objectiveUsd).toBeCloseTo(800, 9);
    expect(usdOf(plan, "day-ahead energy")).toBeCloseTo(1000, 9);
    expect(usdOf(plan, "settled at the import price")).toBeCloseTo(-1200, 9);
  });

  it("covers the load and no more where a surplus or a shortfall costs more than the spread", () => {
    // A surplus earns 60 - 11 - 50 = -1. A shortfall costs 40 + 11 = 51 where the day-ahead price is 50.
    const plan = optimalPlan({
      count: 2,
      assets: [
        gridAsset({ importPriceUsdPerMwh: [60, 40] }),
        firmAsset(10),
        purchase({ surplusUsdPerMwh: 11, shortfallUsdPerMwh: 11 }),
      ],
    });
    expectSeries(readingOf(plan, "day-ahead", "day-ahead-purchase").series.boughtMw, [10, 10]);
    expect(plan.objectiveUsd).toBeCloseTo(1000, 9);
  });

  it("has cleared already: the imbalance is paid on what differs", () => {
    // 4 MW too little: 15 x 50 + 4 x (40 + 5) - ... = 11 x 50 + 4 x 45 = 730.
    const plan = optimalPlan({
      count: 1,
      assets: [
        gridAsset({ importPriceUsdPerMwh: 40 }),
        firmAsset(15),
        purchase({ boughtMw: 11, shortfallUsdPerMwh: 5, surplusUsdPerMwh: 5 }),
      ],
    });
    expect(plan.objectiveUsd).toBeCloseTo(730, 9);
    expect(usdOf(plan, "day-ahead imbalance")).toBeCloseTo(20, 9);
  });

  it.each([
    ["before", 0],
    ["after", 1],
  ])("is settled against what contracts leave, the contract being listed %s it", (_words, place) => {
    // 6 of 15 MW come from the block; 9 MW are bought the day before at 30 for 40, none more: a surplus loses 1.
    const block = {
      kind: "power-purchase",
      name: "block",
      volumeMw: 6,
      terms: { shape: "pay-as-produced", paid: "if-taken", priceUsdPerMwh: 10 },
    };
    const assets: Readonly<Record<string, unknown>>[] = [
      gridAsset({ importPriceUsdPerMwh: 40 }),
      firmAsset(15),
      purchase({ priceUsdPerMwh: 30, surplusUsdPerMwh: 11 }),
    ];
    const plan = optimalPlan({ count: 1, assets: assets.toSpliced(place === 0 ? 2 : 3, 0, block) });
    expectSeries(readingOf(plan, "day-ahead", "day-ahead-purchase").series.boughtMw, [9]);
    expect(plan.objectiveUsd).toBeCloseTo(60 + 270, 9);
  });

  it("shares the imbalance of its connection with other purchases, which must have the same fees", () => {
    const other = purchase({ name: "second", priceUsdPerMwh: 45, limitMw: 4, surplusUsdPerMwh: 11 });
    const site = (fields: Readonly<Record<string, unknown>>) => ({
      count: 1,
      assets: [gridAsset({ importPriceUsdPerMwh: 55 }), firmAsset(10), purchase(fields), other],
    });
    // 4 MW at 45 and 6 MW at 50.
    expect(optimalPlan(site({ surplusUsdPerMwh: 11 })).objectiveUsd).toBeCloseTo(480, 9);
    expect(faultsOf(site({})).map(({ path }) => path)).toEqual(["assets[3].shortfallUsdPerMwh"]);
  });

  it("names a connection that the plan has", () => {
    expect(faultsOf({ count: 1, assets: [gridAsset(), purchase({ connection: "gird" })] })[0].path).toBe(
      "assets[1].connection",
    );
  });
});
