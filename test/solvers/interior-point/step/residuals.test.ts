import { describe, expect, it } from "vitest";
import { Direction, Point } from "../../../../src/solvers/interior-point/step/point.ts";
import { moveAndMeasure, Residuals } from "../../../../src/solvers/interior-point/step/residuals.ts";
import { interiorWorkspace } from "../../../support/interior-workspace.ts";
import { smallProgram } from "../../../support/random-programs.ts";

describe("moveAndMeasure", () => {
  it("vanish at the optimum and nowhere else", () => {
    // min x + 3 y, x + y = 5, x <= 4: x = 4, y = 1, price 3, v of x's limit 2.
    const { form } = interiorWorkspace(
      smallProgram(
        "min",
        [
          [0, 1, 4],
          [0, 3, Infinity],
        ],
        [[5, [1, 1], 5]],
      ),
    );
    const size = form.rhs[0] / 5;
    const money = form.cost[0];
    const point = new Point(form);
    point.x.set([4 * size, size]);
    point.v[0] = 2 * money;
    point.y[0] = 3 * money;
    const still = new Direction(form);
    const out = new Residuals(form);
    moveAndMeasure(form, point, still, 0, 0, 1, out);
    expect([out.primalNorm, out.dualNorm, out.mu]).toEqual([0, 0, 0]);
    expect(out.primalObjective).toBe(7 * size * money);
    expect(out.dualObjective).toBe(out.primalObjective);
    expect(out.relativeGap).toBe(0);
    point.w[0] = 3;
    point.y[0] += 0.5;
    point.x[1] += 0.25;
    moveAndMeasure(form, point, still, 0, 0, 1, out);
    expect([out.primalNorm, out.dualNorm]).toEqual([0.25, 0.5]);
    expect(out.mu).toBe((3 * 2 * money) / 3);
  });

  it("moves by the two steps, and says so", () => {
    const { form } = interiorWorkspace(
      smallProgram(
        "min",
        [
          [0, 1, 4],
          [0, 3, Infinity],
        ],
        [[5, [1, 1], 5]],
      ),
    );
    const { point, direction } = inside(form);
    const out = new Residuals(form);
    expect(moveAndMeasure(form, point, direction, 0.5, 0.25, 0.9, out)).toBe(true);
    expect([...point.x, ...point.w, ...point.z, ...point.v, ...point.y]).toEqual([1.25, 1.5, 2.75, 3.25, 4.5, 4.5, 1]);
    expect(out.mu).toBe((1.25 * 3.25 + 1.5 * 4.5 + 2.75 * 4.5) / 3);
  });

  it("stops each pair short of 0 separately: x + w and z - v of a box are unchanged, and rows get a residual", () => {
    const { form } = interiorWorkspace(
      smallProgram(
        "min",
        [
          [0, 1, 4],
          [0, 3, Infinity],
        ],
        [[5, [1, 1], 5]],
      ),
    );
    const { point, direction } = inside(form);
    direction.x[0] = 8; // w = 3 would be -1 at a step of 0.5: it stops at 0.75
    direction.v[0] = -16; // v = 5 would be 1 at a step of 0.25, 0.25 short of a quarter: z gets it, too
    const out = new Residuals(form);
    expect(moveAndMeasure(form, point, direction, 0.5, 0.25, 0.75, out)).toBe(false);
    expect([...point.x, ...point.w]).toEqual([3.25, 1.5, 0.75]);
    expect([...point.z, ...point.v]).toEqual([3.5, 4.5, 1.25]);
    const before = new Residuals(form);
    moveAndMeasure(form, point, new Direction(form), 0, 0, 1, before);
    expect(before.primalNorm).toBe(out.primalNorm);
  });
});

/** x = (1, 2), w = 3, z = (3, 4), v = 5 and a direction from there. */
function inside(form: ReturnType<typeof interiorWorkspace>["form"]): { point: Point; direction: Direction } {
  const point = new Point(form);
  const direction = new Direction(form);
  point.x.set([1, 2]);
  point.z.set([3, 4]);
  point.w.set([3]);
  point.v.set([5]);
  direction.x.set([0.5, -1]);
  direction.z.set([1, 2]);
  direction.v.set([-2]);
  direction.y[0] = 4;
  return { point, direction };
}
