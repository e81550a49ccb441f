import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../src/lp/basis.ts";
import { fixForcedColumns } from "../../../src/lp/presolve/forcing-row.ts";
import { Reduction } from "../../../src/lp/presolve/reduction.ts";
import { rowActivity } from "../../../src/lp/presolve/row-activity.ts";
import { solveThrough } from "../../support/presolve-case.ts";
import { smallProgram } from "../../support/random-programs.ts";

const force = (r: Reduction) => expect(fixForcedColumns(r, 0, rowActivity(r, 0))).toBe(true);

describe("a forcing row", () => {
  it("at its upper bound gets the price that keeps all its columns at zero", () => {
    // x + 2y <= 0, x, y >= 0, costs -3, -4: y_0 = min(-3 / 1, -4 / 2) = -3; reduced costs 0 (basic) and -4 + 6 = 2.
    const lp = smallProgram(
      "min",
      [
        [0, -3, Infinity],
        [0, -4, Infinity],
      ],
      [[-Infinity, [1, 2], 0]],
    );
    const { solution, program } = solveThrough(lp, force);
    expect([program.numRows, program.numCols]).toEqual([0, 0]);
    expect(solution).toMatchObject({
      x: Float64Array.of(0, 0),
      y: Float64Array.of(-3),
      reducedCost: Float64Array.of(0, 2),
    });
    expect(solution.basis?.col[0]).toBe(BasisStatus.basic);
    expect(solution.basis?.row[0]).toBe(BasisStatus.atUpper);
  });

  it("at its lower bound, with columns at both of theirs, in a maximum", () => {
    // x - y >= 2, 0 <= x <= 2, 0 <= y <= 3: x = 2, y = 0. As min: costs 2, -3; y_0 = max(2 / 1, -3 / -1) = 3, of max
    // -3.
    const lp = smallProgram(
      "max",
      [
        [0, -2, 2],
        [0, 3, 3],
      ],
      [[2, [1, -1], Infinity]],
    );
    const { solution } = solveThrough(lp, force);
    expect(solution).toMatchObject({ objective: -4, x: Float64Array.of(2, 0), y: Float64Array.of(-3) });
    expect(solution.reducedCost).toEqual(Float64Array.of(1, 0));
    expect(solution.basis?.col).toEqual(Uint8Array.of(BasisStatus.atUpper, BasisStatus.basic));
  });

  it("has price zero if its columns stay at their bounds anyway", () => {
    const { solution } = solveThrough(
      smallProgram(
        "min",
        [
          [0, 1, 9],
          [0, 1, 9],
        ],
        [[-Infinity, [1, 2], 0]],
      ),
      force,
    );
    expect(solution).toMatchObject({ y: Float64Array.of(0), reducedCost: Float64Array.of(1, 1) });
    expect(solution.basis?.row[0]).toBe(BasisStatus.basic);
  });

  it("is not forcing if its columns have room, however little beyond rounding", () => {
    const r = new Reduction(smallProgram("min", [[0, -1, 1]], [[-Infinity, [1], 1e-12]]));
    expect(fixForcedColumns(r, 0, rowActivity(r, 0))).toBe(false);
  });
});
