import { describe, expect, it } from "vitest";
import {
  CONVERGED,
  CONVERGED_FOR_FACE,
  FIXED_WIDTH,
  LEAST_REGULARISATION,
  StepRule,
  STRICTEST,
} from "../../../src/solvers/interior-point/tolerances.ts";

describe("tolerances", () => {
  it("stand in the order the method needs", () => {
    expect(STRICTEST).toBeLessThan(CONVERGED_FOR_FACE);
    expect(CONVERGED_FOR_FACE).toBeLessThan(CONVERGED);
    expect(FIXED_WIDTH).toBeLessThan(CONVERGED);
    // The product of both proximal weights has to be seen beside 1.
    expect(1 + LEAST_REGULARISATION ** 2).toBeGreaterThan(1);
    expect(StepRule.finalBoundaryShare).toBeLessThan(1);
    expect(StepRule.boundaryShare).toBeLessThanOrEqual(StepRule.finalBoundaryShare);
  });
});
