import { describe, expect, it } from "vitest";
import { fixDominatedColumns } from "../../../src/lp/presolve/dominated-column.ts";
import { Reduction } from "../../../src/lp/presolve/reduction.ts";
import { solveThrough } from "../../support/presolve-case.ts";
import { smallProgram } from "../../support/random-programs.ts";

const INF = Infinity;

describe("a dominated column", () => {
  it("without coefficients goes to the bound its cost asks for, or anywhere without a cost", () => {
    const lp = smallProgram(
      "min",
      [
        [1, 2, 4],
        [-3, -2, 7],
        [-INF, 0, 5],
        [-INF, 0, INF],
      ],
      [],
    );
    const { solution, program } = solveThrough(lp, fixDominatedColumns);
    expect(program.numCols).toBe(0);
    expect(solution.x).toEqual(Float64Array.of(1, 7, 5, 0));
  });

  it("helps no row and costs nothing less: down it goes", () => {
    // x only loads the row x + y <= 4; y pays 1 and is stopped by it.
    const lp = smallProgram(
      "min",
      [
        [1, 0, INF],
        [0, -1, INF],
      ],
      [[-INF, [1, 1], 4]],
    );
    const { solution, program } = solveThrough(lp, fixDominatedColumns);
    expect(program.numCols).toBe(1);
    expect(solution).toMatchObject({ x: Float64Array.of(1, 3), y: Float64Array.of(-1) });
  });

  it("is fixed if a singleton does the same at lower cost", () => {
    // u + v >= 4 at 1 and 3: the singleton u holds the price to [0, 1]; w - v >= -9 has a price >= 0, so that
    // d_v = 3 - y_0 + y_1 >= 2. u and w stay: what they tell is used for v only.
    const lp = smallProgram(
      "min",
      [
        [0, 1, INF],
        [0, 3, INF],
        [0, 1, INF],
      ],
      [
        [4, [1, 1, 0], INF],
        [-9, [0, -1, 1], INF],
      ],
    );
    const { solution, r } = solveThrough(lp, fixDominatedColumns);
    expect([r.hasCol(0), r.hasCol(1), r.hasCol(2)]).toEqual([true, false, true]);
    expect(solution).toMatchObject({ objective: 4, x: Float64Array.of(4, 0, 0) });
  });

  it("stays if it would move without end: the engine has to prove that by a ray", () => {
    const empty = smallProgram("max", [[0, 1, INF]], []);
    const loaded = smallProgram("min", [[-INF, 1, 0]], [[-INF, [2], 4]]);
    for (const lp of [empty, loaded]) {
      const { solution, r } = solveThrough(lp, fixDominatedColumns);
      expect(r.numSteps).toBe(0);
      expect(solution.status).toBe("unbounded");
    }
  });

  it("is not dominated while a row may need it", () => {
    const r = new Reduction(smallProgram("min", [[0, 1, 9]], [[2, [1], INF]]));
    fixDominatedColumns(r);
    expect(r.numSteps).toBe(0);
  });
});
