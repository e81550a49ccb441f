import { describe, expect, it } from "vitest";
import { ChainBound } from "../../src/branch/chain-bound.ts";
import { betterPrices } from "../../src/branch/multiplier-search.ts";
import { priceNode } from "../../src/branch/price-node.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { bestByTrial, optimumOf, randomTwoStores } from "../support/exclusive-case.ts";
import { runs } from "../support/runs.ts";

describe("priceNode", () => {
  it("bounds the node, each child, and the points on the other side of every side that it sets to zero", () => {
    let [rises, zeros] = [0, 0];
    for (let seed = 0; seed < runs(12, 4); seed++) {
      const { lp, sides, pairs } = randomTwoStores(seed, 2);
      const root = optimumOf(lp);
      const best = bestByTrial(lp, sides);
      const most = best + 0.5;
      const chains = new ChainBound(lp, pairs);
      const [stores] = chains.storesBy(root);
      const prices = drain(betterPrices(chains, stores, lp.colUpper, root, { aim: best, most: 10 }));
      if (prices === undefined) throw new Error(`seed ${seed}`);
      const slack = 1e-6 * (1 + Math.abs(best));
      const node = drain(priceNode(chains, lp.colUpper, prices, root.x, most));
      expect(node?.bound, `seed ${seed}`).toBeLessThanOrEqual(best + slack);
      const withZero = (pair: number, side: 0 | 1) => {
        const colUpper = lp.colUpper.slice();
        for (const j of pairs.columns(pair, side)) colUpper[j] = 0;
        return bestByTrial({ ...lp, colUpper }, sides);
      };
      for (const [pair, bounds] of node?.sideBounds ?? []) {
        for (const side of [0, 1] as const) {
          expect(Math.min(bounds[side], most), `seed ${seed}`).toBeLessThanOrEqual(withZero(pair, side) + slack);
          if (bounds[side] > (node?.bound ?? 0) + 1e-3) rises++;
        }
      }
      for (const { pair, side } of node?.zero ?? []) {
        zeros++;
        // Nothing cheaper than `most` has this side above zero.
        const other = withZero(pair, side === 0 ? 1 : 0);
        if (other < most) expect(other, `seed ${seed}`).toBeGreaterThanOrEqual(withZero(pair, side) - slack);
      }
    }
    expect(rises).toBeGreaterThan(runs(20, 3));
    expect(zeros).toBeGreaterThan(runs(5, 0));
  });

  it("has nothing to say when the stage budget is used up", () => {
    const { lp, pairs } = randomTwoStores(1, 2);
    const root = optimumOf(lp);
    const chains = new ChainBound(lp, pairs);
    const [stores] = chains.storesBy(root);
    const prices = drain(betterPrices(chains, stores, lp.colUpper, root, { aim: Infinity, most: 1 }));
    if (prices === undefined) throw new Error("no prices");
    const spent = new ChainBound(lp, pairs, { stages: Infinity });
    expect(drain(priceNode(spent, lp.colUpper, prices, root.x, Infinity))).toBeUndefined();
  });
});
