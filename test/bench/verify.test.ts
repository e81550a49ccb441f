import { describe, expect, it } from "vitest";
import { dualSimplex, solveLp, type LinearProgram } from "wattsplit/lp";
import { verify } from "../../bench/method/verify.ts";

// min -x - 2y, x + y <= 4, 0 <= x, y <= 3: optimum -7 at (1, 3), y of the row -1, reduced costs (0, -1).
const lp: LinearProgram = {
  numRows: 1,
  numCols: 2,
  colStart: Int32Array.of(0, 1, 2),
  rowIndex: Int32Array.of(0, 0),
  value: Float64Array.of(1, 1),
  cost: Float64Array.of(-1, -2),
  colLower: Float64Array.of(0, 0),
  colUpper: Float64Array.of(3, 3),
  rowLower: Float64Array.of(-Infinity),
  rowUpper: Float64Array.of(4),
  sense: "min",
  objectiveOffset: 0,
};
const right = {
  status: "optimal",
  objective: -7,
  x: Float64Array.of(1, 3),
  y: Float64Array.of(-1),
  reducedCost: Float64Array.of(0, -1),
};
const byDuals = { proof: "duals" } as const;
const byObjective = { proof: "objective" } as const;

describe("verify", () => {
  it("passes what is right, by either proof", () => {
    expect(solveLp(lp, { solver: dualSimplex }).objective).toBe(-7);
    expect(verify(lp, right, byDuals, undefined)).toMatchObject({ ok: true, primalInfeasibility: 0, relativeGap: 0 });
    const verdict = verify(lp, { status: "optimal", objective: -7, x: right.x }, byObjective, -7);
    expect(verdict).toEqual({ ok: true, primalInfeasibility: 0, objectiveError: 0 });
  });

  it.each([
    ["another word", { status: "infeasible", objective: NaN }, byDuals, undefined, "it says infeasible"],
    ["no point", { status: "optimal", objective: -7 }, byDuals, -7, "no point"],
    ["no duals from one that has some", { ...right, y: undefined }, byDuals, -7, "dual Infinity"],
    [
      "a feasible point that is not optimal",
      { ...right, x: Float64Array.of(0, 3), objective: -6 },
      byDuals,
      undefined,
      "gap",
    ],
    [
      "the same without duals",
      { status: "optimal", x: Float64Array.of(0, 3), objective: -6 },
      byObjective,
      -7,
      "objective off by 1e-1",
    ],
    [
      "a point outside",
      { status: "optimal", x: Float64Array.of(1.5, 3), objective: -7 },
      byObjective,
      -7,
      "primal infeasibility 1e-1",
    ],
    ["an objective that disagrees with the reference", right, byDuals, -8, "objective off by"],
    [
      "nothing to compare with",
      { status: "optimal", x: right.x, objective: -7 },
      byObjective,
      undefined,
      "no solver has proven",
    ],
  ])("refuses %s", (_, answer, solver, reference, reason) => {
    const verdict = verify(lp, answer as typeof right, solver, reference);
    expect(verdict.ok).toBe(false);
    expect(verdict.reason).toContain(reason);
  });
});
