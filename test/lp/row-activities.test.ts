import { describe, expect, it } from "vitest";
import { rowActivities } from "../../src/lp/row-activities.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { randomProgram, smallProgram } from "../support/random-programs.ts";

const lp = smallProgram(
  "min",
  [
    [0, 1, 1],
    [0, 1, 1],
    [0, 1, 1],
  ],
  [
    [0, [1, 2, 0], 9],
    [-1, [1e16, 1, -1e16], 9],
    [0, [0, 0, 0], 0],
  ],
);

describe("rowActivities", () => {
  it("is A x, exact where large terms cancel", () => {
    expect([...rowActivities(lp, Float64Array.of(3, 0.5, 3))]).toEqual([4, 0.5, 0]);
    // In doubles, added in order: 3e16 + 0.5 - 3e16 = 0.
    expect(1e16 * 3 + 0.5 - 1e16 * 3).toBe(0);
  });

  it("lies within the bounds at every optimum", () => {
    let tried = 0;
    for (let seed = 0; seed < 100; seed++) {
      const program = randomProgram(seed);
      const solution = solveLp(program);
      if (solution.status !== "optimal") continue;
      tried++;
      rowActivities(program, solution.x).forEach((activity, i) => {
        expect(activity).toBeGreaterThanOrEqual(program.rowLower[i] - 1e-7);
        expect(activity).toBeLessThanOrEqual(program.rowUpper[i] + 1e-7);
      });
    }
    expect(tried).toBeGreaterThan(30);
  });

  it("rejects vectors that are not a point of the program", () => {
    expect(() => rowActivities(lp, Float64Array.of(1))).toThrow(
      "x: got 1 entries, wanted a Float64Array of 3 (one per column).",
    );
    expect(() => rowActivities(lp, [1, 2, 3] as never)).toThrow("x: got an array, wanted a Float64Array");
    expect(() => rowActivities(lp, Float64Array.of(1, NaN, 2))).toThrow("x[1]: got NaN, wanted a finite number.");
    expect(() => rowActivities({ ...lp, numCols: 2 }, new Float64Array(2))).toThrow(/colStart/u);
  });
});
