import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../src/lp/basis.ts";
import { checkSolution } from "../../src/lp/check-solution.ts";
import { readMps } from "../../src/lp/io/read-mps.ts";
import type { LinearProgram } from "../../src/lp/linear-program.ts";
import type { LpOptions, LpProgress } from "../../src/lp/options.ts";
import { presolve } from "../../src/lp/presolve/presolve.ts";
import type { LpSolution } from "../../src/lp/solution.ts";
import { dualSimplex } from "../../src/solvers/dual-simplex.ts";
import { interiorPoint } from "../../src/solvers/interior-point.ts";
import { presolved } from "../../src/solvers/presolved.ts";
import { solveLp, solveLpSteps } from "../../src/solvers/solve-lp.ts";
import type { LpSolver } from "../../src/solvers/solver.ts";
import { describeSolver } from "../conformance/solver.ts";
import { dispatchLadder } from "../support/dispatch-ladder.ts";
import { netlibAbsence, netlibPresent, netlibSample } from "../support/netlib.ts";
import { randomProgram, smallProgram } from "../support/random-programs.ts";

describeSolver("presolved(dualSimplex)", presolved(dualSimplex), { numRandom: 200, firstSeed: 20_001 });
describeSolver("presolved(interiorPoint)", presolved(interiorPoint), {
  numRandom: 100,
  firstSeed: 30_001,
  hasBasis: false,
});

/** The real engine, and what it was asked. */
function recording(engine: LpSolver) {
  const asked: { readonly lp: LinearProgram; readonly options: LpOptions; readonly iterations: () => number }[] = [];
  const solver: LpSolver = {
    name: engine.name,
    *steps(lp, options) {
      let iterations = 0;
      asked.push({ lp, options, iterations: () => iterations });
      const steps = engine.steps(lp, options);
      for (;;) {
        const { done, value } = steps.next();
        ({ iterations } = value);
        if (done === true) return value;
        yield value;
      }
    },
  };
  return { asked, solver };
}

/** The real engine, but on programs with fewer columns than `numCols` it spoils its answer. */
function spoiling(engine: LpSolver, numCols: number, spoil: (solution: LpSolution) => LpSolution): LpSolver {
  return {
    name: engine.name,
    *steps(lp, options) {
      const steps = engine.steps(lp, options);
      for (;;) {
        const { done, value } = steps.next();
        if (done === true) return lp.numCols < numCols ? spoil(value) : value;
        yield value;
      }
    },
  };
}

/** A program that presolve halves but does not finish. */
const halved = (() => {
  for (let seed = 1; ; seed++) {
    const lp = randomProgram(seed, { maxRows: 30, maxCols: 30, density: 0.2, feasibleShare: 1 });
    const { program } = presolve(lp);
    const { status, iterations } = solveLp(program, { solver: dualSimplex });
    if (status === "optimal" && iterations > 4 && program.numCols < 0.7 * lp.numCols) return lp;
  }
})();

