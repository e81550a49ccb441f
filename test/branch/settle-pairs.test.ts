import { afterEach, expect, it, vi } from "vitest";
import { ExclusiveProgram } from "../../src/branch/exclusive-program.ts";
import { settlePairs } from "../../src/branch/settle-pairs.ts";
import { checkSolution } from "../../src/lp/check-solution.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { interiorPoint } from "../../src/solvers/interior-point.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { bestByTrial, optimumOf, randomChain } from "../support/exclusive-case.ts";
import { runs } from "../support/runs.ts";

const usual = { nodeLimit: 1000, branchingTimeLimitMs: Infinity, relativeGap: 1e-8 };

afterEach(() => vi.restoreAllMocks());

it("begins with the prices of the root: after an interior point, those of its basis would cost pivots", () => {
  // Every look at the clock finds a slice at its end, so that the simplex reports each pivot.
  let nowMs = 0;
  vi.spyOn(Date, "now").mockImplementation(() => (nowMs += 11));
  let [settled, pivots] = [0, 0];
  for (const seed of [2, 6, 10]) {
    const { lp, pairs } = randomChain(seed, 60);
    const root = solveLp(lp, { solver: interiorPoint });
    if (root.status !== "optimal" || pairs.broken(root.x).length === 0) continue;
    const phases: string[] = [];
    const onProgress = ({ phase }: { phase: string }) => void phases.push(phase);
    const { stop } = drain(settlePairs(new ExclusiveProgram(lp, pairs), root, { ...usual, onProgress }));
    expect(stop, `seed ${seed}`).toBeUndefined();
    pivots += phases.indexOf("store");
    settled++;
  }
  expect(settled).toBe(3);
  // 102 with the prices of the basis.
  expect(pivots).toBeLessThan(10);
});

it("restates the result in the given program: the incumbent is its optimum with directions fixed", () => {
  let settled = 0;
  for (let seed = 0; seed < runs(60, 10); seed++) {
    const { lp, sides, pairs } = randomChain(seed, 4);
    const root = optimumOf(lp);
    if (pairs.broken(root.x).length === 0) continue;
    const { best, bound, stop } = drain(settlePairs(new ExclusiveProgram(lp, pairs), root, usual));
    const wanted = bestByTrial(lp, sides);
    expect(stop).toBeUndefined();
    if (best === undefined) {
      expect([wanted, bound], `seed ${seed}`).toEqual([Infinity, Infinity]);
      continue;
    }
    settled++;
    const { solution, program } = best;
    expect(Math.abs(solution.objective - wanted), `seed ${seed}`).toBeLessThanOrEqual(
      1e-7 * Math.max(1, Math.abs(wanted)),
    );
    expect(pairs.broken(solution.x)).toEqual([]);
    expect(checkSolution(program, solution).ok).toBe(true);
    // No limit of the program but those that directions set to zero.
    expect(program.colUpper.every((upper, j) => upper === lp.colUpper[j] || upper === 0)).toBe(true);
    expect(program.value).toBe(lp.value);
  }
  expect(settled).toBeGreaterThan(runs(15, 2));
});

it("a node limit of 0 leaves the program's own bound", () => {
  const { lp, pairs } = randomChain(3, 8);
  const root = optimumOf(lp);
  const { best, nodes, stop, bound } = drain(
    settlePairs(new ExclusiveProgram(lp, pairs), root, { ...usual, nodeLimit: 0 }),
  );
  expect([best, nodes, stop]).toEqual([undefined, 0, "node-limit"]);
  expect(bound).toBeGreaterThanOrEqual(root.objective - 1e-9);
});
