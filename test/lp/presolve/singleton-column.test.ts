import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../src/lp/basis.ts";
import { Reduction } from "../../../src/lp/presolve/reduction.ts";
import { solveForSingletonColumn, valueOfSingletonColumn } from "../../../src/lp/presolve/singleton-column.ts";
import { rowActivity } from "../../../src/lp/presolve/row-activity.ts";
import { solveThrough } from "../../support/presolve-case.ts";
import { smallProgram } from "../../support/random-programs.ts";

const INF = Infinity;
const solveRow = (r: Reduction) => expect(solveForSingletonColumn(r, 0, rowActivity(r, 0))).toBe(true);
/** A second row, so that x is not a singleton. */
const elsewhere = [-INF, [1, 0], 9] as const;

describe("a column singleton", () => {
  it("of an equality becomes a range of the rest, its cost a price", () => {
    // x + 2s = 4, 0 <= s <= 1, costs 1 and 3: price 3/2, 2 <= x <= 4 at 1 - 3/2: x = 4, s = 0, y = 3/2 - 1/2 = 1,
    // and the reduced cost of s is 3 - 2 = 1.
    const { program, solution } = solveThrough(
      smallProgram(
        "min",
        [
          [0, 1, INF],
          [0, 3, 1],
        ],
        [[4, [1, 2], 4], elsewhere],
      ),
      solveRow,
    );
    expect(program).toMatchObject({ numCols: 1, objectiveOffset: 6, cost: Float64Array.of(-0.5) });
    expect([program.rowLower[0], program.rowUpper[0]]).toEqual([2, 4]);
    expect(solution).toMatchObject({
      objective: 4,
      x: Float64Array.of(4, 0),
      y: Float64Array.of(1, 0),
      reducedCost: Float64Array.of(0, 1),
    });
    expect(solution.basis?.col[1]).toBe(BasisStatus.atLower);
  });

  it("between its bounds takes the whole price and is basic", () => {
    // As above with x <= 3: s = 1/2, y = 3/2.
    const { solution } = solveThrough(
      smallProgram(
        "min",
        [
          [0, 1, 3],
          [0, 3, 1],
        ],
        [[4, [1, 2], 4], elsewhere],
      ),
      solveRow,
    );
    expect(solution).toMatchObject({
      x: Float64Array.of(3, 0.5),
      y: Float64Array.of(1.5, 0),
      reducedCost: Float64Array.of(-0.5, 0),
    });
    expect(solution.basis?.col[1]).toBe(BasisStatus.basic);
  });

  it.each(["min", "max"] as const)("that only its row stops puts the row at that bound (%s)", (sense) => {
    // x + 2s <= 8 with s free to rise and worth 2: the row is full, s = (8 - x) / 2, x costs 1 - 1 = 0 more: any x.
    const sign = sense === "min" ? 1 : -1;
    const lp = smallProgram(
      sense,
      [
        [1, sign * 2, 3],
        [0, sign * -2, INF],
      ],
      [[-INF, [1, 2], 8], elsewhere],
    );
    const { program, solution } = solveThrough(lp, solveRow);
    expect([program.rowLower[0], program.rowUpper[0]]).toEqual([-INF, 8]);
    expect(solution).toMatchObject({ x: Float64Array.of(1, 3.5), objective: sign * -5 });
    expect(solution.y?.[0]).toBe(-sign);
    expect(solution.basis?.row[0]).toBe(BasisStatus.atUpper);
  });

  it("whose own bound the row implies counts as free on that side, otherwise it stays", () => {
    const may = (upper: number) => {
      const r = new Reduction(
        smallProgram(
          "min",
          [
            [1, 2, 3],
            [0, -2, upper],
          ],
          [[-INF, [1, 2], 8], elsewhere],
        ),
      );
      return solveForSingletonColumn(r, 0, rowActivity(r, 0));
    };
    expect(may(3.5)).toBe(true); // x >= 1: 2s <= 7
    expect(may(3.4)).toBe(false);
  });

  it("stays if no bound of it or its row stops it, if its coefficient is small, and if it is not a singleton", () => {
    const may = (col: readonly [number, number, number], a: number, second: number) => {
      const r = new Reduction(
        smallProgram(
          "min",
          [[1, 2, 3], col],
          [
            [-INF, [1, a], 8],
            [-INF, [1, second], 9],
          ],
        ),
      );
      return solveForSingletonColumn(r, 0, rowActivity(r, 0));
    };
    expect(may([0, -2, INF], 2, 0)).toBe(true);
    expect(may([0, 2, INF], 2, 0)).toBe(false);
    expect(may([0, -2, INF], 1e-4, 0)).toBe(false);
    expect(may([0, -2, INF], 2, 1)).toBe(false);
  });

  it("follows a direction so that its row does not feel it", () => {
    const r = new Reduction(
      smallProgram(
        "min",
        [
          [0, 1, INF],
          [-INF, 3, INF],
        ],
        [[4, [1, 2], 4], elsewhere],
      ),
    );
    solveRow(r);
    expect(valueOfSingletonColumn(r, 0, Float64Array.of(3, 0), 4)).toBe(0.5);
    expect(valueOfSingletonColumn(r, 0, Float64Array.of(3, 0), 0)).toBe(-1.5);
  });
});
