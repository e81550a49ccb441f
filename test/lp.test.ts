import { describe, expect, it } from "vitest";
import * as entryPoint from "../src/lp.ts";
import { smallProgram } from "./support/random-programs.ts";

describe("the entry point wattsplit/lp", () => {
  it("opens on these names and no others", () => {
    expect(Object.keys(entryPoint).toSorted()).toEqual([
      "BasisStatus",
      "LpBuilder",
      "ProgramError",
      "checkProgram",
      "checkSolution",
      "chooseEngine",
      "dualSimplex",
      "interiorPoint",
      "interiorPointWith",
      "prepareLp",
      "presolved",
      "rangeCosts",
      "rangeLp",
      "rowActivities",
      "solveLp",
      "solveLpAsync",
      "solveLpSteps",
    ]);
  });

  it("solves and checks", () => {
    // max 3 x + 2 y, x + y <= 4, x + 3 y <= 8, x <= 3: (3, 1), 11; see test/lp/check-solution.test.ts.
    const lp = smallProgram(
      "max",
      [
        [0, 3, 3],
        [0, 2, Infinity],
      ],
      [
        [-Infinity, [1, 1], 4],
        [-Infinity, [1, 3], 8],
      ],
    );
    entryPoint.checkProgram(lp);
    const solution = entryPoint.solveLp(lp, { solver: entryPoint.dualSimplex });
    expect(solution).toMatchObject({ status: "optimal", objective: 11 });
    expect([...solution.x!]).toEqual([3, 1]);
    expect([...solution.y!]).toEqual([2, 0]);
    expect(entryPoint.checkSolution(lp, solution).ok).toBe(true);
    expect(() => entryPoint.checkProgram({ ...lp, numCols: 3 })).toThrow(entryPoint.ProgramError);
  });
});
