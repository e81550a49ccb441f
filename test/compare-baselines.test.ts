import { describe, expect, it, vi } from "vitest";
import { PlanInputError } from "../src/errors.ts";
import { dualSimplex } from "../src/solvers/dual-simplex.ts";
import type { LpSolver } from "../src/solvers/solver.ts";
import { bitcoin, diesel, firm, fleet, grid, horizon } from "./support/small-sites.ts";
import { compareBaselines, compareBaselinesAsync, planPower } from "./support/untyped.ts";

const site = { horizon: horizon(2), bitcoin, assets: [grid(), firm({ facilityMw: 55 }), fleet(), diesel()] };
const counterfactual = {
  aiOnlyImportLimitMw: 45,
  basis: "allocation letter",
  assetsAiOnlyKeeps: ["gensets"],
  extraImportUsdPerMwMonth: 900_000,
};

describe("compareBaselines", () => {
  it("plans the hybrid exactly as planPower does, and the AI-only sites beside it", () => {
    const comparison = compareBaselines({ ...site, counterfactual });
    expect(comparison.hybrid).toEqual(planPower({ ...site, counterfactual }));
    // 2 h x (55 - 45) MW.
    expect(comparison.headline).toMatchObject({
      comparable: true,
      certainty: "determined",
      against: "B0",
      displacedMwh: expect.closeTo(20, 9),
    });
  });

  it("passes options on: a caller's stop gives neither a plan nor a figure", () => {
    const comparison = compareBaselines({ ...site, counterfactual }, { iterationLimit: 0 });
    expect(comparison.hybrid.status).toBe("iteration-limit");
    expect(comparison.headline).toMatchObject({ comparable: false, certainty: "none" });
    expect(comparison.cases.map(({ status, figures }) => [status, figures])).toEqual([
      ["iteration-limit", undefined],
      ["iteration-limit", undefined],
    ]);
  });

  it("refuses an input without counterfactual", () => {
    expect(() => compareBaselines(site)).toThrow(PlanInputError);
  });
});

describe("compareBaselinesAsync", () => {
  it("gives what compareBaselines gives", async () => {
    expect(await compareBaselinesAsync({ ...site, counterfactual })).toEqual(
      compareBaselines({ ...site, counterfactual }),
    );
  });

  it("rejects with the signal's reason between two cases, and for an input without counterfactual", async () => {
    const controller = new AbortController();
    let plans = 0;
    const solver: LpSolver = {
      name: "third plan is too much",
      steps(lp, options) {
        if (++plans === 3) controller.abort("enough");
        return dualSimplex.steps(lp, options);
      },
    };
    // Every batch is a slice of its own where the clock stands still before it and runs on after it.
    const now = vi.spyOn(Date, "now");
    let ms = 0;
    now.mockImplementation(() => (ms += 20));
    await expect(
      compareBaselinesAsync({ ...site, counterfactual }, { solver, signal: controller.signal }),
    ).rejects.toBe("enough");
    now.mockRestore();
    expect(plans).toBe(3);
    await expect(compareBaselinesAsync(site)).rejects.toThrow(PlanInputError);
  });
});
