import { describe, expect, it } from "vitest";
import { parsePlan } from "../../src/input/parse-plan.ts";
import { runPlan } from "../../src/plan/run-plan.ts";
import { runThresholdRule } from "../../src/plan/threshold-rule.ts";
import { battery, bitcoin, diesel, firm, fleet, grid, horizon, renewable, spot } from "../support/small-sites.ts";

type Fields = Readonly<Record<string, unknown>>;

function rule(count: number, assets: readonly Fields[], initialState: Fields = {}) {
  const plan = parsePlan({ horizon: horizon(count), bitcoin, assets, initialState });
  const hybrid = runPlan(plan);
  const result = runThresholdRule(plan, hybrid, {});
  return { hybrid, result, figures: result.figures };
}

describe("runThresholdRule", () => {
  it("mines below the strike price of 80 and sleeps above it", () => {
    // 40 x 30 - 10 x 80 + 30 x 100; that is also the optimum.
    const { result, figures } = rule(2, [grid({ importPriceUsdPerMwh: [30, 100] }), firm(), fleet()]);
    expect(result.status).toBe("carried-out");
    expect(figures?.dispatchUsd).toBeCloseTo(1200 - 800 + 3000, 6);
    expect(result.planIsWorthUsd).toBeCloseTo(0, 6);
  });

  it("leaves the battery idle: the plan is worth what it earns", () => {
    // 5 MWh bought at 30 give 5 x 0.64 = 3.2 MWh at 100.
    const { result } = rule(2, [grid({ importPriceUsdPerMwh: [30, 100] }), firm(), fleet(), battery()], { bess: { storedMwh: 0 } });
    expect(result.planIsWorthUsd).toBeCloseTo(320 - 150, 6);
  });

  it("serves AI first, from diesel if it must, and then does not mine", () => {
    const { figures, result } = rule(2, [grid({ importLimitMw: [20, 60] }), firm(), fleet(), diesel()]);
    // Hour 0: 20 + 10 diesel; hour 1: 30 + 10 mining.
    expect(figures).toMatchObject({ dieselMwh: expect.closeTo(10, 9), unservedMwh: expect.closeTo(0, 9) });
    expect(figures?.dispatchUsd).toBeCloseTo(600 + 2637 + 1200 - 800, 6);
    expect(result.planIsWorthUsd).toBeCloseTo(0, 6);
  });

  it("empties the tank without looking ahead", () => {
    // 2637 L are 10 MWh: spent on the first hour's lack of 10 MW, so the second's goes unserved. The plan loses as much.
    const { figures } = rule(2, [grid({ importLimitMw: 20 }), firm(), diesel({ tankL: 2637 })]);
    expect(figures).toMatchObject({ dieselMwh: expect.closeTo(10, 9), unservedMwh: expect.closeTo(10, 9) });
  });

  it("lets AI that pays more go before mining", () => {
    // 6 MW left: spot takes 5 at 100 USD/MWh, mining 1 at 80.
    const { figures } = rule(1, [grid({ importLimitMw: 36 }), firm(), spot(), fleet()]);
    expect(figures?.dispatchUsd).toBeCloseTo(36 * 30 - 500 - 80, 6);
  });

  it("does jobs as soon as it can, whatever the price: waiting is what the plan adds", () => {
    const job = { name: "training", energyFacilityMwh: 10, release: "2026-07-14T00:00:00-05:00", deadline: "2026-07-14T03:00:00-05:00", maxMw: 10 };
    const { result } = rule(3, [grid({ importPriceUsdPerMwh: [100, 30, 30] }), firm(), { kind: "ai-deferrable", name: "batch", jobs: [job] }]);
    expect(result.planIsWorthUsd).toBeCloseTo(700, 6);
  });

  it("sells wind that nobody wants, and curtails the rest", () => {
    // 20 MW of wind, 8 MW of AI, 7 MW of export at 20 USD/MWh.
    const { figures } = rule(1, [grid({ exportLimitMw: 7, exportPriceUsdPerMwh: 20 }), firm({ facilityMw: 8 }), renewable({ availability: 1 })]);
    expect(figures?.dispatchUsd).toBeCloseTo(-140, 6);
  });

  it("says so where it breaks a limit: rigs that must be shed slowly", () => {
    const { hybrid, result } = rule(2, [grid({ importPriceUsdPerMwh: [30, 100] }), firm(), fleet({ rampDownMwPerH: 4 })]);
    expect(hybrid.status).toBe("optimal");
    expect(result).toEqual({ status: "not-possible", detail: "The threshold rule breaks a limit of the site: infeasible." });
  });

  it("has no worth where the plan has no optimum", () => {
    const { hybrid, result } = rule(1, [grid({ importPriceUsdPerMwh: -40 }), firm(), battery({ end: { rule: "cyclic" } })], { bess: { storedMwh: 10 } });
    expect(hybrid.status).toBe("relaxed");
    expect(result.status).toBe("carried-out");
    expect(result).not.toHaveProperty("planIsWorthUsd");
  });
});
