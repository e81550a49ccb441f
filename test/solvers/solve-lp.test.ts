import { describe, expect, it } from "vitest";
import type { LpSolver } from "../../src/solvers/solver.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { twoByTwo } from "../support/simplex-case.ts";

describe("solveLp", () => {
  it("uses the dual simplex unless told otherwise", () => {
    const solution = solveLp(twoByTwo);
    expect(solution).toMatchObject({ termination: "optimal", solver: "dual-simplex", objective: -11 });
    expect([...(solution.x ?? [])]).toEqual([3, 1]);
  });

  it("drains the solver it is given, and hands it the options without itself", () => {
    const seen: unknown[] = [];
    const patient: LpSolver = {
      name: "patient",
      *steps(_lp, options) {
        seen.push(options);
        for (let k = 1; k <= 3; k++) yield { iterations: k, phase: "waiting", primalInfeasibility: 0, objective: 0 };
        return { termination: "stopped", solver: "patient", iterations: 3, objective: NaN };
      },
    };
    expect(solveLp(twoByTwo, { solver: patient, iterationLimit: 5 })).toMatchObject({ solver: "patient", iterations: 3 });
    expect(seen).toEqual([{ iterationLimit: 5 }]);
  });

  it("throws for a program that is none", () => {
    expect(() => solveLp({ ...twoByTwo, colLower: Float64Array.of(4, 0) })).toThrow("colLower[0]");
  });
});
