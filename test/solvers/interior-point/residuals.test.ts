import { describe, expect, it } from "vitest";
import { Point } from "../../../src/solvers/interior-point/point.ts";
import { computeResiduals, Residuals } from "../../../src/solvers/interior-point/residuals.ts";
import { interiorWorkspace } from "../../support/interior-workspace.ts";
import { smallProgram } from "../../support/random-programs.ts";

describe("computeResiduals", () => {
  it("vanish at the optimum and nowhere else", () => {
    // min x + 3 y, x + y = 5, x <= 4: x = 4, y = 1, price 3, v of x's limit 2.
    const { form } = interiorWorkspace(smallProgram("min", [[0, 1, 4], [0, 3, Infinity]], [[5, [1, 1], 5]]));
    const size = form.rhs[0] / 5;
    const money = form.cost[0];
    const point = new Point(form);
    point.x.set([4 * size, size]);
    point.v[0] = 2 * money;
    point.y[0] = 3 * money;
    const out = new Residuals(form);
    computeResiduals(form, point, out);
    expect([out.primalNorm, out.dualNorm, out.mu]).toEqual([0, 0, 0]);
    expect(out.primalObjective).toBe(7 * size * money);
    expect(out.dualObjective).toBe(out.primalObjective);
    expect(out.relativeGap).toBe(0);
    point.w[0] = 3;
    point.y[0] += 0.5;
    point.x[1] += 0.25;
    computeResiduals(form, point, out);
    expect([out.primalNorm, out.dualNorm]).toEqual([0.25, 0.5]);
    expect(out.mu).toBe((3 * 2 * money) / 3);
  });
});