describe("presolved", () => {
  it("asks the engine only what is left, and answers under its name", () => {
    const { asked, solver } = recording(dualSimplex);
    const solution = solveLp(halved, { solver: presolved(solver) });
    expect(asked).toHaveLength(1);
    expect(asked[0].lp).toEqual(presolve(halved).program);
    expect(solution.solver).toBe("dual-simplex");
    expect(checkSolution(halved, solution).ok).toBe(true);
  });

  it("does not reduce the program if there is a start basis, or little to gain", () => {
    const { asked, solver } = recording(dualSimplex);
    const first = solveLp(halved, { solver: dualSimplex });
    solveLp(halved, { solver: presolved(solver), ...(first.basis === undefined ? {} : { startBasis: first.basis }) });
    const ladder = dispatchLadder(24);
    solveLp(ladder, { solver: presolved(solver) });
    expect(asked.map(({ lp }) => lp)).toEqual([halved, ladder]);
  });

  it("answers infeasible without the engine if a row proves it", () => {
    const { asked, solver } = recording(dualSimplex);
    const lp = smallProgram(
      "min",
      [
        [0, 1, 1],
        [0, 1, 1],
      ],
      [[3, [1, 1], Infinity]],
    );
    const solution = solveLp(lp, { solver: presolved(solver) });
    expect([solution.status, asked.length, checkSolution(lp, solution).ok]).toEqual(["infeasible", 0, true]);
  });

  it.each<[string, (solution: LpSolution) => LpSolution]>([
    ["wrong prices", (s) => (s.status === "optimal" ? { ...s, y: s.y.map((yi) => yi + 100) } : s)],
    ["a wrong point", (s) => (s.status === "optimal" ? { ...s, x: s.x.map((xj) => xj + 100) } : s)],
    [
      "no answer",
      ({ basis }) => ({
        status: "numerical-trouble",
        solver: "dual-simplex",
        iterations: 9,
        objective: NaN,
        ...(basis === undefined ? {} : { basis }),
      }),
    ],
  ])("solves the original from the basis it has when %s came back", (_what, spoil) => {
    const { asked, solver } = recording(spoiling(dualSimplex, halved.numCols, spoil));
    const solution = solveLp(halved, { solver: presolved(solver) });
    expect(asked).toHaveLength(2);
    expect(asked[1].lp).toBe(halved);
    const startBasis = asked[1].options.startBasis;
    const numBasic = [...(startBasis?.col ?? []), ...(startBasis?.row ?? [])].filter(
      (place) => place === BasisStatus.basic,
    ).length;
    expect(numBasic).toBe(halved.numRows);
    // It was optimal but for what the spoilt prices decided.
    expect(asked[1].iterations()).toBeLessThanOrEqual(asked[0].iterations() / 2);
    expect(solution.iterations).toBe(asked[0].iterations() + asked[1].iterations());
    expect(solution.status).toBe("optimal");
    expect(solution.objective).toBeCloseTo(solveLp(halved, { solver: dualSimplex }).objective, 9);
  });

  it("reports presolve as a phase of its own, then progress in the units of the original", () => {
    const seen: LpProgress[] = [];
    const steps = solveLpSteps(halved, { solver: presolved(dualSimplex) });
    let { done, value } = steps.next();
    while (done !== true) {
      seen.push(value as LpProgress);
      ({ done, value } = steps.next());
    }
    expect(seen[0].phase).toBe("presolve");
    expect(Object.keys((value as LpSolution).timings?.phaseMs ?? {})).toContain("presolve");
    // What the engine reports is of a program whose objective holds all that presolve took out.
    const { asked, solver } = recording(dualSimplex);
    const solution = solveLp(halved, { solver: presolved(solver) });
    expect(asked[0].lp.objectiveOffset).not.toBe(halved.objectiveOffset);
    expect(solveLp(asked[0].lp, { solver: dualSimplex }).objective).toBeCloseTo(solution.objective, 9);
  });

  it("passes limits on, and obeys them", () => {
    const solver = presolved(dualSimplex);
    expect(solveLp(halved, { solver, timeLimitMs: -1 }).status).toBe("time-limit");
    expect(
      solveLp(halved, { solver, onProgress: ({ phase }) => (phase === "presolve" ? "stop" : undefined) }).status,
    ).toBe("stopped");
    const limited = solveLp(halved, { solver, iterationLimit: 3 });
    expect([limited.status, limited.iterations]).toEqual(["iteration-limit", 3]);
    const resumed = solveLp(halved, { solver, ...(limited.basis === undefined ? {} : { startBasis: limited.basis }) });
    expect(resumed.status).toBe("optimal");
  });

  it.skipIf(!netlibPresent)(`needs no second solve on Netlib${netlibAbsence}`, () => {
    const wrong: string[] = [];
    for (const { name, text, optimum } of netlibSample) {
      const lp = readMps(text());
      const { asked, solver } = recording(dualSimplex);
      const solution = solveLp(lp, { solver: presolved(solver) });
      const isRight =
        checkSolution(lp, solution).ok &&
        Math.abs(solution.objective - optimum) <= 1e-7 * Math.max(1, Math.abs(optimum));
      if (!isRight || asked.length !== 1) wrong.push(name);
    }
    expect(wrong).toEqual([]);
  });
});
