import { describe, expect, it } from "vitest";
import * as door from "../src/lp.ts";

describe("the door wattsplit/lp", () => {
  it("opens on these names and no others", () => {
    expect(Object.keys(door).toSorted()).toEqual([
      "BasisStatus",
      "ProgramError",
      "checkProgram",
      "checkSolution",
      "chooseEngine",
      "dualSimplex",
      "interiorPoint",
      "interiorPointWith",
      "prepareLp",
      "presolved",
      "rangeLp",
      "readMps",
      "solveLp",
      "solveLpAsync",
      "solveLpSteps",
      "writeMps",
    ]);
  });

  it("reads, solves, checks and writes", () => {
    // max 3 x + 2 y, x + y <= 4, x + 3 y <= 8, x <= 3: (3, 1), 11; see test/lp/check-solution.test.ts.
    const text = "NAME\nOBJSENSE\n MAX\nROWS\n N c\n L a\n L b\nCOLUMNS\n x c 3 a 1\n x b 1\n y c 2 a 1\n y b 3\nRHS\n a 4 b 8\nBOUNDS\n UP x 3\nENDATA\n";
    const lp = door.readMps(text);
    door.checkProgram(lp);
    const solution = door.solveLp(lp, { solver: door.dualSimplex });
    expect(solution).toMatchObject({ termination: "optimal", objective: 11 });
    expect([...solution.x!]).toEqual([3, 1]);
    expect([...solution.y!]).toEqual([2, 0]);
    expect(door.checkSolution(lp, solution).ok).toBe(true);
    expect(door.readMps(door.writeMps(lp))).toEqual(lp);
    expect(() => door.readMps("ROWS")).toThrow(door.ProgramError);
  });
});
