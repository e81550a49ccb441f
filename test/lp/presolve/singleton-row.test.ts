import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../src/lp/basis.ts";
import { fixColumn } from "../../../src/lp/presolve/fixed-column.ts";
import { singletonRowToBound } from "../../../src/lp/presolve/singleton-row.ts";
import { Reduction } from "../../../src/lp/presolve/reduction.ts";
import { solveThrough } from "../../support/presolve-case.ts";
import { smallProgram } from "../../support/random-programs.ts";

const turnAll = (r: Reduction) => {
  for (let i = 0; i < r.lp.numRows; i++) expect(singletonRowToBound(r, i)).toBe(true);
};

describe("a singleton row", () => {
  it("becomes a bound, and takes the reduced cost that asks for it", () => {
    // min 2x with -3x <= -6: x >= 2, d = 2, y = 2 / -3, the row at its upper limit, x basic.
    const { program, solution } = solveThrough(smallProgram("min", [[0, 2, 9]], [[-Infinity, [-3], -6]]), turnAll);
    expect([program.colLower[0], program.colUpper[0]]).toEqual([2, 9]);
    expect(solution).toMatchObject({
      x: Float64Array.of(2),
      y: Float64Array.of(-2 / 3),
      reducedCost: Float64Array.of(0),
    });
    expect(solution.basis).toEqual({ col: Uint8Array.of(BasisStatus.basic), row: Uint8Array.of(BasisStatus.atUpper) });
  });

  it("leaves the reduced cost to a column at its own bound", () => {
    const { solution } = solveThrough(smallProgram("max", [[0, 2, 9]], [[4, [2], 20]]), turnAll);
    expect(solution).toMatchObject({ x: Float64Array.of(9), y: Float64Array.of(0), reducedCost: Float64Array.of(2) });
    expect(solution.basis).toEqual({ col: Uint8Array.of(BasisStatus.atUpper), row: Uint8Array.of(BasisStatus.basic) });
  });

  it.each([
    [1, [0.25, 0]],
    [-1, [0, -1]],
  ])("of two that meet, charges the one the cost %i asks for", (cost, y) => {
    // 4x >= 8 and x <= 2.
    const { solution } = solveThrough(
      smallProgram(
        "min",
        [[-9, cost, 9]],
        [
          [8, [4], Infinity],
          [-Infinity, [1], 2],
        ],
      ),
      (r) => {
        turnAll(r);
        expect(fixColumn(r, 0)).toBe(true);
      },
    );
    expect([...(solution.y ?? [])]).toEqual(y);
  });

  it("takes fixed columns into account and leaves longer rows alone", () => {
    const r = new Reduction(
      smallProgram(
        "min",
        [
          [0, 1, 9],
          [3, 1, 3],
        ],
        [[-Infinity, [2, 1], 7]],
      ),
    );
    expect(singletonRowToBound(r, 0)).toBe(false);
    r.fixCol(1, 3, BasisStatus.atLower);
    expect(singletonRowToBound(r, 0)).toBe(true);
    expect(r.colUpper[0]).toBe(2);
  });

  it("uses the column's own bound if the two cross by rounding", () => {
    const r = new Reduction(smallProgram("min", [[0, 1, 1]], [[1 + 1e-15, [1], Infinity]]));
    expect(singletonRowToBound(r, 0)).toBe(true);
    expect([r.colLower[0], r.colUpper[0]]).toEqual([1, 1]);
  });
});
