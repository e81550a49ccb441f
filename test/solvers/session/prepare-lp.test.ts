import { describe, expect, it } from "vitest";
import { hybridSite, siteLayout } from "../../../bench/generators/hybrid-site.ts";
import { BasisStatus } from "../../../src/lp/basis.ts";
import { checkSolution } from "../../../src/lp/check-solution.ts";
import type { LinearProgram } from "../../../src/lp/linear-program.ts";
import { dualSimplex } from "../../../src/solvers/dual-simplex.ts";
import { interiorPoint } from "../../../src/solvers/interior-point.ts";
import { type LpChanges, prepareLp } from "../../../src/solvers/session/prepare-lp.ts";
import { solveLp } from "../../../src/solvers/solve-lp.ts";
import type { LpSolver } from "../../../src/solvers/solver.ts";
import { dispatchLadder } from "../../support/dispatch-ladder.ts";
import { randomProgram, seededUniform } from "../../support/random-programs.ts";
import { twoByTwo } from "../../support/simplex-case.ts";
import { runs } from "../../support/runs.ts";

/** An engine that keeps nothing and leaves a basis. */
const forgetful: LpSolver = { name: "forgetful", steps: (lp, options) => dualSimplex.steps(lp, options) };

/** The changed vectors of `to`, in a random choice. */
function someOf(to: LinearProgram, uniform: () => number): LpChanges {
  const changes: Record<string, Float64Array> = {};
  if (uniform() < 0.6) changes.cost = to.cost;
  if (uniform() < 0.5) Object.assign(changes, { colLower: to.colLower, colUpper: to.colUpper });
  if (uniform() < 0.5) Object.assign(changes, { rowLower: to.rowLower, rowUpper: to.rowUpper });
  return changes;
}

/** Costs and limits of another draw, some limits gone or closed, now and then crossed beyond feasibility by rows. */
function redrawn(lp: LinearProgram, uniform: () => number): LinearProgram {
  const quarter = (): number => Math.round(4 * (10 * uniform() - 5)) / 4;
  const stopping = (count: number): [Float64Array, Float64Array] => {
    const lower = Float64Array.from({ length: count }, () => (uniform() < 0.2 ? -Infinity : quarter()));
    const upper = lower.map((low) =>
      uniform() < 0.2 ? Infinity : (low === -Infinity ? 0 : low) + Math.max(0, quarter()),
    );
    return [lower, upper];
  };
  const [colLower, colUpper] = stopping(lp.numCols);
  const [rowLower, rowUpper] = stopping(lp.numRows);
  return { ...lp, cost: lp.cost.map(quarter), colLower, colUpper, rowLower, rowUpper };
}

function rolled(step: number): LinearProgram {
  return hybridSite({ numIntervals: 48, firstHour: step, seed: 3, redraw: 10 + step, noise: 0.05 });
}

