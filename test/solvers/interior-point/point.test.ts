import { describe, expect, it } from "vitest";
import { addStep, Direction, meanProductAfter, Point } from "../../../src/solvers/interior-point/point.ts";
import { interiorWorkspace } from "../../support/interior-workspace.ts";
import { smallProgram } from "../../support/random-programs.ts";

const { form } = interiorWorkspace(smallProgram("min", [[0, 1, 4], [0, 1, Infinity]], [[1, [1, 1], 1]]));

describe("point", () => {
  it("the mean product foretold is the one met", () => {
    const point = new Point(form);
    point.x.set([1, 2]);
    point.z.set([3, 4]);
    point.w.set([3]);
    point.v.set([5]);
    const direction = new Direction(form);
    direction.x.set([0.5, -1]);
    direction.z.set([1, 2]);
    direction.v.set([-2]);
    // x z: 1.25 * 3.25 + 1.5 * 4.5, w v: 2.75 * 4.5, over 3.
    const foretold = meanProductAfter(form, point, direction, 0.5, 0.25);
    expect(foretold).toBeCloseTo((1.25 * 3.25 + 1.5 * 4.5 + 2.75 * 4.5) / 3, 14);
    addStep(point, direction, 0.5, 0.25);
    expect([...point.x, ...point.w]).toEqual([1.25, 1.5, 2.75]);
    expect(meanProductAfter(form, point, direction, 0, 0)).toBeCloseTo(foretold, 14);
  });
});
