import { describe, expect, it } from "vitest";
import { checkProgram } from "../../src/lp/check-program.ts";
import type { LinearProgram } from "../../src/lp/linear-program.ts";
import type { OptimalSolution } from "../../src/lp/solution.ts";
import { faceProgram } from "../../src/lp/face-program.ts";
import { dualSimplex } from "../../src/solvers/dual-simplex.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { withCostRow } from "../support/cost-row.ts";
import { randomProgram, seededUniform } from "../support/random-programs.ts";
import { runs } from "../support/runs.ts";

function optimum(lp: LinearProgram): OptimalSolution {
  const solution = solveLp(lp, { solver: dualSimplex });
  if (solution.status !== "optimal") throw new Error(solution.status);
  return solution;
}

describe("faceProgram", () => {
  // min a + b + 3 c - d,   a + b + c >= 2 and a - b <= 5,   0 <= a, b, c <= 4, 0 <= d <= 1.
  // Optima: a + b = 2, c = 0, d = 1, so the first row and the last two columns are tied down; a and b are not.
  const lp: LinearProgram = {
    numRows: 2,
    numCols: 4,
    colStart: Int32Array.of(0, 2, 4, 5, 5),
    rowIndex: Int32Array.of(0, 1, 0, 1, 0),
    value: Float64Array.of(1, 1, 1, -1, 1),
    cost: Float64Array.of(1, 1, 3, -1),
    colLower: new Float64Array(4),
    colUpper: Float64Array.of(4, 4, 4, 1),
    rowLower: Float64Array.of(2, -Infinity),
    rowUpper: Float64Array.of(Infinity, 5),
    sense: "min",
    objectiveOffset: 7,
  };

  const none = new Float64Array(4);

  it("fixes rows and columns with a price, and nothing else", () => {
    const face = faceProgram(lp, optimum(lp), none);
    checkProgram(face);
    expect([[...face.colLower], [...face.colUpper]]).toEqual([
      [0, 0, 0, 1],
      [4, 4, 0, 1],
    ]);
    expect([[...face.rowLower], [...face.rowUpper]]).toEqual([
      [2, -Infinity],
      [2, 5],
    ]);
    expect([[...face.cost], face.objectiveOffset]).toEqual([[0, 0, 0, 0], 0]);
  });

  it("answers a question about equal optima in few steps from their basis", () => {
    const free = optimum(lp);
    if (free.basis === undefined) throw new Error("no basis");
    const face = faceProgram(lp, free, none);
    face.colUpper.set([0.5, 4]);
    const limited = solveLp(face, { startBasis: free.basis, iterationLimit: 2 });
    expect([...(limited.x as Float64Array)]).toEqual([expect.closeTo(0.5, 9), expect.closeTo(1.5, 9), 0, 1]);
    face.colUpper.set([0.5, 0.5]);
    expect(solveLp(face, { startBasis: free.basis, iterationLimit: 3 }).status).toBe("infeasible");
  });

  it("does not change the program, and ignores a price whose bound the point does not touch", () => {
    const free = optimum(lp);
    const before = structuredClone(lp);
    const face = faceProgram(lp, { ...free, x: Float64Array.of(1, 1, 0.25, 1) }, none);
    expect(lp).toEqual(before);
    expect([face.colUpper[2], face.rowUpper[0]]).toEqual([4, Infinity]);
  });

  it("reads the prices of a maximum by their own signs", () => {
    const turned: LinearProgram = { ...lp, sense: "max", cost: lp.cost.map((c) => -c) };
    const face = faceProgram(turned, optimum(turned), none);
    expect([[...face.colLower], [...face.colUpper], [...face.rowLower], [...face.rowUpper], face.sense]).toEqual([
      [0, 0, 0, 1],
      [4, 4, 0, 1],
      [2, -Infinity],
      [2, 5],
      "min",
    ]);
  });

  it("does not treat rounding as a price, or an infinite bound as reached", () => {
    // a = 2, b = 0 meets a - b <= 2; a y of 1e-13 there is rounding beside costs of 1 and binds nothing, one of 1e-3
    // does.
    const near = { ...lp, rowUpper: Float64Array.of(Infinity, 2) };
    const x = Float64Array.of(2, 0, 0, 1);
    expect(faceProgram(near, { x, y: Float64Array.of(1, -1e-13) }, none).rowLower[1]).toBe(-Infinity);
    expect(faceProgram(near, { x, y: Float64Array.of(1, -1e-3) }, none).rowLower[1]).toBe(2);
    // y_0 = 1 with the wrong sign asks for the upper bound, which is infinite.
    expect(faceProgram(lp, { x, y: Float64Array.of(-1, 0) }, none).rowUpper[0]).toBe(Infinity);
  });

  it(
    "contains all optima and only optima: any second cost has the same minimum over it and over the points of " +
      "optimal cost",
    () => {
      const endings: Record<string, number> = {};
      for (let seed = 0; seed < runs(300, 60); seed++) {
        const random: LinearProgram = { ...randomProgram(seed), sense: "min", objectiveOffset: 0 };
        const free = solveLp(random, { solver: dualSimplex });
        if (free.status !== "optimal") continue;
        const uniform = seededUniform(seed);
        const cost = Float64Array.from(random.cost, () => uniform());
        const over = solveLp(faceProgram(random, free, cost));
        const among = solveLp({ ...withCostRow(random, free.objective), cost });
        expect(over.status, `seed ${seed}`).toBe(among.status);
        if (over.status === "optimal") expect(over.objective, `seed ${seed}`).toBeCloseTo(among.objective, 5);
        endings[over.status] = (endings[over.status] ?? 0) + 1;
      }
      expect(endings.optimal).toBeGreaterThan(runs(100));
    },
  );
});
