import { describe, expect, it } from "vitest";
import {
  feasibilityCosts,
  perturbCosts,
  perturbBounds,
  restoreCosts,
} from "../../../../src/solvers/dual-simplex/safeguard/perturbation.ts";
import { stateOf, twoByTwo } from "../../../support/simplex-case.ts";

describe("cost changes", () => {
  it("perturb nonbasic costs away from zero, by little", () => {
    const s = stateOf(twoByTwo);
    perturbCosts(s, 1);
    for (const j of [0, 1]) {
      const change = s.working.cost[j] - twoByTwo.cost[j];
      expect(change).toBeGreaterThan(0); // both at their lower stopping
      expect(change).toBeLessThan(1e-5);
      expect(s.point.reducedCost[j]).toBeCloseTo(s.working.cost[j], 12);
    }
    expect([s.working.cost[2], s.working.cost[3]]).toEqual([0, 0]);
    restoreCosts(s);
    expect([...s.working.cost]).toEqual([...s.program.cost]);
    expect(s.point.mustRecompute).toBe(true);
  });

  it("for feasibility make any basis dual feasible", () => {
    const s = stateOf(twoByTwo);
    feasibilityCosts(s);
    for (const j of [0, 1]) expect(s.basis.move[j] * s.point.reducedCost[j]).toBeGreaterThanOrEqual(0.5);
  });
});

describe("perturbBounds", () => {
  it("widens the bounds of basic variables only", () => {
    const s = stateOf(twoByTwo);
    perturbBounds(s);
    expect(s.point.basicLower[0]).toBeLessThan(-4);
    expect(s.point.basicLower[0]).toBeGreaterThan(-4 - 1e-6);
    expect(s.working.upper[0]).toBe(3);
    expect(s.working.boundsChanged).toBe(true);
  });
});
