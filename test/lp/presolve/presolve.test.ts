import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkProgram } from "../../../src/lp/check-program.ts";
import type { LinearProgram } from "../../../src/lp/linear-program.ts";
import { presolve } from "../../../src/lp/presolve/presolve.ts";
import type { LpSolution } from "../../../src/lp/solution.ts";
import { dualSimplex } from "../../../src/solvers/dual-simplex.ts";
import { interiorPointWith } from "../../../src/solvers/interior-point.ts";
import type { LpSolver } from "../../../src/solvers/solver.ts";
import { solveLp } from "../../../src/solvers/solve-lp.ts";
import { checkSolution } from "../../../src/lp/check-solution.ts";
import { expectProven } from "../../support/presolve-case.ts";
import { randomProgram, seededUniform, smallProgram } from "../../support/random-programs.ts";
import { runs } from "../../support/runs.ts";

const SEED = 20261122;
const INF = Infinity;

/** The answer straight after postsolve: nothing checks or mends it on the way. */
function throughPresolve(lp: LinearProgram, solver: LpSolver): LpSolution {
  const { program, dualRay, postsolve } = presolve(lp);
  if (dualRay !== undefined)
    return { status: "infeasible", solver: "presolve", iterations: 0, objective: NaN, dualRay };
  checkProgram(program);
  return postsolve(solveLp(program, { solver }));
}

/** Rows and columns in units of their own, powers of two: the same program to the last bit. */
function inOddUnits(lp: LinearProgram, seed: number): LinearProgram {
  const uniform = seededUniform(seed);
  const unit = () => 2 ** Math.round(40 * uniform() - 20);
  const row = Float64Array.from({ length: lp.numRows }, unit);
  const col = Float64Array.from({ length: lp.numCols }, unit);
  const value = lp.value.slice();
  for (let j = 0; j < lp.numCols; j++)
    for (let k = lp.colStart[j]; k < lp.colStart[j + 1]; k++) value[k] *= row[lp.rowIndex[k]] * col[j];
  return {
    ...lp,
    value,
    cost: lp.cost.map((c, j) => c * col[j]),
    colLower: lp.colLower.map((limit, j) => limit / col[j]),
    colUpper: lp.colUpper.map((limit, j) => limit / col[j]),
    rowLower: lp.rowLower.map((limit, i) => limit * row[i]),
    rowUpper: lp.rowUpper.map((limit, i) => limit * row[i]),
  };
}

describe("presolve", () => {
  it.each([
    { numRuns: runs(1000), maxRows: 8, maxCols: 8, density: 0.5 },
    { numRuns: runs(400), maxRows: 16, maxCols: 14, density: 0.2 },
    { numRuns: runs(150), maxRows: 40, maxCols: 40, density: 0.1 },
  ])(
    "leaves status and optimum of random programs, and every answer is proven as it comes back (%o)",
    ({ numRuns, ...shape }) => {
      const seen = { optimal: 0, infeasible: 0, unbounded: 0, reduced: 0 };
      const property = fc.property(fc.nat(1_000_000), (seed) => {
        const lp = randomProgram(seed, shape);
        const before = structuredClone(lp);
        const solution = throughPresolve(lp, dualSimplex);
        expect(lp).toEqual(before);
        const plain = solveLp(lp, { solver: dualSimplex });
        expect(solution.status).toBe(plain.status);
        expectProven(lp, solution);
        if (plain.status === "optimal")
          expect(Math.abs(solution.objective - plain.objective)).toBeLessThan(1e-9 * (1 + Math.abs(plain.objective)));
        seen[plain.status as "optimal"]++;
        if (presolve(lp).program.numCols < lp.numCols) seen.reduced++;
      });
      fc.assert(property, { seed: SEED, numRuns, examples: [[970], [359], [209]] });
      for (const count of Object.values(seen)) expect(count).toBeGreaterThan(numRuns / 20);
    },
  );

  it("brings back what stops inside the optimal face, without a basis", () => {
    const inside = interiorPointWith({ vertex: false, fallback: false });
    let optima = 0;
    for (let seed = 7000; seed < 7000 + runs(400); seed++) {
      const lp = randomProgram(seed, { feasibleShare: 0.95 });
      const solution = throughPresolve(lp, inside);
      if (solution.status !== "optimal") continue;
      expect([seed, checkSolution(lp, solution, { gap: 1e-7 }).ok]).toEqual([seed, true]);
      optima++;
    }
    expect(optima).toBeGreaterThan(runs(100));
  });

  it("sees the same in units of 2^-20 to 2^20: no wrong status, no optimum off", () => {
    for (let seed = 8000; seed < 8000 + runs(300); seed++) {
      const lp = randomProgram(seed);
      const solution = throughPresolve(inOddUnits(lp, seed), dualSimplex);
      const twin = solveLp(lp, { solver: dualSimplex });
      expect([seed, solution.status]).toEqual([seed, twin.status]);
      if (twin.status === "optimal")
        expect(Math.abs(solution.objective - twin.objective)).toBeLessThan(1e-7 * (1 + Math.abs(twin.objective)));
    }
  });

  it("works through a chain of rules to nothing", () => {
    // 2x = 6 fixes x = 3; x + y = 5 then y = 2; y - z <= 2 with z >= 0 forces nothing, z costs 1: z = 0.
    const lp = smallProgram(
      "min",
      [
        [0, 1, 9],
        [0, 1, 9],
        [0, 1, INF],
      ],
      [
        [6, [2, 0, 0], 6],
        [5, [1, 1, 0], 5],
        [-INF, [0, 1, -1], 2],
      ],
    );
    const { program, postsolve } = presolve(lp);
    expect([program.numRows, program.numCols, program.objectiveOffset]).toEqual([0, 0, 5]);
    const solution = postsolve(solveLp(program, { solver: dualSimplex }));
    expect(solution.x).toEqual(Float64Array.of(3, 2, 0));
    expectProven(lp, solution);
  });

  it("does not mind stored zeros", () => {
    const lp = smallProgram(
      "max",
      [
        [0, 1, 9],
        [0, 2, 9],
      ],
      [
        [-INF, [1, 3], 6],
        [1, [1, 1], INF],
      ],
    );
    const zeros = { ...lp, value: Float64Array.of(1, 0, 3, 1) };
    const solution = throughPresolve(zeros, dualSimplex); // y >= 1 and x + 3y <= 6: x = 3
    expect(solution).toMatchObject({ status: "optimal", objective: 5 });
    expect(checkSolution(zeros, solution).ok).toBe(true);
  });

  it("is the same to the last bit every time", () => {
    for (let seed = 0; seed < 20; seed++)
      expect(presolve(randomProgram(seed)).program).toEqual(presolve(randomProgram(seed)).program);
  });
});
