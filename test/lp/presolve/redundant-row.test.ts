import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../src/lp/basis.ts";
import { dropRedundantRow } from "../../../src/lp/presolve/redundant-row.ts";
import { Reduction } from "../../../src/lp/presolve/reduction.ts";
import { rowActivity } from "../../../src/lp/presolve/row-activity.ts";
import { solveThrough } from "../../support/presolve-case.ts";
import { smallProgram } from "../../support/random-programs.ts";

describe("a redundant row", () => {
  // x, y in [0, 1]; x + y <= 1 alone binds: free, empty, and implied (2 >= x + y, x - y >= -1) rows are loose.
  const lp = smallProgram(
    "max",
    [
      [0, 1, 1],
      [0, 1, 1],
    ],
    [
      [-Infinity, [1, 2], Infinity],
      [-1, [0, 0], 1],
      [-Infinity, [1, 1], 2],
      [-1, [1, -1], Infinity],
      [-Infinity, [1, 1], 1],
    ],
  );

  it("leaves with price 0 and a basic activity", () => {
    const { program, solution } = solveThrough(lp, (r) => {
      const dropped = [0, 1, 2, 3, 4].map((i) => dropRedundantRow(r, i, rowActivity(r, i)));
      expect(dropped).toEqual([true, true, true, true, false]);
    });
    expect(program.numRows).toBe(1);
    expect(solution.objective).toBe(1);
    expect(solution.y).toEqual(Float64Array.of(0, 0, 0, 0, 1));
    expect(solution.basis?.row.slice(0, 4)).toEqual(new Uint8Array(4).fill(BasisStatus.basic));
  });

  it("loses the one bound that is implied and stays for the other", () => {
    const r = new Reduction(
      smallProgram(
        "min",
        [
          [0, 1, 1],
          [0, 1, 1],
        ],
        [
          [0, [1, 1], 1.5],
          [0.5, [1, 1], 2],
        ],
      ),
    );
    expect(dropRedundantRow(r, 0, rowActivity(r, 0))).toBe(false);
    expect([r.rowLower[0], r.rowUpper[0]]).toEqual([-Infinity, 1.5]);
    expect(dropRedundantRow(r, 1, rowActivity(r, 1))).toBe(false);
    expect([r.rowLower[1], r.rowUpper[1]]).toEqual([0.5, Infinity]);
  });
});
