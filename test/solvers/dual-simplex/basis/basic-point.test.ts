import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../../src/lp/basis.ts";
import {
  listNonzeros,
  moveBasicValues,
  updateViolation,
  violationOf,
  workingObjective,
} from "../../../../src/solvers/dual-simplex/basis/basic-point.ts";
import { solveColumn } from "../../../../src/solvers/dual-simplex/basis/basis-state.ts";
import { ScatteredVector } from "../../../../src/sparse/scattered-vector.ts";
import { stateOf, twoByTwo } from "../../../support/simplex-case.ts";

const { atUpper, basic } = BasisStatus;
const optimalBasis = { col: Uint8Array.of(atUpper, basic), row: Uint8Array.of(atUpper, basic) };

describe("the basic point", () => {
  it("computes values and reduced costs of the optimal basis", () => {
    // x = 3 at its upper bound, y = 1; logical of the first row at -4, of the second basic at -6.
    const s = stateOf(twoByTwo, optimalBasis);
    expect(new Set(s.basis.head)).toEqual(new Set([1, 3]));
    expect(s.point.basicValue[s.basis.head.indexOf(1)]).toBe(1);
    expect(s.point.basicValue[s.basis.head.indexOf(3)]).toBe(-6);
    // Reduced costs: x -3 - (-2) = -1; first logical 0 - (-2) = 2.
    expect([...s.point.reducedCost]).toEqual([-1, 0, 2, 0]);
    expect(workingObjective(s)).toBe(-11);
  });

  it("the violation is a squared distance, 0 within the tolerance and the rounding of a large bound", () => {
    const s = stateOf(twoByTwo);
    s.point.basicLower[0] = -4;
    s.point.basicValue[0] = -7;
    expect(violationOf(s, 0)).toBe(9);
    s.point.basicValue[0] = -4 - 5e-10;
    expect(violationOf(s, 0)).toBe(0);
    s.point.basicLower[0] = 1e9;
    s.point.basicValue[0] = 1e9 - 1e-6;
    expect(violationOf(s, 0)).toBe(0);
    s.point.basicValue[0] = 1e9 - 1e-3;
    expect(violationOf(s, 0)).toBeGreaterThan(0);
  });

  it("moves the basic values against the column of the entering variable", () => {
    // The logicals are minus the activities x + y and x + 3y: y += 2 moves them by -2 and -6.
    const s = stateOf(twoByTwo);
    solveColumn(s, 1);
    s.point.isRecomputed = true;
    moveBasicValues(s, 2);
    expect([...s.point.basicValue]).toEqual([-2, -6]);
    expect(s.point.isRecomputed).toBe(false);
  });

  it("lists a row for dual pricing once it is violated", () => {
    const s = stateOf(twoByTwo);
    s.point.basicValue[1] = s.point.basicLower[1] - 2;
    updateViolation(s, 1);
    expect(s.pricing.infeasibleRows.best(s.pricing.edgeWeight)).toBe(1);
  });

  it("lists every nonzero of a vector, of any size", () => {
    const v = new ScatteredVector(4);
    v.value.set([0, 1e-300, 0, -2]);
    listNonzeros(v);
    expect([...v.index.subarray(0, v.count)]).toEqual([1, 3]);
  });
});
