import { describe, expect, it } from "vitest";
import * as tolerances from "../../../src/solvers/dual-simplex/tolerances.ts";
import { DROP_TOLERANCE } from "../../../src/sparse/scattered-vector.ts";

describe("tolerances", () => {
  it("stand in the order the engine relies on", () => {
    // Noise is dropped long before it can be a pivot, a pivot is refused long before it is unsound.
    expect(DROP_TOLERANCE).toBeLessThan(tolerances.LEAST_ALPHA);
    expect(tolerances.LEAST_ALPHA).toBeLessThan(tolerances.SOUND_PIVOT);
    // Harris steps may spoil a reduced cost by less than the perturbation that hides it.
    expect(tolerances.DEFAULT_TOLERANCE).toBeLessThan(tolerances.HARRIS_SLACK);
    expect(tolerances.HARRIS_SLACK).toBeLessThan(0.5 * tolerances.COST_PERTURBATION);
    const [usual, stable] = tolerances.MARKOWITZ_THRESHOLDS;
    expect(usual).toBeLessThan(stable);
    expect(stable).toBeLessThanOrEqual(1);
  });
});
