import { describe, expect, it } from "vitest";
import { isSoundPivot, shouldRefactor } from "../../../../src/solvers/dual-simplex/basis/refactor-rule.ts";
import { stateOf, twoByTwo } from "../../../support/simplex-case.ts";

describe("shouldRefactor", () => {
  it("does not right after factoring, and does after a hundred updates", () => {
    const s = stateOf(twoByTwo);
    expect(shouldRefactor(s)).toBe(false);
    s.basis.lu.numUpdates = 101;
    expect(shouldRefactor(s)).toBe(true);
  });

  it("does once what later iterations carry outweighs a refactor", () => {
    // Two entries of factors, two rows, four coefficients: a refactor costs 80 entries.
    const s = stateOf(twoByTwo);
    s.basis.lu.numUpdates = 10;
    s.basis.lu.addedNonzeros = 10;
    s.basis.lu.extraSoFar = 55;
    expect(shouldRefactor(s)).toBe(false);
    s.basis.lu.extraSoFar = 10;
    expect(shouldRefactor(s)).toBe(true);
  });
});

describe("isSoundPivot", () => {
  it("wants row and column to agree", () => {
    expect(isSoundPivot(0.5, 0.5 + 1e-12, false)).toBe(true);
    expect(isSoundPivot(0.5, 0.5 + 1e-5, false)).toBe(false);
    expect(isSoundPivot(3e-8, 9e-8, true)).toBe(false);
  });

  it("takes a small pivot only right after factoring", () => {
    expect(isSoundPivot(3e-8, 3e-8, true)).toBe(true);
    expect(isSoundPivot(3e-8, 3e-8, false)).toBe(false);
  });
});
