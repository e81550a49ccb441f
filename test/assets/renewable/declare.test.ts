import { describe, expect, it } from "vitest";
import {
  expectSeries,
  firmAsset,
  gridAsset,
  optimalPlan,
  readingOf,
  renewableAsset,
  resultOf,
  usdOf,
} from "../../support/plans.ts";

describe("renewable", () => {
  it.each([
    // 15 MW too many for half an hour and export at -4 USD/MWh: curtailing at 3 is cheaper, at 7 it is not.
    { curtailmentUsdPerMwh: 3, curtailedMw: 15, costUsd: 22.5 },
    { curtailmentUsdPerMwh: 7, curtailedMw: 0, costUsd: 30 },
  ])(
    "weighs the price of curtailment ($curtailmentUsdPerMwh) against a negative export price",
    ({ curtailmentUsdPerMwh, curtailedMw, costUsd }) => {
      const assets = [
        gridAsset({ exportLimitMw: 100, exportPriceUsdPerMwh: -4 }),
        firmAsset(5),
        renewableAsset(20, { curtailmentUsdPerMwh }),
      ];
      const plan = optimalPlan({ count: 1, intervalMinutes: 30, assets });
      expectSeries(readingOf(plan, "solar", "renewable").series.curtailedMw, [curtailedMw]);
      expect(plan.objectiveUsd).toBeCloseTo(costUsd, 7);
      expect(usdOf(plan, "curtailment", "cash")).toBeCloseTo(0.5 * curtailedMw * curtailmentUsdPerMwh, 7);
    },
  );

  it("yields to a grid that pays for taking its power", () => {
    // Import at -10 earns 50; a used MWh of sun would forgo 10.
    const plan = optimalPlan({
      count: 1,
      assets: [gridAsset({ importPriceUsdPerMwh: -10 }), firmAsset(5), renewableAsset(20)],
    });
    expectSeries(readingOf(plan, "solar", "renewable").series.usedMw, [0]);
    expect(plan.objectiveUsd).toBeCloseTo(-50, 9);
  });

  it("is used before the grid, hour by hour and by the hour", () => {
    // Half-hours: 5 MW of load, 2 and 8 MW of sun: (3 + 0) MW x 0.5 h x 50.
    const plan = optimalPlan({
      count: 2,
      intervalMinutes: 30,
      assets: [gridAsset(), firmAsset(5), renewableAsset(10, { availability: [0.2, 0.8] })],
    });
    expectSeries(readingOf(plan, "solar", "renewable").series.usedMw, [2, 5]);
    expect(plan.objectiveUsd).toBeCloseTo(75, 9);
    // One more MW of sun saves 50 USD/MWh while it is short and nothing afterwards.
    expectSeries(plan.prices.limits.find(({ limit }) => limit === "availability")?.value as Float64Array, [50, 0]);
  });
});

describe("a least share that must be taken", () => {
  // 50 MW of sun sold at -100, -1, 1 and 100 USD/MWh (energy-py-linear, tests/assets/test_renewable_generator.py).
  const sold = (leastShare: unknown) =>
    optimalPlan({
      count: 4,
      assets: [
        gridAsset({ importLimitMw: 0, exportLimitMw: 100, exportPriceUsdPerMwh: [-100, -1, 1, 100] }),
        renewableAsset(50, { leastShare }),
      ],
    });

  it.each([
    { leastShare: 0, usedMw: [0, 0, 50, 50] },
    { leastShare: 0.5, usedMw: [25, 25, 50, 50] },
    { leastShare: 1, usedMw: [50, 50, 50, 50] },
    { leastShare: [1, 0.1, 0, 0], usedMw: [50, 5, 50, 50] },
  ])("of $leastShare uses $usedMw", ({ leastShare, usedMw }) => {
    const plan = sold(leastShare);
    expectSeries(readingOf(plan, "solar", "renewable").series.usedMw, usedMw);
    expect(plan.objectiveUsd).toBeCloseTo(100 * usedMw[0] + usedMw[1] - usedMw[2] - 100 * usedMw[3], 6);
  });

  it("that finds no load makes the plan infeasible, and is named with its power", () => {
    const result = resultOf({
      count: 1,
      assets: [firmAsset(5), renewableAsset(40, { availability: 0.5, leastShare: 0.5 })],
    });
    if (result.status !== "infeasible") throw new Error(result.status);
    expect(result.detail).toContain("leastShare");
    expect(result.conflicts[0].neededBy).toContainEqual(
      expect.objectContaining({ asset: "solar", limit: "leastShare", value: 10 }),
    );
  });
});
