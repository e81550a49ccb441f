import { describe, expect, it } from "vitest";
import { checkDual, checkGap, checkPrimal } from "../../src/lp/solution-errors.ts";
import { smallProgram } from "../support/random-programs.ts";

// min 2 x, x >= 3 as a row, x <= 10: the optimum is x = 3 with the shadow price y = 2.
const lp = smallProgram("min", [[0, 2, 10]], [[3, [1], Infinity]]);

describe("errors of a solution", () => {
  it("are 0 at the optimum with its shadow price", () => {
    expect(checkPrimal(lp, Float64Array.of(3))).toEqual({ infeasibility: 0, relativeToTerms: 0 });
    const dual = checkDual(lp, Float64Array.of(2), Float64Array.of(0));
    expect(dual).toMatchObject({ infeasibility: 0, relativeToTerms: 0, objective: 6 });
    expect(checkGap(lp, Float64Array.of(3), 6, dual)).toBe(0);
  });

  it("measure a violated row against its bound, and against the row's own terms", () => {
    // x = 2 is 1 below the bound 3: 1 / 3 of the bound, and 1 / (2 + 3) of the terms and the bound.
    const { infeasibility, relativeToTerms } = checkPrimal(lp, Float64Array.of(2));
    expect(infeasibility).toBeCloseTo(1 / 3, 15);
    expect(relativeToTerms).toBeCloseTo(1 / 5, 15);
  });

  it("measure the gap against the larger objective", () => {
    // x = 4 is feasible with P = 8 against D = 6. The cost scale is min(1, 2) = 1: (8 - 6) / (1 + 8).
    const dual = checkDual(lp, Float64Array.of(2), Float64Array.of(0));
    expect(checkGap(lp, Float64Array.of(4), 8, dual)).toBeCloseTo(2 / 9, 15);
    expect(checkGap(lp, Float64Array.of(4), 8, undefined)).toBe(0);
  });

  it("are infinite without reduced costs", () => {
    expect(checkDual(lp, Float64Array.of(2), undefined).infeasibility).toBe(Infinity);
  });
});
