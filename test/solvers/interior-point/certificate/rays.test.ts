import { describe, expect, it } from "vitest";
import { checkFarkasRay, checkRecessionRay } from "../../../../src/lp/check-ray.ts";
import { dualRayFrom, primalRayFrom } from "../../../../src/solvers/interior-point/certificate/rays.ts";
import { interiorWorkspace } from "../../../support/interior-workspace.ts";
import { smallProgram } from "../../../support/random-programs.ts";
import { drain } from "../../../../src/solvers/budget/drain.ts";

const ROUNDING = 1e-15;

describe("rays", () => {
  it("mends prices that are almost a Farkas ray", () => {
    // x - y >= 2 and y - x >= -1 with x, y >= 0: the sum of the rows says 0 >= 1.
    const lp = smallProgram(
      "min",
      [
        [0, 0, Infinity],
        [0, 0, Infinity],
      ],
      [
        [2, [1, -1], Infinity],
        [-1, [-1, 1], Infinity],
      ],
    );
    const space = interiorWorkspace(lp);
    const price = [1, 1 + 1e-7];
    const y = Float64Array.from(space.origin.rowOf, (row) => price[row] / space.scaling.row[row]);
    expect(checkFarkasRay(lp, Float64Array.from(price), ROUNDING)).toBeGreaterThan(1e-9);
    const ray = drain(dualRayFrom(lp, space.scaling, space, y));
    expect(checkFarkasRay(lp, ray ?? new Float64Array(2), ROUNDING)).toBeLessThan(1e-12);
    expect(drain(dualRayFrom(lp, space.scaling, space, new Float64Array(2)))).toBeUndefined();
  });

  it("mends a point that is almost a direction of recession", () => {
    // min -x with x - y = 1: both grow for ever along (1, 1).
    const lp = smallProgram(
      "min",
      [
        [0, -1, Infinity],
        [0, 0, Infinity],
        [0, 1, 1],
      ],
      [[1, [1, -1, 1], 1]],
    );
    const space = interiorWorkspace(lp);
    const x = new Float64Array(space.form.numCols);
    for (const [v, size] of [
      [0, 1e6],
      [1, 1e6 - 1],
    ])
      x[space.origin.varOf.indexOf(v)] = size / space.scaling.col[v];
    const ray = drain(primalRayFrom(lp, space.scaling, space, x));
    expect(checkRecessionRay(lp, ray ?? new Float64Array(3), ROUNDING)).toBeLessThan(1e-12);
    expect(ray?.[2]).toBe(0);
  });
});
