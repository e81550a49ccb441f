import { describe, expect, it } from "vitest";
import { ExclusiveProgram } from "../../src/branch/exclusive-program.ts";
import { reduceRoot } from "../../src/branch/reduce-root.ts";
import { searchRanges } from "../../src/branch/search-ranges.ts";
import type { TreeOptions } from "../../src/branch/search-tree.ts";
import { cutoff } from "../../src/branch/tree-gap.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { bestByTrial, optimumOf, randomChain, randomTwoStores } from "../support/exclusive-case.ts";
import { solveExclusive } from "../support/exclusive-oracle.ts";
import { runs } from "../support/runs.ts";

const usual: TreeOptions = { nodeLimit: 1000, branchingTimeLimitMs: Infinity, relativeGap: 1e-8 };

describe("searchRanges", () => {
  it("finds the best of all directions under a peak charge, with a matching bound", () => {
    let searched = 0;
    for (let seed = 0; seed < runs(30, 6); seed++) {
      const { lp, sides, pairs } = randomTwoStores(seed, 2);
      const root = optimumOf(lp);
      if (pairs.broken(root.x).length === 0) continue;
      searched++;
      const { best, bound, stop } = drain(searchRanges(new ExclusiveProgram(lp, pairs), root, usual));
      const wanted = bestByTrial(lp, sides);
      expect(stop).toBeUndefined();
      const cost = best?.solution.objective ?? Infinity;
      expect(Math.abs(cost - wanted), `seed ${seed}`).toBeLessThanOrEqual(1e-7 * Math.max(1, Math.abs(wanted)));
      expect(bound).toBeGreaterThanOrEqual(cutoff(cost, usual.relativeGap));
      expect(bound).toBeLessThanOrEqual(cost);
      expect(pairs.broken(best?.solution.x ?? new Float64Array(lp.numCols))).toEqual([]);
    }
    expect(searched).toBeGreaterThan(runs(15, 2));
  });

  it("finds the optimum of HiGHS with binaries for longer chains, and never a bound above it if it ends early", () => {
    let [settled, stopped] = [0, 0];
    for (let seed = 0; seed < runs(12, 2); seed++) {
      const { lp, sides, pairs } = randomTwoStores(seed, 8);
      const root = optimumOf(lp);
      const oracle = solveExclusive(lp, pairs, sides.length);
      if (oracle.status !== "optimal") continue;
      const scale = Math.max(1, Math.abs(oracle.objective));
      for (const nodeLimit of [1000, 8]) {
        const { best, bound, stop } = drain(
          searchRanges(new ExclusiveProgram(lp, pairs), root, { ...usual, nodeLimit }),
        );
        expect(bound, `seed ${seed}`).toBeLessThanOrEqual(oracle.objective + 1e-6 * scale);
        if (best) expect(best.solution.objective).toBeGreaterThanOrEqual(oracle.objective - 1e-6 * scale);
        if (stop === undefined) {
          settled++;
          expect(Math.abs((best?.solution.objective ?? Infinity) - oracle.objective)).toBeLessThan(1e-6 * scale);
        } else stopped++;
      }
    }
    expect(settled).toBeGreaterThan(runs(10, 1));
    expect(settled + stopped).toBeGreaterThan(0);
  });

  it("divides the peak where a first reduction leaves a gap of 13 USD, and closes it", () => {
    const { lp, sides, pairs } = randomTwoStores(9, 6);
    const root = optimumOf(lp);
    const first = drain(reduceRoot(new ExclusiveProgram(lp, pairs), root, usual));
    const { best, bound, stop } = drain(searchRanges(new ExclusiveProgram(lp, pairs), root, usual));
    expect(stop).toBeUndefined();
    expect(bound - first.bound).toBeGreaterThan(5);
    const { objective } = solveExclusive(lp, pairs, sides.length);
    expect(best?.solution.objective).toBeCloseTo(objective, 5);
    expect(bound).toBeCloseTo(objective, 4);
  });

  it("without a coupling column, it is the search over pairs", () => {
    for (let seed = 0; seed < 6; seed++) {
      const { lp, sides, pairs } = randomChain(seed, 3);
      const root = optimumOf(lp);
      if (pairs.broken(root.x).length === 0) continue;
      const { best } = drain(searchRanges(new ExclusiveProgram(lp, pairs), root, usual));
      const wanted = bestByTrial(lp, sides);
      if (wanted < Infinity) expect(best?.solution.objective).toBeCloseTo(wanted, 6);
      else expect(best).toBeUndefined();
    }
  });
});
