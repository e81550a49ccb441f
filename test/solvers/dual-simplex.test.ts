import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../src/lp/basis.ts";
import { checkSolution } from "../../src/lp/check-solution.ts";
import type { LinearProgram } from "../../src/lp/linear-program.ts";
import { dualSimplex } from "../../src/solvers/dual-simplex.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { describeSolver } from "../conformance/solver.ts";
import { dispatchLadder } from "../support/dispatch-ladder.ts";
import { solveWithHighs } from "../support/highs-oracle.ts";
import { randomProgram, seededUniform, smallProgram } from "../support/random-programs.ts";
import { runs } from "../support/runs.ts";

describeSolver("dualSimplex", dualSimplex, { numRandom: 500 });

/** Columns in units 10^+-5, rows in units 10^+-3 off; the same program otherwise. */
function inStrangeUnits(lp: LinearProgram, seed: number): LinearProgram {
  const uniform = seededUniform(seed);
  const col = Float64Array.from({ length: lp.numCols }, () => 10 ** Math.round(10 * uniform() - 5));
  const row = Float64Array.from({ length: lp.numRows }, () => 10 ** Math.round(6 * uniform() - 3));
  const value = lp.value.slice();
  for (let j = 0; j < lp.numCols; j++) {
    for (let k = lp.colStart[j]; k < lp.colStart[j + 1]; k++) value[k] *= row[lp.rowIndex[k]] * col[j];
  }
  return {
    ...lp,
    value,
    cost: lp.cost.map((c, j) => c * col[j]),
    colLower: lp.colLower.map((l, j) => l / col[j]),
    colUpper: lp.colUpper.map((u, j) => u / col[j]),
    rowLower: lp.rowLower.map((l, i) => l * row[i]),
    rowUpper: lp.rowUpper.map((u, i) => u * row[i]),
  };
}

