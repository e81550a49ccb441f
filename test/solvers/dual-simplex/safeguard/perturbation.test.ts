import { describe, expect, it } from "vitest";
import {
  feasibilityCosts,
  perturbCosts,
  perturbLimits,
  restoreCosts,
} from "../../../../src/solvers/dual-simplex/safeguard/perturbation.ts";
import { stateOf, twoByTwo } from "../../../support/simplex-case.ts";

describe("cost changes", () => {
  it("perturb nonbasic costs away from zero, by little", () => {
    const s = stateOf(twoByTwo);
    perturbCosts(s, 1);
    for (const j of [0, 1]) {
      const change = s.cost[j] - twoByTwo.cost[j];
      expect(change).toBeGreaterThan(0); // both at their lower limits
      expect(change).toBeLessThan(1e-5);
      expect(s.reducedCost[j]).toBeCloseTo(s.cost[j], 12);
    }
    expect([s.cost[2], s.cost[3]]).toEqual([0, 0]);
    restoreCosts(s);
    expect([...s.cost]).toEqual([...s.program.cost]);
    expect(s.mustRecompute).toBe(true);
  });

  it("for feasibility make any basis dual feasible", () => {
    const s = stateOf(twoByTwo);
    feasibilityCosts(s);
    for (const j of [0, 1]) expect(s.move[j] * s.reducedCost[j]).toBeGreaterThanOrEqual(0.5);
  });
});

describe("perturbLimits", () => {
  it("widens the limits of basic variables only", () => {
    const s = stateOf(twoByTwo);
    perturbLimits(s);
    expect(s.basicLower[0]).toBeLessThan(-4);
    expect(s.basicLower[0]).toBeGreaterThan(-4 - 1e-6);
    expect(s.upper[0]).toBe(3);
    expect(s.limitsChanged).toBe(true);
  });
});
