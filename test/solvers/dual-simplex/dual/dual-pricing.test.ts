import { describe, expect, it } from "vitest";
import { chooseRow, updateEdgeWeights } from "../../../../src/solvers/dual-simplex/dual/dual-pricing.ts";
import { LEAST_WEIGHT } from "../../../../src/solvers/dual-simplex/tolerances.ts";
import { stateOf, twoByTwo } from "../../../support/simplex-case.ts";

describe("dual pricing", () => {
  it("chooses the greatest violation^2 / weight, or none", () => {
    const s = stateOf(twoByTwo);
    [9, 16].forEach((violation, r) => s.infeasible.note(r, violation));
    s.edgeWeight.set([1, 2]);
    expect(chooseRow(s)).toBe(0);
    s.edgeWeight.set([1, 1]);
    expect(chooseRow(s)).toBe(1);
    s.infeasible.merit.fill(0);
    expect(chooseRow(s)).toBe(-1);
  });

  it("keeps weights equal to |B^-T e_r|^2", () => {
    // B = I; column (2, 4) enters in row 0: B^-1 = [1/2 0; -2 1], rows' squared norms 1/4 and 5.
    const s = stateOf(twoByTwo);
    s.column.value.set([2, 4]);
    s.column.index.set([0, 1]);
    s.column.count = 2;
    s.steepest.setUnit(0); // tau = B^-1 rho = e_0
    updateEdgeWeights(s, 0, 2);
    expect([...s.edgeWeight]).toEqual([0.25, 5]);
  });

  it("never lets a weight vanish", () => {
    const s = stateOf(twoByTwo);
    s.column.setUnit(0);
    s.column.value[0] = 1000;
    s.steepest.setUnit(0);
    updateEdgeWeights(s, 0, 1000);
    expect(s.edgeWeight[0]).toBe(LEAST_WEIGHT);
  });
});
