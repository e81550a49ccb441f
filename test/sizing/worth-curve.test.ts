import { expect, it } from "vitest";
import { drain } from "../../src/solvers/budget/drain.ts";
import { curveSteps } from "../../src/sizing/worth-curve.ts";
import { gridAsset } from "../support/plans.ts";
import { chargedPerHour, sizedProgram, twoPrices } from "../support/sizing-cases.ts";

const SHARE = 2 / 8760;

it("has its points, the chosen size among them, by rising size", () => {
  const { built, columns } = sizedProgram(twoPrices, [
    chargedPerHour({ asset: "bess", size: "systemMwh", most: 20 }, 30),
  ]);
  const curve = drain(curveSteps(built, columns[0], 7, 3, SHARE, {}));
  expect(curve.map(({ size }) => size)).toEqual([0, 7, 10, 20]);
  // 1200 without a battery; a MWh costs 60 and saves 80, up to 10.
  [1200, 1060, 1000, 1600].forEach((usd, i) => expect(curve[i].totalUsd).toBeCloseTo(usd, 8));
  [0, 560, 800, 800].forEach((usd, i) => expect((curve[i].savedUsdPerYear ?? NaN) * SHARE).toBeCloseTo(usd, 8));
});

it("leaves the cost out where there is no plan, and counts savings from the first that is one", () => {
  const site = { count: 1, assets: [gridAsset(), { kind: "ai-firm", name: "ai", facilityMw: 10 }] };
  const { built, columns } = sizedProgram(site, [chargedPerHour({ asset: "grid", size: "importMw", most: 20 }, 30)]);
  const curve = drain(curveSteps(built, columns[0], 10, 3, 1 / 8760, {}));
  expect(curve[0]).toEqual({ size: 0 });
  expect(curve[1].savedUsdPerYear).toBe(0);
});
