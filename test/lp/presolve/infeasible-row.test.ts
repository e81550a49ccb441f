import { describe, expect, it } from "vitest";
import { checkSolution } from "../../../src/lp/check-solution.ts";
import { detectInfeasibleRow } from "../../../src/lp/presolve/infeasible-row.ts";
import { presolve } from "../../../src/lp/presolve/presolve.ts";
import { Reduction } from "../../../src/lp/presolve/reduction.ts";
import { rowActivity } from "../../../src/lp/presolve/row-activity.ts";
import { smallProgram } from "../../support/random-programs.ts";

const unit = [0, 0, 1] as const;

describe("an impossible row", () => {
  it.each([
    ["x + y >= 3 with x, y <= 1", 3, Infinity, 1],
    ["x + y <= -1 with x, y >= 0", -Infinity, -1, -1],
  ])("is its own Farkas proof: %s", (_what, lower, upper, side) => {
    const r = new Reduction(smallProgram("min", [unit, unit], [[lower, [1, 1], upper]]));
    expect(detectInfeasibleRow(r, 0, rowActivity(r, 0))).toBe(true);
    expect([r.infeasibleRow, r.infeasibleSide]).toEqual([0, side]);
  });

  it("is proven together with the rows that gave its columns their bounds", () => {
    // 2x <= 2 and -4y >= -4 give x, y <= 1; x + y >= 3: z = 1 there, and -1/2 and 1/4 take the columns' share.
    const lp = smallProgram(
      "max",
      [
        [0, 0, 9],
        [0, 0, Infinity],
      ],
      [
        [-Infinity, [2, 0], 2],
        [-4, [0, -4], Infinity],
        [3, [1, 1], Infinity],
      ],
    );
    const { dualRay } = presolve(lp);
    expect(dualRay).toEqual(Float64Array.of(-0.5, 0.25, 1));
    const claim = {
      status: "infeasible",
      solver: "presolve",
      iterations: 0,
      objective: NaN,
      dualRay: dualRay ?? new Float64Array(),
    } as const;
    expect(checkSolution(lp, claim)).toMatchObject({ ok: true, rayViolation: 0 });
  });

  it("is not called so for less than the tolerance, but then no rule touches it", () => {
    const expensive = [0, 1, 1] as const;
    const lp = smallProgram("min", [expensive, expensive], [[2 + 5e-10, [1, 1], Infinity]]);
    const { dualRay, program } = presolve(lp);
    expect(dualRay).toBeUndefined();
    expect(program.rowLower).toEqual(lp.rowLower);
    expect([program.numRows, program.numCols]).toEqual([1, 2]);
  });

  it("is feasible if the sum equals the bound", () => {
    const r = new Reduction(smallProgram("min", [unit, unit], [[2, [1, 1], Infinity]]));
    expect(detectInfeasibleRow(r, 0, rowActivity(r, 0))).toBe(false);
  });
});
