import { describe, expect, it } from "vitest";
import { dualPoint } from "../../src/branch/dual-point.ts";
import { optimumOf, programOf, randomTwoStores } from "../support/exclusive-case.ts";
import { seededUniform } from "../support/random-programs.ts";

describe("dualPoint", () => {
  // min 3 u + v, u + v >= 4, u <= 10, v <= 3: v = 3, u = 1, 6 in all; the row is worth 3, v saves 2 a unit.
  it("is the optimum at the duals of the optimum", () => {
    const lp = programOf([3, 1], [10, 3], [[4, [1, 1], Infinity]]);
    const { objective, reducedCost } = dualPoint(lp, lp.colUpper, Float64Array.of(3));
    expect([objective, ...reducedCost]).toEqual([6, 0, -2]);
    expect(dualPoint(lp, lp.colUpper, Float64Array.of(2)).objective).toBe(8 + 0 - 3);
  });

  it("counts a price on a limit that there is not as 0, and has no bound where a column would grow for ever", () => {
    const lp = programOf([3, 1], [10, Infinity], [[4, [1, 1], Infinity]]);
    const wrongSign = dualPoint(lp, lp.colUpper, Float64Array.of(-2));
    expect([wrongSign.objective, wrongSign.y[0]]).toEqual([0, 0]);
    expect(dualPoint(lp, lp.colUpper, Float64Array.of(2)).objective).toBe(-Infinity);
  });

  it("is nowhere above the optimum, at any prices", () => {
    for (let seed = 0; seed < 40; seed++) {
      const { lp } = randomTwoStores(seed);
      const uniform = seededUniform(seed + 5);
      const { y, objective } = optimumOf(lp);
      expect(dualPoint(lp, lp.colUpper, y).objective).toBeCloseTo(objective, 7);
      const moved = y.map((price) => price + 4 * (uniform() - 0.5));
      expect(dualPoint(lp, lp.colUpper, moved).objective).toBeLessThanOrEqual(objective + 1e-7);
    }
  });
});
