import { describe, expect, it } from "vitest";
import { compareBaselines } from "../../src/compare-baselines.ts";
import type { PlanInput } from "../../src/plan-input/index.ts";
import { planPower } from "../../src/plan-power.ts";
import { comparisonFigures, planFigures } from "../../src/sweep/figures.ts";
import { bitcoin, firm, fleet, grid, horizon } from "../support/small-sites.ts";

const site = (fields: object = {}) =>
  ({ horizon: horizon(2), bitcoin, assets: [grid(), firm(), fleet()], ...fields }) as unknown as PlanInput;

describe("planFigures", () => {
  // 30 MW of AI and 10 MW of mining for 2 h at 30 USD/MWh: 2400 USD. Mining earns 80 USD/MWh: 1600 USD.
  it("are those of a plan derived by hand", () => {
    const figures = planFigures(planPower(site()));
    expect(figures).toEqual({
      costUsd: expect.closeTo(800, 9),
      cashUsd: expect.closeTo(800, 9),
      importMwh: expect.closeTo(80, 9),
      exportMwh: 0,
      aiServedMwh: expect.closeTo(60, 9),
      aiUnservedMwh: 0,
      miningMwh: expect.closeTo(20, 9),
      dieselMwh: 0,
      dieselL: 0,
    });
  });

  // 25 of 30 MW are served: 5 MW x 2 h x 5000 USD/MWh is a penalty and no cash.
  it("keep penalties apart from cash", () => {
    const assets = [grid({ importLimitMw: 25 }), firm()];
    const figures = planFigures(planPower(site({ assets })));
    expect(figures).toMatchObject({ costUsd: 51_500, cashUsd: 1500, aiServedMwh: 50, aiUnservedMwh: 10 });
  });

  it("are absent without a plan", () => {
    expect(planFigures({ status: "infeasible", detail: "", name: "", warnings: [], notices: [] } as never)).toEqual({});
  });
});

describe("comparisonFigures", () => {
  it("add the diesel answer", () => {
    const counterfactual = {
      aiOnlyImportLimitMw: 40,
      basis: "letter",
      assetsAiOnlyKeeps: [],
      extraImportUsdPerMwMonth: 0,
    };
    const figures = comparisonFigures(compareBaselines(site({ counterfactual })));
    expect(figures).toMatchObject({ displacedDieselMwh: 0, displacedDieselL: 0 });
    expect(figures.aiOnlyTotalUsd).toBeCloseTo(1800, 6);
    expect(figures.hybridTotalUsd).toBeCloseTo(800, 6);
    expect(figures.thresholdRuleUsd).toBeCloseTo(800, 6);
  });
});
