import { describe, expect, it } from "vitest";
import { compareBaselines } from "../src/compare-baselines.ts";
import { PlanInputError } from "../src/errors.ts";
import { planPower } from "../src/plan-power.ts";
import { bitcoin, diesel, firm, fleet, grid, horizon } from "./support/small-sites.ts";

const site = { horizon: horizon(2), bitcoin, assets: [grid(), firm({ facilityMw: 55 }), fleet(), diesel()] };
const counterfactual = { aiOnlyImportLimitMw: 45, basis: "allocation letter", assetsAiOnlyKeeps: ["gensets"], extraImportUsdPerMwMonth: 900_000 };

describe("compareBaselines", () => {
  it("plans the hybrid exactly as planPower does, and the AI-only sites beside it", () => {
    const comparison = compareBaselines({ ...site, counterfactual });
    expect(comparison.hybrid).toEqual(planPower({ ...site, counterfactual }));
    // 2 h x (55 - 45) MW.
    expect(comparison.headline).toMatchObject({ comparable: true, certainty: "determined", against: "B0", displacedMwh: expect.closeTo(20, 9) });
  });

  it("passes options on: a caller's stop is no plan and no figure", () => {
    const comparison = compareBaselines({ ...site, counterfactual }, { iterationLimit: 0 });
    expect(comparison.hybrid.status).toBe("iteration-limit");
    expect(comparison.headline).toMatchObject({ comparable: false, certainty: "none" });
    expect(comparison.cases.map(({ status, figures }) => [status, figures])).toEqual([["iteration-limit", undefined], ["iteration-limit", undefined]]);
  });

  it("refuses an input without counterfactual", () => {
    expect(() => compareBaselines(site)).toThrow(PlanInputError);
  });
});
