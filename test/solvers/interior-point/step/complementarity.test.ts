import { describe, expect, it } from "vitest";
import { addCentrality, secondOrderTargets } from "../../../../src/solvers/interior-point/step/complementarity.ts";
import { Direction, Point } from "../../../../src/solvers/interior-point/step/point.ts";
import { interiorWorkspace } from "../../../support/interior-workspace.ts";
import { smallProgram } from "../../../support/random-programs.ts";
import { drain } from "../../../../src/solvers/budget/drain.ts";

// One boxed column and one equality: x, z, w, v each of length 1.
const { form, engine } = interiorWorkspace(
  smallProgram(
    "min",
    [
      [0, 1, 4],
      [-Infinity, 1, Infinity],
    ],
    [[1, [1, 1], 1]],
  ),
);
const point = new Point(form);
point.x[0] = 1;
point.z[0] = 2;
point.w[0] = 3;
point.v[0] = 0.5;
const direction = new Direction(form);
direction.x[0] = 2;
direction.z[0] = -1;
direction.v[0] = 1;

describe("complementarity", () => {
  it("the corrector subtracts the second-order terms, cut off at the limit; w moves by -x", () => {
    const out = { xz: new Float64Array(1), wv: new Float64Array(1) };
    drain(engine.newton.factor(point, 1e-7, 1e-7));
    // The predictor's dz = -2 (1 + 2 / 1) = -6, dx dz = -12; dv = -0.5 (1 - 2 / 3), dw dv = 1/3.
    secondOrderTargets(engine.newton, point, direction, 0.5, 20, out);
    expect(out.xz[0]).toBe(12.5);
    expect(out.wv[0]).toBeCloseTo(0.5 - 1 / 3, 14);
    secondOrderTargets(engine.newton, point, direction, 0.5, 0.25, out);
    expect([out.xz[0], out.wv[0]]).toEqual([0.75, 0.25]);
  });

  it("the centrality corrector moves outliers only", () => {
    const out = { xz: new Float64Array(1), wv: new Float64Array(1) };
    // Full steps: x z = 3 * 1 = 3, w v = 1 * 1.5. Within [0.1, 10] of 1: nothing; of 0.2: 3 and 1.5 -> [.., 2].
    addCentrality(point, direction, 1, 1, 1, out);
    expect([out.xz[0], out.wv[0]]).toEqual([0, 0]);
    addCentrality(point, direction, 1, 1, 0.2, out);
    expect([out.xz[0], out.wv[0]]).toEqual([-1, 0]);
    addCentrality(point, direction, 1, 1, 20, out);
    expect([out.xz[0], out.wv[0]]).toEqual([-1, 0.5]);
  });

  it("the centrality corrector takes at most ten targets from a product", () => {
    const out = { xz: new Float64Array(1), wv: new Float64Array(1) };
    // Products 3 and 1.5, ten targets are 1: 3 moves by 1 only, 1.5 to the edge.
    addCentrality(point, direction, 1, 1, 0.1, out);
    expect([out.xz[0], out.wv[0]]).toEqual([-1, -0.5]);
  });
});
