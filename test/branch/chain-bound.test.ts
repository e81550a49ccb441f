import { describe, expect, it } from "vitest";
import { BlockBound } from "../../src/branch/block-bound.ts";
import { ChainBound } from "../../src/branch/chain-bound.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import { bestByTrial, optimumOf, randomChain, randomTwoStores } from "../support/exclusive-case.ts";
import { runs } from "../support/runs.ts";

describe("ChainBound", () => {
  it("is exact if the store is the only link between hours, and its guide leads to the optimum", () => {
    let above = 0;
    for (let seed = 0; seed < runs(60, 10); seed++) {
      const { lp, sides, pairs } = randomChain(seed, 4);
      const root = optimumOf(lp);
      const best = bestByTrial(lp, sides);
      const [answer] = drain(new ChainBound(lp, pairs).bounds(lp.colUpper, root, Infinity));
      if (best === Infinity) {
        expect(answer.gain, `seed ${seed}`).toBe(Infinity);
        continue;
      }
      expect(Math.abs(root.objective + answer.gain - best), `seed ${seed}`).toBeLessThanOrEqual(
        1e-7 * Math.max(1, Math.abs(best)),
      );
      if (answer.gain > new BlockBound(lp, pairs).gain(lp, root, pairs.broken(root.x)) + 1e-6) above++;
      const colUpper = lp.colUpper.slice();
      for (const [pair, side] of answer.guide) for (const j of pairs.columns(pair, side)) colUpper[j] = 0;
      expect(solveLp({ ...lp, colUpper }).objective, `seed ${seed}`).toBeCloseTo(best, 6);
    }
    expect(above).toBeGreaterThan(runs(5, 0));
  });

  it("follows the limits of a node, and its prices need not be those of an optimum", () => {
    for (let seed = 0; seed < runs(20, 4); seed++) {
      const { lp, sides, pairs } = randomChain(seed, 3);
      const colUpper = lp.colUpper.slice();
      colUpper[0] = 0;
      const best = bestByTrial({ ...lp, colUpper }, sides);
      const node = solveLp({ ...lp, colUpper });
      if (best === Infinity || node.status !== "optimal") continue;
      const [answer] = drain(new ChainBound(lp, pairs).bounds(colUpper, node, Infinity));
      expect(Math.abs(node.objective + answer.gain - best), `seed ${seed}`).toBeLessThanOrEqual(
        1e-7 * Math.max(1, Math.abs(best)),
      );
    }
  });

  it("says which sides are zero in every point that costs less than is asked", () => {
    let decided = 0;
    for (let seed = 0; seed < runs(10, 2); seed++) {
      const { lp, sides, pairs } = randomTwoStores(seed, 2);
      const root = optimumOf(lp);
      const most = bestByTrial(lp, sides) + 0.2;
      for (const { zero } of drain(new ChainBound(lp, pairs).bounds(lp.colUpper, root, most - root.objective))) {
        for (const { pair, side } of zero) {
          decided++;
          // With the side retained above zero nothing better is left: by its other side at zero alone.
          const colUpper = lp.colUpper.slice();
          for (const j of pairs.columns(pair, side === 0 ? 1 : 0)) colUpper[j] = 0;
          const without = lp.colUpper.slice();
          for (const j of pairs.columns(pair, side)) without[j] = 0;
          const [retained, other] = [
            bestByTrial({ ...lp, colUpper: without }, sides),
            bestByTrial({ ...lp, colUpper }, sides),
          ];
          expect(retained, `seed ${seed}`).toBeLessThan(most);
          if (other < most) expect(other, `seed ${seed}`).toBeGreaterThanOrEqual(retained - 1e-7);
        }
      }
    }
    expect(decided).toBeGreaterThan(runs(3, 0));
  });

  it("gives no more bounds when the stage budget is used up", () => {
    // A search may solve 300,000 stages, and a bound of this chain takes 3: from 299,981 on, seven more bounds.
    const { lp, pairs } = randomChain(1, 3);
    const spent = { stages: 299_981 };
    const bound = new ChainBound(lp, pairs, spent);
    const root = optimumOf(lp);
    let count = 0;
    while (drain(bound.bounds(lp.colUpper, root, Infinity)).length > 0) count++;
    expect([count, spent.stages]).toEqual([7, 300_002]);
  });

  it("has no bound for a store without an upper bound", () => {
    const { lp, pairs } = randomChain(1, 3);
    const colUpper = lp.colUpper.map((upper, j) => (j % 6 === 2 ? Infinity : upper));
    expect(drain(new ChainBound({ ...lp, colUpper }, pairs).bounds(colUpper, optimumOf(lp), Infinity))).toEqual([]);
  });
});
