import { describe, expect, it } from "vitest";
import { explainedPlanSteps } from "../../src/explain/explained-plan.ts";
import { parseRequest } from "../../src/input/parse-request.ts";
import { buildSite } from "../../src/plan/build-site.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { dualSimplex } from "../../src/solvers/dual-simplex.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { explained } from "../support/explained-plans.ts";
import { battery, bitcoin, firm, fleet, grid, horizon } from "../support/small-sites.ts";

const site = {
  horizon: horizon(3),
  bitcoin,
  initialState: { bess: { storedMwh: 10 } },
  assets: [grid({ importPriceUsdPerMwh: [30, 100, 30] }), firm(), fleet(), battery()],
};

describe("explainedPlanSteps", () => {
  it("uses the plan's own optimum if no direction is fixed", () => {
    const { built, solution, fixed, optimum } = explained({ horizon: horizon(2), assets: [grid(), firm()] });
    expect(fixed).toBe(built.lp);
    expect(optimum.x).toBe(solution.x);
  });

  it("with fixed directions, the cost equals the plan's cost and there is a basis", () => {
    const { built, solution, fixed, barredBy, optimum } = explained(site);
    expect(barredBy.size).toBeGreaterThan(0);
    expect(fixed).not.toBe(built.lp);
    expect(optimum.objective).toBeCloseTo(solution.objective, 9);
    expect(optimum.basis.col).toHaveLength(built.lp.numCols);
  });

  it("solves again if the engine provides no basis", () => {
    const built = buildSite(parseRequest({ horizon: horizon(2), assets: [grid(), firm()] }));
    const { basis: _basis, ...without } = solveLp(built.lp, { solver: dualSimplex });
    const plan = drain(explainedPlanSteps(built, without as never, {}));
    expect("optimum" in plan && plan.optimum.basis.row).toHaveLength(built.lp.numRows);
  });

  it("starts that solve from the plan's basis", () => {
    const { fixed, optimum } = explained(site);
    const cold = solveLp(fixed, { solver: dualSimplex });
    expect(optimum.objective).toBeCloseTo(cold.objective, 9);
    expect(optimum.iterations).toBeLessThan(cold.iterations);
  });

  it("accepts that solve if its cost is the plan's to 1e-6 of it, and else reports numerical trouble", () => {
    // Hours at 30 and 100 USD/MWh: the cost is in the thousands, so that 5e-7 of it is more than 1e-6 USD.
    const { built, solution } = explained(site);
    const { basis: _basis, ...without } = solution;
    const withCost = (factor: number) =>
      drain(explainedPlanSteps(built, { ...without, objective: factor * solution.objective }, {}));
    expect(Math.abs(solution.objective)).toBeGreaterThan(1000);
    for (const factor of [1 + 5e-7, 1 - 5e-7]) expect(withCost(factor)).toHaveProperty("optimum");
    for (const factor of [1 + 2e-6, 1 - 2e-6])
      expect(withCost(factor)).toEqual({
        status: "numerical-trouble",
        detail: expect.stringContaining("did not reproduce the cost of the plan"),
      });
  });

  it("says which option to change if that solve is cut short", () => {
    const { built, solution } = explained(site);
    const { basis: _basis, ...without } = solution;
    expect(drain(explainedPlanSteps(built, without, { iterationLimit: 0 }))).toEqual({
      status: "iteration-limit",
      detail: expect.stringMatching(
        /second solve, for the prices of the plan, was cut short; raise timeLimitMs and iterationLimit/,
      ),
    });
  });
});
