import { expect, it } from "vitest";
import { faultsOf, firmAsset, gridAsset, optimalPlan, usdOf } from "../../../support/plans.ts";
import { billOf } from "../../../support/tariffs.ts";

it("is the plan's share of the month, owed whatever the plan does", () => {
  // 2 of July's 744 hours: 2 of 744 USD a month, and 2 of 24 USD a day.
  const plan = optimalPlan({
    count: 2,
    assets: [gridAsset({ fixedCharge: { usdPerMonth: 744, usdPerDay: 24 } }), firmAsset(10)],
  });
  expect(usdOf(plan, "fixed charge 2026-07", "sunk")).toBeCloseTo(4, 9);
  expect(plan.ledger.usdByKind.cash).toBeCloseTo(1000, 6);
  expect(billOf(plan, "fixed charge")).toMatchObject([
    { month: "2026-07", part: "fixedCharge", kind: "sunk", usd: expect.closeTo(4, 9) },
  ]);
});

it("of a whole month is the month's, however long its clock makes it", () => {
  // November 2026 has 721 hours in Chicago, and 30 days.
  const plan = optimalPlan({
    count: 721,
    start: "2026-11-01T00:00:00-05:00",
    assets: [gridAsset({ fixedCharge: { usdPerMonth: 500, usdPerDay: 1 } }), firmAsset(1)],
  });
  expect(usdOf(plan, "fixed charge 2026-11")).toBeCloseTo(530, 7);
});

it("asks for an amount", () => {
  expect(faultsOf({ count: 1, assets: [gridAsset({ fixedCharge: {} }), firmAsset(1)] })).toMatchObject([
    { path: "assets[0].fixedCharge.usdPerMonth" },
  ]);
});
