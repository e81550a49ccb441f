import { expect, it } from "vitest";
import {
  expectSeries,
  faultsOf,
  firmAsset,
  gridAsset,
  optimalPlan,
  readingOf,
  renewableAsset,
  ruleOf,
} from "../../../support/plans.ts";
import { billOf, dayWithPeak } from "../../../support/tariffs.ts";

const touExportPrice = { usdPerMwh: { peak: 90, "off-peak": 30 }, weekday: dayWithPeak(1, 2), weekend: "off-peak" };
const site = (fields: Record<string, unknown>) => ({
  count: 2,
  assets: [
    gridAsset({ importPriceUsdPerMwh: 100, exportLimitMw: 5, touExportPrice, ...fields }),
    firmAsset(2),
    renewableAsset(10),
  ],
});

it("earns by the period of each hour, less the fee, without a price of its own", () => {
  // 8 MW of sun are left, 5 may go out: 5 x 30 and 5 x 90, less 4 a MWh.
  const plan = optimalPlan(site({ exportFeeUsdPerMwh: 4 }));
  expectSeries(readingOf(plan, "grid", "grid").series.exportMw, [5, 5]);
  expect(billOf(plan, "export energy off-peak")).toMatchObject([{ usd: expect.closeTo(-150, 6) }]);
  expect(billOf(plan, "export energy peak")).toMatchObject([{ usd: expect.closeTo(-450, 6) }]);
  expect(plan.objectiveUsd).toBeCloseTo(-600 + 40, 6);
});

it("stands on top of the market's price, also under the threshold rule", () => {
  expect(optimalPlan(site({ exportPriceUsdPerMwh: [1, 2] })).objectiveUsd).toBeCloseTo(-600 - 5 - 10, 6);
  const [, surplus] = ruleOf(site({ exportPriceUsdPerMwh: [1, 2], exportFeeUsdPerMwh: 4 }), "grid").flows;
  expect([0, 1].map((t) => surplus.usdPerMwh?.(t))).toEqual([27, 88]);
});

it("says that it earns nothing where nothing may be exported, and refuses a period without a price", () => {
  const { exportLimitMw: _, ...importing } = gridAsset({ importPriceUsdPerMwh: 100, exportLimitMw: 5, touExportPrice });
  expect(optimalPlan({ count: 1, assets: [importing, firmAsset(2)] }).notices.join()).toContain(
    "touExportPrice earns nothing",
  );
  expect(faultsOf(site({ touExportPrice: { ...touExportPrice, weekend: "noon" } })).map(({ path }) => path)).toEqual([
    "assets[0].touExportPrice.weekend",
  ]);
});
