import { expect, it } from "vitest";
import { costLines, uncertaintySummary } from "../../src/report/uncertainty-summary.ts";
import type { UncertainPlan } from "../../src/uncertainty/uncertain-plan.ts";

// The whole text of a plan is tested in test/cli/commands/scenarios.test.ts.
it("says that the reference's decisions leave a scenario without a plan", () => {
  const result = {
    objectiveUsd: 1500,
    expectedUsd: 1410,
    cvarUsd: 1500,
    risk: { weight: 1, level: 0.7 },
    stochasticSolutionUsd: Infinity,
    perfectInformationUsd: 0,
    reference: { basis: "mean", detail: "Its decisions leave one without a plan." },
    relativeGap: 0,
    boundUsd: 1500,
  } as unknown as UncertainPlan;
  const text = costLines(result).join("\n");
  expect(text).toContain("Planning for the mean scenario alone costs infinite more.");
  expect(text).toContain("Its decisions leave one without a plan.");
  expect(text).toContain("mean of the worst 30 % (CVaR) 1,500 USD");
});

it("says why there is no plan", () => {
  const none = { version: 1, status: "infeasible", name: "site", detail: "no power" } as const;
  expect(uncertaintySummary(none)).toBe("site: infeasible\nno power");
});
