import { afterEach, describe, expect, it, vi } from "vitest";
import type { LpSolver } from "../../src/solvers/solver.ts";
import { solveLp, solveLpAsync, solveLpSteps } from "../../src/solvers/solve-lp.ts";
import { twoByTwo } from "../support/simplex-case.ts";

afterEach(() => void vi.useRealTimers());

describe("solveLp", () => {
  it("uses the dual simplex for a small program", () => {
    const solution = solveLp(twoByTwo);
    expect(solution).toMatchObject({ status: "optimal", solver: "dual-simplex", objective: -11 });
    expect([...(solution.x ?? [])]).toEqual([3, 1]);
  });

  it("drains the solver it is given, and hands it the options without itself", () => {
    const seen: unknown[] = [];
    const patient: LpSolver = {
      name: "patient",
      *steps(_lp, options) {
        seen.push(options);
        for (let k = 1; k <= 3; k++) yield { iterations: k, phase: "waiting", primalInfeasibility: 0, objective: 0 };
        return { status: "stopped", solver: "patient", iterations: 3, objective: NaN };
      },
    };
    expect(solveLp(twoByTwo, { solver: patient, iterationLimit: 5 })).toMatchObject({
      solver: "patient",
      iterations: 3,
    });
    expect(seen).toEqual([{ iterationLimit: 5 }]);
  });

  it("throws for a malformed program", () => {
    expect(() => solveLp({ ...twoByTwo, colLower: Float64Array.of(4, 0) })).toThrow("colLower[0]");
  });

  it("says where the time went, without the caller's own time between steps", () => {
    const slow: LpSolver = {
      name: "slow",
      *steps() {
        for (const phase of ["setup", "dual", "dual"]) {
          vi.advanceTimersByTime(5);
          yield { iterations: 0, phase, primalInfeasibility: 0, objective: 0 };
        }
        return { status: "stopped", solver: "slow", iterations: 0, objective: NaN };
      },
    };
    vi.useFakeTimers({ now: 1000 });
    const steps = solveLpSteps(twoByTwo, { solver: slow });
    for (let turn = steps.next(); ; turn = steps.next()) {
      if (turn.done === true) {
        const { totalMs, phaseMs } = turn.value.timings ?? { totalMs: NaN, phaseMs: {} };
        expect(phaseMs).toEqual({ setup: 5, dual: 10, finish: 0 });
        expect(totalMs).toBe(15);
        break;
      }
      vi.advanceTimersByTime(20);
    }
  });
});

describe("solveLpAsync", () => {
  it("gives the same answer, timings apart", async () => {
    const { timings: _, ...direct } = solveLp(twoByTwo);
    const { timings, ...awaited } = await solveLpAsync(twoByTwo);
    expect(awaited).toEqual(direct);
    expect(timings?.totalMs).toBeGreaterThan(0);
  });

  it("rejects with the reason of the signal", async () => {
    await expect(solveLpAsync(twoByTwo, { signal: AbortSignal.abort("no more") })).rejects.toBe("no more");
  });

  it("rejects for a malformed program", async () => {
    await expect(solveLpAsync({ ...twoByTwo, colLower: Float64Array.of(4, 0) })).rejects.toThrow("colLower[0]");
  });
});
