import jsLpSolver from "javascript-lp-solver";
import { describe, expect, it } from "vitest";
import { ProgramError } from "../src/errors.ts";
import { javascriptLpSolver, maxTableauCells } from "../src/javascript-lp-solver.ts";
import { checkSolution } from "../src/lp/check-solution.ts";
import type { LinearProgram } from "../src/lp/linear-program.ts";
import type { LpOptions } from "../src/lp/options.ts";
import type { LpSolution } from "../src/lp/solution.ts";
import { solveWithHighs } from "./support/highs-oracle.ts";
import { randomProgram, smallProgram } from "./support/random-programs.ts";
import { runs } from "./support/runs.ts";

const inf = Infinity;

function solve(lp: LinearProgram, options: LpOptions = {}): LpSolution {
  const steps = javascriptLpSolver.steps(lp, options);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}

describe("javascriptLpSolver", () => {
  it("solves by hand: max 3 x + 2 y + 100, x + y <= 4, x + 3 y <= 8, x <= 3", () => {
    // (3, 1): y_1 = 2, y_2 = 0, reduced cost of x = 1; 9 + 2 + 100. See test/lp/check-solution.test.ts.
    const lp = smallProgram(
      "max",
      [
        [0, 3, 3],
        [0, 2, inf],
      ],
      [
        [-inf, [1, 1], 4],
        [-inf, [1, 3], 8],
      ],
      100,
    );
    const solution = solve(lp);
    expect(solution).toMatchObject({ status: "optimal", objective: 111, solver: "javascript-lp-solver" });
    expect([...solution.x!]).toEqual([3, 1]);
    expect([...solution.y!]).toEqual([2, 0]);
    expect([...solution.reducedCost!]).toEqual([1, 0]);
    expect(solution.detail).toBeUndefined();
  });

  it("gives y as d objective / d rhs for both senses and both sides of a range", () => {
    // min 2 x, 3 <= x <= 8 as one row: x = 3, y = 2. max of the same: x = 8, y = 2.
    const range: [number, number[], number][] = [[3, [1], 8]];
    expect(solve(smallProgram("min", [[-inf, 2, inf]], range))).toMatchObject({ objective: 6, y: Float64Array.of(2) });
    expect(solve(smallProgram("max", [[-inf, 2, inf]], range))).toMatchObject({ objective: 16, y: Float64Array.of(2) });
  });

  // The smallest programs known on which the package itself, given `unrestricted` variables, answers wrongly.
  it("is right on the package's counter-examples for free variables", () => {
    // (a) min 9 x, -x - y = 9, 0 <= y <= 9, x free: x = -9 - y, so y = 9, x = -18, -162. It says infeasible.
    const a = solve(
      smallProgram(
        "min",
        [
          [-inf, 9, inf],
          [0, 0, 9],
        ],
        [[9, [-1, -1], 9]],
      ),
    );
    expect(a).toMatchObject({ status: "optimal", objective: -162 });
    expect([...a.x!]).toEqual([-18, 9]);
    // (b) min 5 x - 3 y, x + 3 y <= -1, x free, y >= 0: x to -Infinity is allowed: unbounded. It says infeasible.
    expect(
      solve(
        smallProgram(
          "min",
          [
            [-inf, 5, inf],
            [0, -3, inf],
          ],
          [[-inf, [1, 3], -1]],
        ),
      ).status,
    ).toBe("unbounded");
    // (c) min 2 x + 2 y, -x <= 0, x free, y >= 0: 0. It says unbounded.
    expect(
      solve(
        smallProgram(
          "min",
          [
            [-inf, 2, inf],
            [0, 2, inf],
          ],
          [[-inf, [-1, 0], 0]],
        ),
      ),
    ).toMatchObject({
      status: "optimal",
      objective: 0,
    });
    // (d) min 8 x + 4 y, -2 x <= 3, x <= 0, x free, y >= 0: x = -1.5, -12. It says 0.
    const d = smallProgram(
      "min",
      [
        [-inf, 8, inf],
        [0, 4, inf],
      ],
      [
        [-inf, [-2, 0], 3],
        [-inf, [1, 0], 0],
      ],
    );
    expect(solve(d)).toMatchObject({ status: "optimal", objective: -12 });
  });

  it(
    "is right on negative lower limits, mirrored columns, fixed columns and columns called result, feasible, " +
      "bounded",
    () => {
      // min x, x in [-5, 5] -> -5; max y, y in (-inf, -2] -> -2; z = 3 fixed at cost 1: min x - y + z = -5 + 2 + 3.
      const lp: LinearProgram = {
        ...smallProgram(
          "min",
          [
            [-5, 1, 5],
            [-inf, -1, -2],
            [3, 1, 3],
          ],
          [[-100, [1, 1, 1], 100]],
        ),
        colNames: ["result", "feasible", "bounded"],
        rowNames: ["cost"],
      };
      const solution = solve(lp);
      expect(solution).toMatchObject({ status: "optimal", objective: 0 });
      expect([...solution.x!]).toEqual([-5, -2, 3]);
    },
  );

  it("is right on Beale's cycling program (1955), -0.05", () => {
    // min -0.75 a + 150 b - 0.02 c + 6 d; 0.25 a - 60 b - 0.04 c + 9 d <= 0; 0.5 a - 90 b - 0.02 c + 3 d <= 0; c <= 1.
    const beale = smallProgram(
      "min",
      [
        [0, -0.75, inf],
        [0, 150, inf],
        [0, -0.02, inf],
        [0, 6, inf],
      ],
      [
        [-inf, [0.25, -60, -0.04, 9], 0],
        [-inf, [0.5, -90, -0.02, 3], 0],
        [-inf, [0, 0, 1, 0], 1],
      ],
    );
    const solution = solve(beale);
    expect(solution.status).toBe("optimal");
    expect(solution.objective).toBeCloseTo(-0.05, 12);
  });

  it("proves infeasible and unbounded programs by rays of the original program", () => {
    const infeasible = smallProgram(
      "min",
      [
        [0, 1, 1],
        [0, 1, 1],
      ],
      [[3, [1, 1], inf]],
    );
    const none = solve(infeasible);
    expect(none.status).toBe("infeasible");
    expect(none.objective).toBeNaN();
    expect(checkSolution(infeasible, none)).toMatchObject({ rayViolation: 0, ok: true });
    const unbounded = smallProgram(
      "max",
      [
        [0, 1, inf],
        [-inf, 1, inf],
      ],
      [[-inf, [1, -1], 1]],
    );
    const more = solve(unbounded);
    expect(more.status).toBe("unbounded");
    expect(checkSolution(unbounded, more)).toMatchObject({ rayViolation: 0, ok: true });
    // Infeasible wins: x + y >= 3 in the unit box, with a free column z to gain from.
    const both = smallProgram(
      "min",
      [
        [0, 1, 1],
        [0, 1, 1],
        [-inf, 1, inf],
      ],
      [[3, [1, 1, 0], inf]],
    );
    expect(solve(both).status).toBe("infeasible");
  });

  it("solves programs without rows, without columns, and with empty rows", () => {
    expect(solve(smallProgram("max", [[-1, 2, 4]], []))).toMatchObject({ status: "optimal", objective: 8 });
    expect(solve(smallProgram("max", [[0, 1, inf]], [])).status).toBe("unbounded");
    expect(solve(smallProgram("min", [], [[0, [], 1]], 5))).toMatchObject({ status: "optimal", objective: 5 });
    expect(solve(smallProgram("min", [], [[1, [], 2]])).status).toBe("infeasible");
    expect(solve(smallProgram("min", [[0, 1, 1]], [[1, [0], 2]])).status).toBe("infeasible");
  });

  it("makes no wrong claim on 500 random programs, and a proven one on at least 495", () => {
    const count = { optimal: 0, infeasible: 0, unbounded: 0, trouble: 0 };
    for (let seed = 0; seed < runs(500, 60); seed++) {
      const lp = randomProgram(seed);
      const known = solveWithHighs(lp);
      expect(known.status, `seed ${seed}`).not.toBe("unknown");
      const solution = solve(lp);
      if (solution.status === "numerical-trouble") {
        count.trouble++;
        expect(solution.detail).toMatch(/use the default solver/u);
        continue;
      }
      expect(solution.status, `seed ${seed}`).toBe(known.status);
      expect(checkSolution(lp, solution), `seed ${seed}`).toMatchObject({ ok: true });
      if (known.status === "unknown") continue;
      count[known.status]++;
      if (known.status !== "optimal") continue;
      const scale = 1 + Math.abs(known.objective);
      expect(Math.abs(solution.objective - known.objective) / scale, `seed ${seed}`).toBeLessThan(1e-9);
    }
    expect(count.trouble).toBeLessThanOrEqual(5);
    expect(count.optimal).toBeGreaterThan(runs(200));
    expect(count.infeasible).toBeGreaterThan(runs(50));
    expect(count.unbounded).toBeGreaterThan(runs(50));
  });

  it("makes no wrong claim on larger programs with dense rows", () => {
    for (let seed = 1000; seed < 1040; seed++) {
      const lp = randomProgram(seed, { maxRows: 40, maxCols: 40, density: 0.3, feasibleShare: 0.9 });
      const known = solveWithHighs(lp);
      const solution = solve(lp);
      expect(known.status, `seed ${seed}`).not.toBe("unknown");
      if (solution.status === "numerical-trouble") continue;
      expect(solution.status, `seed ${seed}`).toBe(known.status);
      if (known.status !== "optimal") continue;
      expect(
        Math.abs(solution.objective - known.objective) / (1 + Math.abs(known.objective)),
        `seed ${seed}`,
      ).toBeLessThan(1e-9);
    }
    expect.hasAssertions();
  });

  it("never claims what units spanning 10^+-6 make it get wrong", () => {
    // Columns in units of 10^k, rows in units of 10^l: the optimum is that of the unscaled twin.
    const claims = { right: 0, trouble: 0 };
    for (let seed = 0; seed < 120; seed++) {
      const twin = randomProgram(seed, { feasibleShare: 1 });
      const known = solveWithHighs(twin);
      const colScale = Array.from({ length: twin.numCols }, (_, j) => 10 ** (((seed + j * 5) % 13) - 6));
      const rowScale = Array.from({ length: twin.numRows }, (_, i) => 10 ** (((seed + i * 3) % 9) - 4));
      const value = twin.value.slice();
      for (let j = 0; j < twin.numCols; j++) {
        for (let k = twin.colStart[j]; k < twin.colStart[j + 1]; k++)
          value[k] *= colScale[j] * rowScale[twin.rowIndex[k]];
      }
      const lp: LinearProgram = {
        ...twin,
        value,
        cost: twin.cost.map((cj, j) => cj * colScale[j]),
        colLower: twin.colLower.map((l, j) => l / colScale[j]),
        colUpper: twin.colUpper.map((u, j) => u / colScale[j]),
        rowLower: twin.rowLower.map((l, i) => l * rowScale[i]),
        rowUpper: twin.rowUpper.map((u, i) => u * rowScale[i]),
      };
      const solution = solve(lp);
      if (solution.status === "numerical-trouble") {
        claims.trouble++;
        continue;
      }
      claims.right++;
      expect(solution.status, `seed ${seed}`).toBe(known.status);
      if (known.status !== "optimal") continue;
      expect(
        Math.abs(solution.objective - known.objective) / (1 + Math.abs(known.objective)),
        `seed ${seed}`,
      ).toBeLessThan(1e-6);
    }
    expect(claims.right).toBeGreaterThan(20);
    expect(claims.trouble).toBeGreaterThan(0); // else this test never sees the package fail
  });

  it("refuses what is beyond its size, with size, limit and remedy", () => {
    const numCols = 4000;
    const numRows = 3000;
    const lp: LinearProgram = {
      numRows,
      numCols,
      colStart: new Int32Array(numCols + 1),
      rowIndex: new Int32Array(0),
      value: new Float64Array(0),
      cost: new Float64Array(numCols),
      colLower: new Float64Array(numCols),
      colUpper: new Float64Array(numCols).fill(Infinity),
      rowLower: new Float64Array(numRows).fill(-Infinity),
      rowUpper: new Float64Array(numRows),
      sense: "min",
      objectiveOffset: 0,
    };
    expect(3001 * 4001).toBeGreaterThan(maxTableauCells);
    expect(() => solve(lp)).toThrow(ProgramError);
    expect(() => solve(lp)).toThrow(
      "3000 rows and 4000 columns make a dense tableau of 3001 x 4001 = 12007001 cells, wanted at most " +
        `${maxTableauCells}`,
    );
    expect(() => solve(lp)).toThrow("use the default solver (dualSimplex)");
  });

  it("refuses NaN, which the package would solve", () => {
    const lp = smallProgram("min", [[0, NaN, 1]], [[0, [1], 1]]);
    expect(() => solve(lp)).toThrow("cost[0]: got NaN");
  });

  it("says which options it cannot follow", () => {
    const lp = smallProgram("min", [[0, 1, 1]], []);
    expect(solve(lp, { timeLimitMs: 10, iterationLimit: 5 })).toMatchObject({
      status: "optimal",
      detail: "javascript-lp-solver cannot be steered: timeLimitMs, iterationLimit not applied.",
    });
  });

  it("stops before it starts if asked to", () => {
    const lp = smallProgram("min", [[0, 1, 1]], []);
    const asked: string[] = [];
    const stopped = solve(lp, { onProgress: ({ phase }) => (asked.push(phase), "stop") });
    expect(stopped).toEqual({ status: "stopped", objective: NaN, iterations: 0, solver: "javascript-lp-solver" });
    expect(asked).toEqual(["tableau"]);
    expect(solve(lp, { onProgress: () => undefined }).status).toBe("optimal");
  });

  it("holds its answer to the tolerances of the options", () => {
    // No figure is below -1, so such a tolerance has to refuse the exact answer x = 0.2.
    const lp = smallProgram(
      "min",
      [
        [0, 1, inf],
        [0.1, 0, 0.1],
      ],
      [[0.3, [1, 1], 0.3]],
    );
    expect(solve(lp).status).toBe("optimal");
    expect(solve(lp, { dualTolerance: -1 }).status).toBe("numerical-trouble");
    expect(solve(lp, { primalTolerance: -1 }).status).toBe("numerical-trouble");
  });

  it("does not leave its dense tableau alive in the package", () => {
    expect(solve(randomProgram(3)).iterations).toBe(0);
    expect(jsLpSolver.lastSolvedModel).toBeNull();
  });

  it("does not mutate the program and gives the same answer twice", () => {
    const lp = randomProgram(17);
    const copy = structuredClone(lp);
    const first = solve(lp);
    expect(lp).toEqual(copy);
    expect(solve(lp)).toEqual(first);
  });
});