describe("dualSimplex", () => {
  it("agrees with HiGHS on 60 programs of up to 40 rows and columns, ray for ray", () => {
    for (let seed = 5000; seed < 5060; seed++) {
      const lp = randomProgram(seed, { maxRows: 40, maxCols: 40, density: 0.15 });
      const solution = solveLp(lp);
      const oracle = solveWithHighs(lp);
      expect(solution.status, `seed ${seed}`).toBe(oracle.status);
      expect(checkSolution(lp, solution), `seed ${seed}`).toMatchObject({ ok: true });
      if (oracle.status === "optimal")
        expect(Math.abs(solution.objective - oracle.objective)).toBeLessThan(1e-7 * (1 + Math.abs(oracle.objective)));
    }
  });

  it("gives in strange units what it gives in plain ones", () => {
    let numOptimal = 0;
    for (let seed = 1; seed <= runs(60, 12); seed++) {
      const plain = randomProgram(seed, { maxRows: 15, maxCols: 15, feasibleShare: 1 });
      const expected = solveLp(plain);
      const solution = solveLp(inStrangeUnits(plain, seed));
      expect(solution.status, `seed ${seed}`).toBe(expected.status);
      if (expected.status !== "optimal") continue;
      expect(Math.abs(solution.objective - expected.objective)).toBeLessThan(1e-6 * (1 + Math.abs(expected.objective)));
      numOptimal++;
    }
    expect(numOptimal).toBeGreaterThan(runs(20, 4));
  });

  it("plans a dispatch day and week to proven optimality, as HiGHS does", () => {
    for (const numHours of [24, 168]) {
      const lp = dispatchLadder(numHours);
      const solution = solveLp(lp, { solver: dualSimplex });
      expect(checkSolution(lp, solution)).toMatchObject({ ok: true });
      const { objective } = solveWithHighs(lp);
      expect(Math.abs(solution.objective - objective)).toBeLessThan(1e-9 * Math.abs(objective));
    }
  });

  it("re-plans a week after a price change from the old basis in a fraction of the iterations", () => {
    const before = solveLp(dispatchLadder(168), { solver: dualSimplex });
    const lp = dispatchLadder(168, { priceSeed: 2 });
    const cold = solveLp(lp, { solver: dualSimplex });
    expect(before.basis).toBeDefined();
    const warm = solveLp(lp, before.basis === undefined ? {} : { startBasis: before.basis });
    expect(warm.objective).toBeCloseTo(cold.objective, 4);
    expect(checkSolution(lp, warm)).toMatchObject({ ok: true });
    expect(warm.iterations).toBeLessThan(0.75 * cold.iterations);
  });

  it("takes a stored zero for what it is", () => {
    // max x + 2y, x + 3y <= 6, y >= 1 with a stored 0 x: y = 1, x = 3 gives 5; prices 1 and 2 - 3 = -1.
    const lp = smallProgram(
      "max",
      [
        [0, 1, 9],
        [0, 2, 9],
      ],
      [
        [-Infinity, [1, 3], 6],
        [1, [1, 1], Infinity],
      ],
    );
    const solution = solveLp({ ...lp, value: Float64Array.of(1, 0, 3, 1) }, { solver: dualSimplex });
    expect(solution).toMatchObject({ status: "optimal", objective: 5 });
    expect([...(solution.y ?? [])]).toEqual([1, -1]);
  });

  it("repairs any start basis: all basic, none basic, at missing bounds", () => {
    for (let seed = 1; seed <= runs(40, 8); seed++) {
      const lp = randomProgram(seed);
      const cold = solveLp(lp);
      for (const status of Object.values(BasisStatus)) {
        const startBasis = {
          col: new Uint8Array(lp.numCols).fill(status),
          row: new Uint8Array(lp.numRows).fill(status),
        };
        const solution = solveLp(lp, { startBasis });
        expect(solution.status, `seed ${seed}, all ${status}`).toBe(cold.status);
        if (cold.status === "optimal") expect(solution.objective).toBeCloseTo(cold.objective, 7);
      }
    }
  });

  it("returns a basis with as many basic variables as rows, at existing bounds", () => {
    for (let seed = 1; seed <= runs(60, 12); seed++) {
      const lp = randomProgram(seed);
      const { basis } = solveLp(lp, { solver: dualSimplex });
      const statuses = [...(basis?.col ?? []), ...(basis?.row ?? [])];
      expect(statuses.filter((status) => status === BasisStatus.basic)).toHaveLength(lp.numRows);
      for (const [j, status] of (basis?.col ?? []).entries()) {
        if (status === BasisStatus.atLower) expect(lp.colLower[j]).toBeGreaterThan(-Infinity);
        if (status === BasisStatus.atUpper) expect(lp.colUpper[j]).toBeLessThan(Infinity);
      }
    }
  });

  it("puts nonbasic columns exactly on their bounds", () => {
    const lp = dispatchLadder(168);
    const { x, basis } = solveLp(lp);
    expect(x).toBeDefined();
    for (const [j, xj] of (x ?? []).entries()) {
      expect(xj).toBeGreaterThanOrEqual(lp.colLower[j]);
      expect(xj).toBeLessThanOrEqual(lp.colUpper[j]);
      if (basis?.col[j] === BasisStatus.atUpper) expect(xj).toBe(lp.colUpper[j]);
    }
  });

  it("obeys an iteration limit exactly, and returns its basis", () => {
    const lp = dispatchLadder(24);
    const limited = solveLp(lp, { iterationLimit: 37 });
    expect(limited).toMatchObject({ status: "iteration-limit", iterations: 37 });
    expect(limited.x).toBeUndefined();
    const resumed = solveLp(lp, limited.basis === undefined ? {} : { startBasis: limited.basis });
    expect(resumed.status).toBe("optimal");
  });

  it("stops at once when out of time, and when the caller wants it", () => {
    const lp = dispatchLadder(168);
    expect(solveLp(lp, { timeLimitMs: -1 }).status).toBe("time-limit");
    let calls = 0;
    const stopped = solveLp(lp, { onProgress: () => (++calls === 3 ? "stop" : undefined) });
    expect([stopped.status, calls]).toEqual(["stopped", 3]);
  });

  it("reports progress that ends at the objective", () => {
    const lp = dispatchLadder(168);
    const objectives: number[] = [];
    const solution = solveLp(lp, {
      solver: dualSimplex,
      onProgress: (progress) => void objectives.push(progress.objective),
    });
    expect(objectives.length).toBeGreaterThan(3);
    // The dual simplex rises to the optimum from below, but for the perturbation of costs.
    const slack = 1e-4 * Math.abs(solution.objective);
    for (let k = 1; k < objectives.length; k++) expect(objectives[k]).toBeGreaterThan(objectives[k - 1] - slack);
    expect(objectives.at(-1)).toBeLessThan(solution.objective + slack);
  });

  it("refuses a start basis of another size", () => {
    const startBasis = { col: new Uint8Array(2), row: new Uint8Array(2) };
    expect(() => solveLp(dispatchLadder(24), { startBasis })).toThrow("startBasis.col: has 2 entries, wanted 362");
  });
});