describe("prepareLp", () => {
  it.each([dualSimplex, forgetful])(
    "$name: answers what a cold solve answers, whatever changes and however it ends",
    (solver) => {
      const seen = new Map<string, number>();
      for (let seed = 1; seed <= runs(60, 10); seed++) {
        const uniform = seededUniform(seed);
        const prepared = prepareLp(randomProgram(seed), { solver });
        for (let step = 0; step < 6; step++) {
          const solution = prepared.resolve(step === 0 ? {} : someOf(redrawn(prepared.lp, uniform), uniform));
          const cold = solveLp(prepared.lp);
          expect(solution.status, `seed ${seed}, step ${step}`).toBe(cold.status);
          expect(checkSolution(prepared.lp, solution).ok).toBe(true);
          if (cold.status === "optimal") expect(solution.objective).toBeCloseTo(cold.objective, 7);
          seen.set(cold.status, 1 + (seen.get(cold.status) ?? 0));
        }
      }
      for (const status of ["optimal", "infeasible", "unbounded"]) expect(seen.get(status)).toBeGreaterThan(10);
    },
  );

  it("needs no iteration if nothing changes, and few if a price does", () => {
    const prepared = prepareLp(dispatchLadder(48));
    const first = prepared.resolve();
    expect(first.iterations).toBeGreaterThan(100);
    const again = prepared.resolve();
    expect(again).toMatchObject({ iterations: 0, objective: first.objective });
    const cost = prepared.lp.cost.slice();
    cost[0] += 1;
    expect(prepared.resolve({ cost }).iterations).toBeLessThan(20);
    expect(prepared.lp.cost[0]).toBe(cost[0]);
  });

  it(
    "rolls a horizon forward in a fraction of the iterations, with an engine that keeps something and one that " +
      "does not",
    () => {
      const shift = siteLayout(48);
      for (const [solver, share] of [
        [dualSimplex, 0.15],
        [forgetful, 0.6],
      ] as const) {
        const prepared = prepareLp(rolled(0), { solver });
        prepared.resolve();
        let warm = 0;
        let cold = 0;
        for (let step = 1; step <= 12; step++) {
          const { cost, colLower, colUpper, rowLower, rowUpper } = rolled(step);
          const solution = prepared.resolve({ cost, colLower, colUpper, rowLower, rowUpper, shift });
          const reference = solveLp(rolled(step), { solver });
          expect(checkSolution(rolled(step), solution).ok).toBe(true);
          expect(solution.objective / reference.objective).toBeCloseTo(1, 9);
          warm += solution.iterations;
          cold += reference.iterations;
        }
        expect(warm, solver.name).toBeLessThan(share * cold);
      }
    },
  );

  it("repeats to the last bit", () => {
    const run = (): unknown[] => {
      const prepared = prepareLp(rolled(0));
      return [0, 1, 2, 3].map((step) => {
        const { cost, rowLower, rowUpper } = rolled(step);
        const { timings: _, ...solution } = prepared.resolve({
          cost,
          rowLower,
          rowUpper,
          shift: { ...siteLayout(48), by: Math.min(1, step) },
        });
        return solution;
      });
    };
    expect(run()).toEqual(run());
  });

  it("starts from the basis it is given instead, and from the last again after that", () => {
    const prepared = prepareLp(dispatchLadder(24));
    const { basis, iterations } = prepared.resolve();
    const logicals = { col: new Uint8Array(prepared.lp.numCols), row: new Uint8Array(prepared.lp.numRows).fill(1) };
    expect(prepared.resolve({}, { startBasis: logicals }).iterations).toBe(iterations);
    expect(prepared.resolve().iterations).toBe(0);
    expect(prepared.resolve({}, basis === undefined ? {} : { startBasis: basis }).iterations).toBe(0);
  });

  it("starts from the basis as it is, also if the caller has written into the one it was given", () => {
    const prepared = prepareLp(twoByTwo, { solver: dualSimplex });
    const { basis, iterations } = prepared.resolve();
    if (basis === undefined) throw new Error("no basis");
    basis.col.fill(BasisStatus.atLower);
    basis.row.fill(BasisStatus.basic);
    expect(iterations).toBeGreaterThan(0);
    expect(prepared.resolve({}, { startBasis: basis }).iterations).toBe(iterations);
  });

  it("continues after a limit, from where it stopped", () => {
    const prepared = prepareLp(dispatchLadder(48));
    const whole = solveLp(prepared.lp).iterations;
    const half = Math.round(whole / 2);
    expect(prepared.resolve({}, { iterationLimit: half })).toMatchObject({
      status: "iteration-limit",
      iterations: half,
    });
    const rest = prepared.resolve();
    expect(rest.status).toBe("optimal");
    expect(rest.iterations).toBeLessThan(0.8 * whole);
  });

  it("scales anew when costs and bounds change by orders of magnitude", () => {
    const prepared = prepareLp(dispatchLadder(24));
    const { objective } = prepared.resolve();
    const far = (vector: Float64Array): Float64Array => vector.map((entry) => 1e7 * entry);
    const { cost, colUpper, rowLower, rowUpper } = prepared.lp;
    const solution = prepared.resolve({
      cost: far(cost),
      colUpper: far(colUpper),
      rowLower: far(rowLower),
      rowUpper: far(rowUpper),
    });
    expect(solution).toMatchObject({ status: "optimal", iterations: 0 });
    expect(solution.objective / objective / 1e14).toBeCloseTo(1, 9);
  });

  it("makes its own copy: later writes by the caller change nothing", () => {
    const lp = { ...twoByTwo, cost: twoByTwo.cost.slice() };
    const prepared = prepareLp(lp);
    lp.cost.fill(5);
    expect(prepared.resolve().objective).toBe(-11);
    const cost = Float64Array.of(-1, -2);
    prepared.steps({ cost });
    cost.fill(7);
    // -x - 2y over x + y <= 4, x + 3y <= 9: best where both rows meet, x = 1.5, y = 2.5.
    expect(prepared.resolve().objective).toBeCloseTo(-6.5, 12);
  });

  it("refuses vectors that do not fit, and stays as it was", () => {
    const prepared = prepareLp(twoByTwo);
    expect(() => prepared.resolve({ cost: Float64Array.of(1) })).toThrow(
      "cost: has 1 entries, wanted 2 (one per column).",
    );
    expect(() => prepared.resolve({ rowUpper: Float64Array.of(4, NaN) })).toThrow("rowUpper[1]: got NaN");
    expect(() => prepared.resolve({ colLower: Float64Array.of(9, 0) })).toThrow(
      "colLower[0]: got 9 above colUpper[0] = 3",
    );
    expect(() => prepared.resolve({ objectiveOffset: Infinity })).toThrow("objectiveOffset: got Infinity");
    const shift = { numIntervals: 2, intervalCols: 2, intervalRows: 1 };
    expect(() => prepared.resolve({ cost: Float64Array.of(5, 5), shift })).toThrow(
      "shift.intervalCols: got 2, wanted a whole number of 0 to 1",
    );
    expect(prepared.resolve({ objectiveOffset: 1 }).objective).toBe(-10);
    expect(() => prepareLp({ ...twoByTwo, colStart: Int32Array.of(0) })).toThrow("colStart: has 1 entries");
  });

  it("runs in slices, to the same answer, and stops for a signal", async () => {
    const { timings: _, ...direct } = prepareLp(twoByTwo).resolve();
    const prepared = prepareLp(twoByTwo);
    const { timings, ...awaited } = await prepared.resolveAsync();
    expect(awaited).toEqual(direct);
    expect(timings?.totalMs).toBeGreaterThan(0);
    await expect(prepared.resolveAsync({}, { signal: AbortSignal.abort("enough") })).rejects.toBe("enough");
    await expect(prepared.resolveAsync({ cost: Float64Array.of(1) })).rejects.toThrow("cost: has 1 entries");
  });

  it("ends a solve that a later one has overtaken", () => {
    const prepared = prepareLp(dispatchLadder(48));
    const early = prepared.steps();
    expect(early.next().done).toBe(false);
    expect(prepared.resolve().status).toBe("optimal");
    expect(() => early.next()).toThrow("a later solve has overtaken this one");
  });

  it("serves engines without a basis too", () => {
    const prepared = prepareLp(twoByTwo, { solver: interiorPoint });
    expect(prepared.resolve().objective).toBeCloseTo(-11, 9);
    expect(prepared.resolve({ rowUpper: Float64Array.of(3, 9) })).toMatchObject({
      solver: "interior-point",
      status: "optimal",
    });
  });
});
