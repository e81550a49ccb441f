import { describe, expect, it } from "vitest";
import { dive } from "../../src/branch/dive.ts";
import { ExclusiveProgram } from "../../src/branch/exclusive-program.ts";
import { NodePrograms } from "../../src/branch/node-programs.ts";
import { searchTree, type TreeOptions } from "../../src/branch/search-tree.ts";
import { cutoff } from "../../src/branch/tree-gap.ts";
import { checkSolution } from "../../src/lp/check-solution.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { bestByTrial, optimumOf, pairsOf, programOf, randomChain, randomTwoStores } from "../support/exclusive-case.ts";

const usual: TreeOptions = { nodeLimit: 1000, branchingTimeLimitMs: Infinity, relativeGap: 1e-8 };
import { solveExclusive } from "../support/exclusive-oracle.ts";
import { runs } from "../support/runs.ts";

describe("searchTree", () => {
  it("finds the best of all directions, with a matching bound", () => {
    let branched = 0;
    for (let seed = 0; seed < runs(80, 12); seed++) {
      const { lp, sides, pairs } = randomChain(seed, 3);
      const root = optimumOf(lp);
      if (pairs.broken(root.x).length === 0) continue;
      branched++;
      const { best, bound, stop, proof } = drain(searchTree(new ExclusiveProgram(lp, pairs), root, usual));
      const wanted = bestByTrial(lp, sides);
      expect(stop).toBeUndefined();
      expect(proof.ok).toBe(true);
      if (best === undefined) {
        expect([wanted, bound], `seed ${seed}`).toEqual([Infinity, Infinity]);
        continue;
      }
      const { solution, program } = best;
      expect(Math.abs(solution.objective - wanted), `seed ${seed}`).toBeLessThanOrEqual(
        1e-7 * Math.max(1, Math.abs(wanted)),
      );
      expect(bound).toBeGreaterThanOrEqual(cutoff(solution.objective, usual.relativeGap));
      expect(bound).toBeLessThanOrEqual(solution.objective);
      expect(pairs.broken(solution.x)).toEqual([]);
      expect(checkSolution(program, solution).ok).toBe(true);
      expect(program.colUpper.every((upper, j) => upper <= lp.colUpper[j])).toBe(true);
    }
    expect(branched).toBeGreaterThan(runs(25, 3));
  });

  it("finds the optimum of HiGHS with binaries where rounding fails", () => {
    let better = 0;
    for (let seed = 0; seed < runs(60, 4); seed++) {
      const { lp, sides, pairs } = randomChain(seed, 7);
      const root = optimumOf(lp);
      if (pairs.broken(root.x).length === 0) continue;
      const { best } = drain(searchTree(new ExclusiveProgram(lp, pairs), root, usual));
      const oracle = solveExclusive(lp, pairs, sides.length);
      expect(best ? "optimal" : "infeasible", `seed ${seed}`).toBe(oracle.status);
      if (!best) continue;
      expect(Math.abs(best.solution.objective - oracle.objective), `seed ${seed}`).toBeLessThanOrEqual(
        1e-7 * Math.max(1, Math.abs(oracle.objective)),
      );
      const first = drain(
        dive(
          new NodePrograms(new ExclusiveProgram(lp, pairs), usual),
          { decisions: undefined, broken: pairs.broken(root.x), basis: root.basis },
          Infinity,
        ),
      );
      if (!first || first.solution.objective > best.solution.objective + 1e-3) better++;
    }
    expect(better).toBeGreaterThan(runs(0, -1));
  });

  it("decides by the bounds along two stores only what the best point decides too", () => {
    for (let seed = 0; seed < runs(12, 3); seed++) {
      const { lp, sides, pairs } = randomTwoStores(seed, 3);
      const root = optimumOf(lp);
      const { best, bound, stop } = drain(searchTree(new ExclusiveProgram(lp, pairs), root, usual));
      const wanted = bestByTrial(lp, sides);
      const slack = 1e-7 * Math.max(1, Math.abs(wanted));
      expect(stop).toBeUndefined();
      expect(Math.abs((best?.solution.objective ?? Infinity) - wanted), `seed ${seed}`).toBeLessThanOrEqual(slack);
      expect(bound).toBeLessThanOrEqual(wanted + slack);
      expect(bound).toBeGreaterThanOrEqual(cutoff(wanted, 2 * usual.relativeGap));
    }
  });

  it("proves that no point satisfies the pairs: a = 1 and b = 1 are both required", () => {
    const lp = programOf(
      [1, 1],
      [2, 2],
      [
        [1, [1, 0], 1],
        [1, [0, 1], 1],
        [-Infinity, [0.5, 0.5], 1],
      ],
    );
    const end = drain(searchTree(new ExclusiveProgram(lp, pairsOf([[[0], [1]]])), optimumOf(lp), usual));
    expect(end).toMatchObject({ stop: undefined, best: undefined, bound: Infinity, proof: { ok: true } });
    // By a lower limit there is no program to solve.
    const forced = { ...programOf([1, 1], [2, 2], []), colLower: Float64Array.of(1, 1) };
    expect(
      drain(searchTree(new ExclusiveProgram(forced, pairsOf([[[0], [1]]])), optimumOf(forced), usual)),
    ).toMatchObject({ best: undefined, bound: Infinity });
  });

  it("a node limit leaves a bound below the optimum and an incumbent, if any, above it", () => {
    for (let seed = 0; seed < runs(40, 6); seed++) {
      const { lp, sides, pairs } = randomChain(seed, 3);
      const root = optimumOf(lp);
      if (pairs.broken(root.x).length === 0) continue;
      const wanted = bestByTrial(lp, sides);
      for (const nodeLimit of [0, 1, 4]) {
        const { best, bound, stop, nodes } = drain(
          searchTree(new ExclusiveProgram(lp, pairs), root, { ...usual, nodeLimit }),
        );
        expect(nodes).toBeLessThanOrEqual(nodeLimit);
        const slack = 1e-7 * Math.max(1, Math.abs(wanted));
        expect(bound, `seed ${seed}`).toBeLessThanOrEqual(wanted + slack);
        if (best) expect(best.solution.objective).toBeGreaterThanOrEqual(wanted - slack);
        if (nodeLimit === 0) expect([stop, best]).toEqual(["node-limit", undefined]);
      }
    }
  });

  it("a time of 0, an iteration limit and a caller's stop end it under their names", () => {
    const { lp, pairs } = randomChain(3, 8);
    const root = optimumOf(lp);
    expect(pairs.broken(root.x).length).toBeGreaterThan(0);
    const stop = (options: Partial<TreeOptions>) =>
      drain(searchTree(new ExclusiveProgram(lp, pairs), root, { ...usual, ...options })).stop;
    expect(stop({ branchingTimeLimitMs: 0 })).toBe("branching-time-limit");
    expect(stop({ iterationLimit: 0 })).toBe("iteration-limit");
    expect(stop({ timeLimitMs: 0 })).toBe("time-limit");
  });

  it("prunes nodes within the tolerance, and reports the remaining gap", () => {
    let [exactNodes, looseNodes, open] = [0, 0, 0];
    for (let seed = 0; seed < runs(30, 8); seed++) {
      // No blocks: with them the store's bound leaves nothing open.
      const {
        lp,
        pairs: { columns, broken },
      } = randomChain(seed, 6);
      const pairs = { columns, broken, blocks: [] };
      const root = optimumOf(lp);
      const exact = drain(searchTree(new ExclusiveProgram(lp, pairs), root, usual));
      const loose = drain(searchTree(new ExclusiveProgram(lp, pairs), root, { ...usual, relativeGap: 0.2 }));
      exactNodes += exact.nodes;
      looseNodes += loose.nodes;
      if (!loose.best || !exact.best) continue;
      expect(loose.bound, `seed ${seed}`).toBeGreaterThanOrEqual(cutoff(loose.best.solution.objective, 0.2));
      expect(loose.bound, `seed ${seed}`).toBeLessThanOrEqual(exact.best.solution.objective + 1e-6);
      if (loose.bound < loose.best.solution.objective) open++;
    }
    expect(looseNodes).toBeLessThan(exactNodes);
    expect(open).toBeGreaterThan(runs(3, 0));
  });

  it("gives identical results to the last bit", () => {
    const { lp, pairs } = randomChain(8, 6);
    const root = optimumOf(lp);
    const run = () => {
      const { best, ...rest } = drain(searchTree(new ExclusiveProgram(lp, pairs), root, usual));
      return { ...rest, x: best?.solution.x, decisions: best?.decisions };
    };
    expect(run()).toStrictEqual(run());
  });
});
