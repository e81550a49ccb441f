import { describe, expect, it } from "vitest";
import { internalProgram } from "../../../../src/solvers/dual-simplex/state/internal-program.ts";
import { dualInfeasibility, Move, SimplexState } from "../../../../src/solvers/dual-simplex/state/simplex-state.ts";
import { twoByTwo, unitScaling } from "../../../support/simplex-case.ts";

describe("dualInfeasibility", () => {
  it.each([
    // A variable that may rise wants d >= 0, one that may fall d <= 0, a free one d = 0, a fixed one anything.
    [Move.up, -3, 3],
    [Move.up, 3, -3],
    [Move.down, 3, 3],
    [Move.down, -3, -3],
    [Move.either, -3, 3],
    [Move.either, 3, 3],
  ])("move %i, reduced cost %i", (move, d, wanted) => {
    expect(dualInfeasibility(move, d)).toBe(wanted);
  });

  it("is zero for a variable that cannot move", () => {
    expect(Math.abs(dualInfeasibility(Move.none, 5))).toBe(0);
  });
});

describe("SimplexState", () => {
  it("starts with the program's costs and bounds, as copies, and has to factor first", () => {
    const program = internalProgram(twoByTwo, unitScaling(twoByTwo));
    const { working, basis, pricing } = new SimplexState(program);
    for (const field of ["cost", "lower", "upper"] as const) {
      expect(working[field]).toEqual(program[field]);
      expect(working[field]).not.toBe(program[field]);
    }
    expect([working.costsChanged, working.boundsChanged]).toEqual([false, false]);
    expect(basis.mustRefactor).toBe(true);
    expect([...pricing.edgeWeight]).toEqual([1, 1]);
    expect([...pricing.devexWeight]).toEqual([1, 1, 1, 1]);
  });
});
