import { describe, expect, it } from "vitest";
import { Direction } from "../../../../src/solvers/interior-point/step/point.ts";
import {
  affineMean,
  affineSteps,
  recoverDuals,
  boundaryShare,
} from "../../../../src/solvers/interior-point/step/step-length.ts";
import { interiorWorkspace } from "../../../support/interior-workspace.ts";
import { smallProgram } from "../../../support/random-programs.ts";
import { drain } from "../../../../src/solvers/budget/drain.ts";

describe("recoverDuals", () => {
  const { form, engine } = interiorWorkspace(
    smallProgram(
      "min",
      [
        [0, 1, 4],
        [0, 1, Infinity],
      ],
      [[1, [1, 1], 1]],
    ),
  );
  const { point, newton } = engine;
  point.x.set([1, 2]);
  point.w.set([3]);
  point.z.set([1, 1]);
  point.v.set([1]);
  drain(newton.factor(point, 1e-7, 1e-7));
  const products = { xz: new Float64Array([1, 2]), wv: new Float64Array([3]) }; // where they are

  it("finds the first variable to meet 0, on both sides of a box", () => {
    const direction = new Direction(form);
    const steps = { primal: 0, dual: 0 };
    direction.x.set([6, -1]); // w = 3 is gone at 1/2, x_1 = 2 only at 2
    recoverDuals(newton, point, products, direction, steps);
    expect(steps.primal).toBe(0.5);
    // z dx + x dz = 0: dz = -6, 1/2; v dw + w dv = 0: dv = 2.
    expect([...direction.z, ...direction.v]).toEqual([-6, 0.5, 2]);
    expect(steps.dual).toBeCloseTo(1 / 6, 15);
    direction.x.set([-4, -1]);
    recoverDuals(newton, point, products, direction, steps);
    expect(steps.primal).toBe(0.25);
  });

  it("is Infinity if nothing shrinks", () => {
    const direction = new Direction(form);
    const steps = { primal: 0, dual: 0 };
    recoverDuals(newton, point, products, direction, steps);
    expect(steps).toEqual({ primal: Infinity, dual: Infinity });
    const affine = { primal: 0, dual: 0, first: 0, second: 0 };
    affineSteps(newton, point, direction, affine);
    expect(affine).toEqual({ primal: Infinity, dual: 1, first: 0, second: 0 });
  });

  it("says of the predictor what recovering it in full would", () => {
    const direction = new Direction(form);
    direction.x.set([1.5, -1]);
    const full = { primal: 0, dual: 0 };
    recoverDuals(newton, point, { xz: new Float64Array(2), wv: new Float64Array(1) }, direction, full);
    const affine = { primal: 0, dual: 0, first: 0, second: 0 };
    affineSteps(newton, point, direction, affine);
    expect([affine.primal, affine.dual]).toEqual([full.primal, full.dual]);
    // dz = -(1 + 1.5), -(1 - 0.5), dv = -(1 - 0.5); x z: (1 + 1.5 p)(1 - 2.5 d) etc.
    expect([...direction.z, ...direction.v]).toEqual([-2.5, -0.5, -0.5]);
    const [p, d] = [0.5, 0.25];
    const after = (1 + 1.5 * p) * (1 - 2.5 * d) + (2 - p) * (1 - 0.5 * d) + (3 - 1.5 * p) * (1 - 0.5 * d);
    expect(affineMean(2, 3, { ...affine, primal: p, dual: d })).toBeCloseTo(after / 3, 14);
  });
});

describe("boundaryShare", () => {
  it("is 0.9 at first, and in the end 0.97 to 0.999 as the way to the boundary nears a full step", () => {
    expect(boundaryShare(1, { primal: 1, dual: 1 })).toBe(0.9);
    expect(boundaryShare(1e-5, { primal: 0.5, dual: 1 })).toBe(0.97);
    expect(boundaryShare(1e-5, { primal: 0.98, dual: 1 })).toBe(0.98);
    expect(boundaryShare(1e-5, { primal: 3, dual: Infinity })).toBe(0.999);
  });
});
