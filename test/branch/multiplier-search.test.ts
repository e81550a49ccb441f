import { describe, expect, it } from "vitest";
import { ChainBound } from "../../src/branch/chain-bound.ts";
import { betterPrices } from "../../src/branch/multiplier-search.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { bestByTrial, optimumOf, randomTwoStores } from "../support/exclusive-case.ts";
import { solveExclusive } from "../support/exclusive-oracle.ts";
import { runs } from "../support/runs.ts";

describe("betterPrices", () => {
  it("never has a bound above the best, and rises above that of the program's own duals", () => {
    let [better, compared] = [0, 0];
    for (let seed = 0; seed < runs(25, 5); seed++) {
      const { lp, sides, pairs } = randomTwoStores(seed, 3);
      const root = optimumOf(lp);
      const best = bestByTrial(lp, sides);
      const chains = new ChainBound(lp, pairs);
      for (const stores of chains.storesBy(root)) {
        const search = (most: number) => drain(betterPrices(chains, stores, lp.colUpper, root, { aim: best, most }));
        const [first, last] = [search(1), search(25)];
        if (first === undefined || last === undefined) throw new Error(`seed ${seed}`);
        expect(last.bound, `seed ${seed}`).toBeLessThanOrEqual(best + 1e-6 * Math.max(1, Math.abs(best)));
        expect(last.bound).toBeGreaterThanOrEqual(first.bound);
        if (best - first.bound < 1e-3) continue;
        compared++;
        if (last.bound - first.bound > 0.2 * (best - first.bound)) better++;
      }
    }
    expect(compared).toBeGreaterThan(runs(15, 2));
    expect(better).toBeGreaterThan(0.4 * compared);
  });

  it("holds for longer chains, by HiGHS, and under the limits of a node", () => {
    for (let seed = 0; seed < runs(6, 1); seed++) {
      const { lp, sides, pairs } = randomTwoStores(seed, 10);
      const colUpper = lp.colUpper.map((upper, j) => (j === 8 ? 0 : upper));
      const node = { ...lp, colUpper };
      const { status, objective } = solveExclusive(node, pairs, sides.length);
      if (status !== "optimal") continue;
      const root = optimumOf(node);
      const chains = new ChainBound(lp, pairs);
      for (const stores of chains.storesBy(root)) {
        const found = drain(betterPrices(chains, stores, colUpper, root, { aim: objective, most: 20 }));
        expect(found?.bound).toBeLessThanOrEqual(objective + 1e-6 * Math.max(1, Math.abs(objective)));
      }
    }
  });

  it("does not look on where the aim is met", () => {
    const { lp, pairs } = randomTwoStores(2, 3);
    const root = optimumOf(lp);
    const chains = new ChainBound(lp, pairs);
    const [stores] = chains.storesBy(root);
    const spent = { stages: 0 };
    const counted = new ChainBound(lp, pairs, spent);
    drain(betterPrices(counted, stores, lp.colUpper, root, { aim: root.objective - 1, most: 50 }));
    expect(spent.stages).toBe(3);
  });
});
