import { describe, expect, it } from "vitest";
import { timeGrid } from "../../src/input/time-axis.ts";
import { pacedPlan, type PlannedWindow } from "../../src/replay/paced-plan.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { BudgetPace } from "../../src/time/budget-pace.ts";

const span = timeGrid(Date.parse("2026-07-01T00:00:00Z"), 60, 100, "UTC");

/** A look-ahead of a tenth of the span that leaves `unserved(share)` MWh; Infinity: without a plan. */
function sharesOf(unserved: (share: number) => number): number[] {
  const shares: number[] = [];
  const plan = function* (pace: BudgetPace | undefined): Generator<unknown, PlannedWindow> {
    const share = pace?.share() ?? 1;
    shares.push(share);
    yield;
    const mwh = unserved(share);
    const service = { demandMwh: 100, servedMwh: 100 - mwh, unservedMwh: mwh };
    const result = mwh === Infinity ? { status: "infeasible" } : { status: "optimal", assets: { ai: { service } } };
    return { planned: { result } as unknown as PlannedWindow["planned"] };
  };
  drain(pacedPlan(new BudgetPace(span, 0, 10), plan));
  return shares;
}

describe("pacedPlan", () => {
  it("plans once where the share serves the AI load", () => {
    expect(sharesOf(() => 0)).toEqual([0.1]);
  });

  it("releases no more than serves as much as the whole budget", () => {
    expect(sharesOf((share) => Math.max(0, 30 - 100 * share))).toEqual([0.1, 1, 0.2, 0.4]);
    expect(sharesOf((share) => Math.max(5, 95 - 100 * share))).toEqual([0.1, 1, 0.2, 0.4, 0.8, 1]);
  });

  it("keeps the share where more would serve nothing", () => {
    expect(sharesOf(() => 7)).toEqual([0.1, 1]);
    expect(sharesOf(() => Infinity)).toEqual([0.1, 1]);
  });

  it("releases where the share leaves no plan", () => {
    expect(sharesOf((share) => (share < 0.3 ? Infinity : 0))).toEqual([0.1, 1, 0.2, 0.4]);
  });
});
