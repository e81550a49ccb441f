import { expect, it } from "vitest";
import { expectSeries, firmAsset, gridAsset, optimalPlan, readingOf } from "../../support/plans.ts";

it("reads energy of half hours, and has no power at the site bus", () => {
  const plan = optimalPlan({
    count: 2,
    intervalMinutes: 30,
    assets: [
      gridAsset({ importPriceUsdPerMwh: 60 }),
      firmAsset(10),
      { kind: "day-ahead-purchase", name: "day-ahead", priceUsdPerMwh: 50, limitMw: [4, 16] },
    ],
  });
  const { netBusMw, totals, role } = readingOf(plan, "day-ahead", "day-ahead-purchase");
  expect(role).toBe("contract");
  expectSeries(netBusMw, [0, 0]);
  expect(totals).toEqual({ boughtMwh: 10, shortfallMwh: 3, surplusMwh: 3 });
});
