import { expect, it } from "vitest";
import { starters } from "../../../src/cli/starters/index.ts";
import { compareBaselines } from "../../../src/compare-baselines.ts";
import { assetOf } from "../../../src/plan/asset-of.ts";
import { planPower } from "../../../src/plan-power.ts";

it.each(Object.entries(starters))("the site %s plans without an error or a warning", (_, { site, next }) => {
  const result = planPower(site);
  expect(result.status).toBe("optimal");
  expect(result.warnings).toEqual([]);
  expect(next.length).toBeGreaterThan(1);
});

it.each(["hybrid", "texas-week"])("the site %s has a diesel answer", (name) => {
  expect(compareBaselines(starters[name].site).headline).toMatchObject({
    comparable: true,
    certainty: "determined",
  });
});

it("the market's site avoids the hours in which the peak may fall, and sells reserve", () => {
  const result = planPower(starters["iso"].site);
  if (result.status !== "optimal") throw new Error(result.detail);
  const { importMw } = assetOf(result, "grid", "grid").series;
  expect(importMw[16]).toBeLessThan(importMw[12] - 10);
  expect(assetOf(result, "reserve", "flexibility-product").series.soldMw.some((mw) => mw > 1)).toBe(true);
});
