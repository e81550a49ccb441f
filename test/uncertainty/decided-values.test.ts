import { expect, it } from "vitest";
import { buildSite } from "../../src/plan/build-site.ts";
import { crossedLimits } from "../../src/uncertainty/decided-values.ts";
import { extensiveForm } from "../../src/uncertainty/extensive-form.ts";
import { columnsOf, decidedBlocks } from "../../src/uncertainty/here-and-now.ts";
import { firmAsset, gridAsset, planOf } from "../support/plans.ts";

// Values and prices of decisions are tested in test/plan-under-uncertainty.test.ts.
it("says which common decision no value suits", () => {
  const crossedBy = (...bought: number[]) => {
    const built = bought.map((boughtMw) => {
      const purchase = { kind: "day-ahead-purchase", name: "day-ahead", priceUsdPerMwh: 50, limitMw: 20, boughtMw };
      return buildSite(planOf({ count: 1, assets: [gridAsset(), firmAsset(5), purchase] }));
    });
    const names = bought.map((mw) => `${mw}`);
    const blocks = decidedBlocks(built, names, [{ asset: "day-ahead", decision: "boughtMw" }]);
    const programs = built.map(({ lp }, s) => ({ lp, probability: 1 / built.length, shared: columnsOf(blocks[s]) }));
    return crossedLimits(extensiveForm(programs, { weight: 0, level: 0 }), blocks[0]);
  };
  expect(crossedBy(3, 3)).toBeUndefined();
  expect(crossedBy(3, 7)).toBe("day-ahead: boughtMw must be at least 7 MW in one scenario and at most 3 in another.");
});
