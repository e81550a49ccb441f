import { describe, expect, it } from "vitest";
import { WarmEngine } from "../../src/plan/warm-engine.ts";
import { dualSimplex } from "../../src/solvers/dual-simplex.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { smallProgram } from "../support/random-programs.ts";

// min 3x + 2y, x + y >= 4, x + 3y >= 6, 0 <= x, y <= 10: at (3, 1) both rows bind and cost 11; y alone costs 8 at (0,
// 4).
const lp = smallProgram(
  "min",
  [
    [0, 3, 10],
    [0, 2, 10],
  ],
  [
    [4, [1, 1], Infinity],
    [6, [1, 3], Infinity],
  ],
);

describe("WarmEngine", () => {
  it("goes on from the last answer where the matrix is the same", () => {
    const engine = new WarmEngine(undefined);
    expect(solveLp(lp, { solver: engine.forPlan() })).toMatchObject({ status: "optimal", objective: 8 });
    expect(solveLp(lp, { solver: engine.forPlan() })).toMatchObject({ status: "optimal", objective: 8, iterations: 0 });
    const dearer = { ...lp, cost: Float64Array.of(1, 2) };
    expect(solveLp(dearer, { solver: engine.forPlan() })).toMatchObject({ objective: solveLp(dearer).objective });
  });

  it("starts anew where the matrix is another", () => {
    const engine = new WarmEngine(undefined);
    solveLp(lp, { solver: engine.forPlan() });
    const other = { ...lp, value: lp.value.map((value) => 2 * value) };
    expect(solveLp(other, { solver: engine.forPlan() })).toMatchObject({ status: "optimal", objective: 4 });
  });

  it("other programs of a plan leave it as it was", () => {
    const engine = new WarmEngine(dualSimplex);
    const first = engine.forPlan();
    solveLp(lp, { solver: first });
    const other = smallProgram("min", [[1, 2, 5]], []);
    expect(solveLp(other, { solver: first })).toMatchObject({ status: "optimal", objective: 2 });
    expect(solveLp(lp, { solver: engine.forPlan() }).iterations).toBe(0);
  });
});
