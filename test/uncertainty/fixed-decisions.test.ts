import { expect, it } from "vitest";
import { buildSite } from "../../src/plan/build-site.ts";
import { fixedSite } from "../../src/uncertainty/fixed-decisions.ts";
import { decidedBlocks } from "../../src/uncertainty/here-and-now.ts";
import { firmAsset, gridAsset, planOf } from "../support/plans.ts";

const purchase = { kind: "day-ahead-purchase", name: "day-ahead", priceUsdPerMwh: 50, limitMw: [20, 8] };
const built = buildSite(planOf({ count: 2, assets: [gridAsset(), firmAsset(5), purchase] }));
const [blocks] = decidedBlocks([built], ["a"], [{ asset: "day-ahead", decision: "boughtMw" }]);
const { start } = blocks[0].block;
const fixed = (...values: number[]) => fixedSite(built, blocks, Float64Array.from(values));

it("holds each value by both bounds, and leaves the site itself as it was", () => {
  const site = fixed(15, 8 + 1e-9);
  if (typeof site === "string") throw new Error(site);
  expect([...site.lp.colLower.slice(start, start + 2)]).toEqual([15, 8]);
  expect([...site.lp.colUpper.slice(start, start + 2)]).toEqual([15, 8]);
  expect([...built.lp.colUpper.slice(start, start + 2)]).toEqual([20, 8]);
});

it("names the first limit of the scenario that a value violates", () => {
  expect(fixed(15, 9)).toBe("day-ahead: boughtMw of 9 MW at 2026-07-14T01:00:00-05:00 violates its limit of 8 there.");
});
