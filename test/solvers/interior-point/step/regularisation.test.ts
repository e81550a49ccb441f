import { describe, expect, it } from "vitest";
import {
  GREATEST_REGULARISATION,
  leastRegularisation,
  needsRefinement,
} from "../../../../src/solvers/interior-point/step/regularisation.ts";
import { LEAST_REGULARISATION } from "../../../../src/solvers/interior-point/tolerances.ts";

describe("leastRegularisation", () => {
  it("is a thousandth of mu between its least and its greatest value", () => {
    expect(leastRegularisation(1e-3)).toBeCloseTo(1e-6, 15);
    expect(leastRegularisation(1e9)).toBe(GREATEST_REGULARISATION);
    expect(leastRegularisation(1e-12)).toBe(LEAST_REGULARISATION);
  });
});

describe("needsRefinement", () => {
  it("accepts what the step promises plus a tenth of the old residual", () => {
    // Half a step promises half of the residual.
    expect(needsRefinement(0.5, 1, 0.5)).toBe(false);
    expect(needsRefinement(0.59, 1, 0.5)).toBe(false);
    expect(needsRefinement(0.61, 1, 0.5)).toBe(true);
  });

  it("ignores what rounding leaves of a residual near zero", () => {
    expect(needsRefinement(5e-11, 1e-20, 1)).toBe(false);
    expect(needsRefinement(2e-10, 1e-20, 1)).toBe(true);
  });
});
