import { expect, it } from "vitest";
import { iso } from "../../../src/cli/starters/iso.ts";
import { assetOf } from "../../../src/plan/asset-of.ts";
import { planPower } from "../../../src/plan-power.ts";

it("the market's site avoids the hours in which the peak may fall, and sells reserve", () => {
  const result = planPower(iso.site);
  if (result.status !== "optimal") throw new Error(result.detail);
  const { importMw } = assetOf(result, "grid", "grid").series;
  expect(importMw[16]).toBeLessThan(importMw[12] - 10);
  expect(assetOf(result, "reserve", "flexibility-product").series.soldMw.some((mw) => mw > 1)).toBe(true);
});
