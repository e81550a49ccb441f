import { describe, expect, it } from "vitest";
import { ExclusiveProgram } from "../../src/branch/exclusive-program.ts";
import { reduceRoot } from "../../src/branch/reduce-root.ts";
import { searchTree } from "../../src/branch/search-tree.ts";
import { cutoff } from "../../src/branch/tree-gap.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { bestByTrial, optimumOf, randomTwoStores } from "../support/exclusive-case.ts";
import { solveExclusive } from "../support/exclusive-oracle.ts";
import { runs } from "../support/runs.ts";

const usual = { nodeLimit: 1000, branchingTimeLimitMs: Infinity, relativeGap: 1e-8 };

/** What is known of the root, and of the tree below it. */
function reduceAndSearch({ lp, pairs }: ReturnType<typeof randomTwoStores>) {
  const root = optimumOf(lp);
  if (pairs.broken(root.x).length === 0) return undefined;
  const reduced = drain(reduceRoot(new ExclusiveProgram(lp, pairs), root, usual));
  return { root, reduced, tree: drain(searchTree(reduced.exclusive, reduced.root, usual, reduced)) };
}

describe("reduceRoot", () => {
  it("has a bound below the best and a point above it, and with the tree below it the best itself", () => {
    let [settled, excluded] = [0, 0];
    for (let seed = 0; seed < runs(12, 4); seed++) {
      const subject = randomTwoStores(seed, 3);
      const found = reduceAndSearch(subject);
      if (found === undefined) continue;
      const { reduced, tree, root } = found;
      const wanted = bestByTrial(subject.lp, subject.sides);
      const slack = 1e-7 * Math.max(1, Math.abs(wanted));
      expect(reduced.bound, `seed ${seed}`).toBeLessThanOrEqual(wanted + slack);
      expect(reduced.bound).toBeGreaterThanOrEqual(root.objective - slack);
      if (reduced.best) expect(reduced.best.solution.objective).toBeGreaterThanOrEqual(wanted - slack);
      expect(Math.abs((tree.best?.solution.objective ?? Infinity) - wanted), `seed ${seed}`).toBeLessThanOrEqual(slack);
      expect(tree.bound).toBeGreaterThanOrEqual(cutoff(wanted, 2e-8));
      expect(tree.bound).toBeLessThanOrEqual(wanted + slack);
      settled++;
      if (reduced.excludedBound < Infinity) excluded++;
    }
    expect(settled).toBeGreaterThan(runs(5, 1));
    expect(excluded).toBeGreaterThan(runs(1, 0));
  });

  it("finds what HiGHS with binaries finds, of two stores over ten hours", () => {
    for (let seed = 0; seed < runs(5, 1); seed++) {
      const subject = randomTwoStores(seed, 10);
      const found = reduceAndSearch(subject);
      if (found === undefined) continue;
      const { objective } = solveExclusive(subject.lp, subject.pairs, subject.sides.length);
      expect(
        Math.abs((found.tree.best?.solution.objective ?? Infinity) - objective),
        `seed ${seed}`,
      ).toBeLessThanOrEqual(1e-6 * Math.max(1, Math.abs(objective)));
    }
  });

  it("hears the limits of the search", () => {
    const { lp, pairs } = randomTwoStores(4, 6);
    const root = optimumOf(lp);
    for (const limits of [{ nodeLimit: 0 }, { branchingTimeLimitMs: 0 }]) {
      const { best, nodes } = drain(reduceRoot(new ExclusiveProgram(lp, pairs), root, { ...usual, ...limits }));
      expect([best, nodes]).toEqual([undefined, 0]);
    }
  });
});
