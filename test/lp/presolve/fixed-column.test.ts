import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../src/lp/basis.ts";
import { fixColumn } from "../../../src/lp/presolve/fixed-column.ts";
import { Reduction } from "../../../src/lp/presolve/reduction.ts";
import { solveThrough } from "../../support/presolve-case.ts";
import { smallProgram } from "../../support/random-programs.ts";

describe("a fixed column", () => {
  it("adds to the activity of its rows and to the objective; its reduced cost decides its status", () => {
    // x = 2 fixed, y in [0, 9], x + y >= 5, costs 4 and 5: y = 3, price 5, reduced cost of x = 4 - 5 = -1.
    const lp = smallProgram(
      "min",
      [
        [2, 4, 2],
        [0, 5, 9],
      ],
      [[5, [1, 1], Infinity]],
      100,
    );
    const { program, solution } = solveThrough(lp, (r) => expect(fixColumn(r, 0)).toBe(true));
    expect(program).toMatchObject({ numCols: 1, objectiveOffset: 108, rowLower: Float64Array.of(3) });
    expect(solution).toMatchObject({
      objective: 123,
      x: Float64Array.of(2, 3),
      y: Float64Array.of(5),
      reducedCost: Float64Array.of(-1, 0),
    });
    expect(solution.basis?.col[0]).toBe(BasisStatus.atUpper);
  });

  it("is fixed, too, if its range is too small to matter, but not if a coefficient makes it large", () => {
    const fixed = (a: number, upper: number) => {
      const r = new Reduction(smallProgram("min", [[0, 1, upper]], [[-9, [a], 9]]));
      return fixColumn(r, 0);
    };
    expect(fixed(1, 3e-15)).toBe(true);
    expect(fixed(1e6, 3e-15)).toBe(false);
    expect(fixed(1, 1e-9)).toBe(false);
    expect(fixed(1, Infinity)).toBe(false);
  });
});
