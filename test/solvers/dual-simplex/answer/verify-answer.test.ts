import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../../src/lp/basis.ts";
import { dualBatch } from "../../../../src/solvers/dual-simplex/dual/dual-iteration.ts";
import { verifiedAnswers } from "../../../../src/solvers/dual-simplex/answer/verify-answer.ts";
import { primalBatch } from "../../../../src/solvers/dual-simplex/primal/primal-iteration.ts";
import { smallProgram } from "../../../support/random-programs.ts";
import { stateOf, twoByTwo, unitScaling } from "../../../support/simplex-case.ts";

const { atUpper, basic } = BasisStatus;
const optimalBasis = { col: Uint8Array.of(atUpper, basic), row: Uint8Array.of(atUpper, basic) };

describe("verifiedAnswers", () => {
  it("signs an optimum that the check confirms, offset included", () => {
    const lp = { ...twoByTwo, objectiveOffset: 100 };
    const answers = verifiedAnswers("me", stateOf(lp, optimalBasis), lp, unitScaling(lp));
    expect(answers.optimal()).toMatchObject({ status: "optimal", solver: "me", objective: 89, basis: optimalBasis });
    expect([answers.objectiveScale, answers.objectiveOffset]).toEqual([1, 100]);
  });

  it("returns nothing for a basis that is not optimal", () => {
    expect(verifiedAnswers("me", stateOf(twoByTwo), twoByTwo, unitScaling(twoByTwo)).optimal()).toBeUndefined();
  });

  it("signs a proven infeasibility and returns nothing for another program", () => {
    const lp = smallProgram(
      "min",
      [
        [0, 2, 3],
        [0, 3, 0.5],
      ],
      [[4, [1, 1], Infinity]],
    );
    const s = stateOf(lp);
    dualBatch(s, 50);
    expect(verifiedAnswers("me", s, lp, unitScaling(lp)).infeasible()).toMatchObject({
      status: "infeasible",
      objective: NaN,
    });
    const wider = { ...lp, colUpper: Float64Array.of(3, 5) };
    expect(verifiedAnswers("me", s, wider, unitScaling(wider)).infeasible()).toBeUndefined();
  });

  it("signs a proven unboundedness, returns nothing for another program, and negates a maximum's objective", () => {
    const lp = smallProgram(
      "max",
      [
        [0, 1, Infinity],
        [0, 1, Infinity],
      ],
      [[-3, [1, -1], 3]],
    );
    const s = stateOf(lp);
    primalBatch(s, 50);
    const answers = verifiedAnswers("me", s, lp, unitScaling(lp));
    expect(answers.unbounded()).toMatchObject({ status: "unbounded", solver: "me" });
    expect(answers.objectiveScale).toBe(-1);
    const bounded = { ...lp, colUpper: Float64Array.of(1, 5) };
    expect(verifiedAnswers("me", s, bounded, unitScaling(bounded)).unbounded()).toBeUndefined();
  });
});
