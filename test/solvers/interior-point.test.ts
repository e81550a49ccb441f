import { describe, expect, it } from "vitest";
import { untimed } from "../support/untimed.ts";
import { checkSolution } from "../../src/lp/check-solution.ts";
import { readMps } from "../../src/lp/io/read-mps.ts";
import { interiorPoint, interiorPointWith } from "../../src/solvers/interior-point.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { dispatchLadder } from "../support/dispatch-ladder.ts";
import { dispatchYear } from "../support/dispatch-year.ts";
import { solveWithHighs } from "../support/highs-oracle.ts";
import { netlibAbsence, netlibPresent, netlibSample } from "../support/netlib.ts";
import { randomProgram, smallProgram } from "../support/random-programs.ts";
import { isSoak, runs } from "../support/runs.ts";

const alone = interiorPointWith({ fallback: false });
const inside = interiorPointWith({ vertex: false, fallback: false });

describe("interiorPoint", () => {
  it("solves a program by hand: value, point, prices and basis", () => {
    // max 3x + 5y, x <= 4, 2y <= 12, 3x + 2y <= 18: (2, 6), 36, prices 0, 3/2, 1.
    const lp = smallProgram(
      "max",
      [
        [0, 3, Infinity],
        [0, 5, Infinity],
      ],
      [
        [-Infinity, [1, 0], 4],
        [-Infinity, [0, 2], 12],
        [-Infinity, [3, 2], 18],
      ],
    );
    const solution = solveLp(lp, { solver: interiorPoint });
    expect(solution.solver).toBe("interior-point");
    expect(solution.objective).toBeCloseTo(36, 12);
    expect(solution.x?.[0]).toBeCloseTo(2, 12);
    expect(solution.y?.[1]).toBeCloseTo(1.5, 12);
    expect(solution.y?.[2]).toBeCloseTo(1, 12);
    expect(solution.basis?.col).toEqual(Uint8Array.of(1, 1));
    expect(solution.basis?.row).toEqual(Uint8Array.of(1, 2, 2));
  });

  it("answers programs without rows, without columns and without freedom", () => {
    expect(solveLp(smallProgram("min", [[1, 2, 3]], []), { solver: interiorPoint }).objective).toBe(2);
    expect(solveLp(smallProgram("min", [[0, -1, Infinity]], []), { solver: interiorPoint }).status).toBe("unbounded");
    expect(solveLp(smallProgram("min", [[2, 1, 2]], [[2, [1], 2]]), { solver: interiorPoint }).objective).toBe(2);
    expect(solveLp(smallProgram("min", [[2, 1, 2]], [[3, [1], 3]]), { solver: interiorPoint }).status).toBe(
      "infeasible",
    );
  });

  it("agrees with the oracle on 300 random programs, alone, every answer proven", () => {
    for (let seed = 5000; seed < 5000 + runs(300); seed++) {
      const lp = randomProgram(seed);
      const oracle = solveWithHighs(lp);
      if (oracle.status === "unknown") continue;
      const solution = solveLp(lp, { solver: alone });
      expect([seed, solution.status]).toEqual([seed, oracle.status]);
      expect([seed, checkSolution(lp, solution).ok]).toEqual([seed, true]);
      if (oracle.status !== "optimal") continue;
      expect(Math.abs(solution.objective - oracle.objective) / (1 + Math.abs(oracle.objective))).toBeLessThan(1e-7);
    }
  });

  it.each([1, 2])("reaches the oracle's optimum on dispatch, seed %i", (seed) => {
    for (const lp of [dispatchLadder(168, { seed }), dispatchYear(336, { seed })]) {
      const solution = solveLp(lp, { solver: alone });
      const oracle = solveWithHighs(lp);
      expect(checkSolution(lp, solution, { gap: 1e-10 }).ok).toBe(true);
      expect(Math.abs(solution.objective / oracle.objective - 1)).toBeLessThan(1e-10);
    }
  });

  it("is deterministic to the last bit and leaves the program alone", () => {
    const lp = dispatchYear(100);
    const before = structuredClone(lp);
    const first = solveLp(lp, { solver: interiorPoint });
    expect(untimed(solveLp(lp, { solver: interiorPoint }))).toEqual(untimed(first));
    expect(lp).toEqual(before);
  });

  it("obeys limits without claiming anything", () => {
    const lp = dispatchYear(100);
    const limited = solveLp(lp, { solver: interiorPoint, iterationLimit: 4 });
    expect([limited.status, limited.iterations, limited.x]).toEqual(["iteration-limit", 4, undefined]);
    expect(solveLp(lp, { solver: interiorPoint, onProgress: () => "stop" }).status).toBe("stopped");
  });

  it("reports the end of every phase, in order; a caller may stop at each", () => {
    const lp = dispatchYear(100);
    const phases: string[] = [];
    solveLp(lp, { solver: alone, onProgress: ({ phase }) => void (phases.at(-1) === phase || phases.push(phase)) });
    expect(phases).toEqual(["setup", "interior-point", "optimal-face", "crossover", "polish"]);
    for (const last of phases.slice(0, 4)) {
      const { status } = solveLp(lp, {
        solver: alone,
        onProgress: ({ phase }) => (phase === last ? "stop" : undefined),
      });
      expect(status).toBe("stopped");
    }
  });

  it.skipIf(!netlibPresent)(
    `solves Netlib to 1e-7: all but pilot.we alone, all with the simplex behind it${netlibAbsence}`,
    () => {
      const wrong = { alone: [] as string[], behind: [] as string[] };
      for (const { name, text, optimum } of netlibSample) {
        const lp = readMps(text());
        const isRight = (solution: ReturnType<typeof solveLp>) =>
          checkSolution(lp, solution).ok &&
          Math.abs(solution.objective - optimum) <= 1e-7 * Math.max(1, Math.abs(optimum));
        if (!isRight(solveLp(lp, { solver: inside }))) wrong.alone.push(name);
        if (!isRight(solveLp(lp, { solver: interiorPoint }))) wrong.behind.push(name);
      }
      expect(wrong).toEqual({ alone: isSoak ? ["pilot.we"] : [], behind: [] });
    },
  );
});
