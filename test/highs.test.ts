import { describe, expect, it, vi } from "vitest";
import { loadHighsSolver } from "../src/highs.ts";
import { checkSolution } from "../src/lp/check-solution.ts";
import { dualSimplex } from "../src/solvers/dual-simplex.ts";
import { solveLp } from "../src/solvers/solve-lp.ts";
import { describeSolver } from "./conformance/solver.ts";
import { dispatchLadder } from "./support/dispatch-ladder.ts";
import { smallProgram } from "./support/random-programs.ts";

const simplex = await loadHighsSolver();
const ipm = await loadHighsSolver({ method: "ipm" });

describeSolver("highs", simplex, { numRandom: 200, mayDecline: 0.15 });
describeSolver("highs, interior point with crossover", ipm, { numRandom: 50, mayDecline: 0.15, hasBasis: false });

describe("loadHighsSolver", () => {
  it("starts from a basis of ours, and ours from one of its", () => {
    const lp = dispatchLadder(24);
    const ours = solveLp(lp, { solver: dualSimplex });
    const theirs = solveLp(lp, { solver: simplex, startBasis: ours.basis! });
    expect(theirs.objective).toBeCloseTo(ours.objective, 6);
    expect(theirs.iterations).toBe(0);
    const cold = solveLp(lp, { solver: simplex });
    expect(cold.iterations).toBeGreaterThan(20);
    expect(solveLp(lp, { solver: dualSimplex, startBasis: cold.basis! }).iterations).toBeLessThan(ours.iterations / 4);
  });

  it("honours limits, and onProgress from inside", () => {
    const lp = dispatchLadder(168);
    expect(solveLp(lp, { solver: simplex, iterationLimit: 10 })).toMatchObject({
      status: "iteration-limit",
      objective: NaN,
    });
    expect(solveLp(lp, { solver: simplex, timeLimitMs: 0 })).toMatchObject({ status: "time-limit" });
    let looks = 0;
    const stopped = solveLp(lp, { solver: simplex, onProgress: () => (++looks > 3 ? "stop" : undefined) });
    expect(stopped).toMatchObject({ status: "stopped", solver: "highs-simplex" });
    expect(stopped.x).toBeUndefined();
  });

  it("keeps coefficients that HiGHS drops by default", () => {
    // x * 1e-10 >= 1: x = 1e10.
    const lp = smallProgram("min", [[0, 1, Infinity]], [[1, [1e-10], Infinity]]);
    const solution = solveLp(lp, { solver: simplex });
    expect(solution.status).toBe("optimal");
    expect(solution.objective / 1e10).toBeCloseTo(1, 9);
    expect(checkSolution(lp, solution)).toMatchObject({ ok: true });
  });

  it("says which package is missing and how to get it", async () => {
    vi.doMock("highs", () => {
      throw new Error("Cannot find package");
    });
    vi.resetModules();
    const { loadHighsSolver: loadWithout } = await import("../src/highs.ts");
    await expect(loadWithout()).rejects.toThrow("npm install highs");
    vi.doUnmock("highs");
  });
});
