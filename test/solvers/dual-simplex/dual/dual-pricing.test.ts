import { describe, expect, it } from "vitest";
import { chooseLeavingRow, updateEdgeWeights } from "../../../../src/solvers/dual-simplex/dual/dual-pricing.ts";
import { LEAST_WEIGHT } from "../../../../src/solvers/dual-simplex/tolerances.ts";
import { stateOf, twoByTwo } from "../../../support/simplex-case.ts";

describe("dual pricing", () => {
  it("chooses the greatest violation^2 / weight, or no row", () => {
    const s = stateOf(twoByTwo);
    [9, 16].forEach((violation, r) => s.pricing.infeasibleRows.note(r, violation));
    s.pricing.edgeWeight.set([1, 2]);
    expect(chooseLeavingRow(s)).toBe(0);
    s.pricing.edgeWeight.set([1, 1]);
    expect(chooseLeavingRow(s)).toBe(1);
    s.pricing.infeasibleRows.merit.fill(0);
    expect(chooseLeavingRow(s)).toBe(-1);
  });

  it("updates weights to |B^-T e_r|^2", () => {
    // B = I; column (2, 4) enters in row 0: B^-1 = [1/2 0; -2 1], rows' squared norms 1/4 and 5.
    const s = stateOf(twoByTwo);
    s.pivot.column.value.set([2, 4]);
    s.pivot.column.index.set([0, 1]);
    s.pivot.column.count = 2;
    s.pivot.tau.setUnit(0); // tau = B^-1 rho = e_0
    updateEdgeWeights(s, 0, 2);
    expect([...s.pricing.edgeWeight]).toEqual([0.25, 5]);
  });

  it("never lets a weight vanish", () => {
    const s = stateOf(twoByTwo);
    s.pivot.column.setUnit(0);
    s.pivot.column.value[0] = 1000;
    s.pivot.tau.setUnit(0);
    updateEdgeWeights(s, 0, 1000);
    expect(s.pricing.edgeWeight[0]).toBe(LEAST_WEIGHT);
  });
});
