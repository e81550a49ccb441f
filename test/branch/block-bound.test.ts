import { describe, expect, it } from "vitest";
import { BlockBound } from "../../src/branch/block-bound.ts";
import type { ExclusivePairs } from "../../src/branch/exclusive-pairs.ts";
import type { LinearProgram } from "../../src/lp/linear-program.ts";
import { bestByTrial, optimumOf, pairsOf, programOf, randomChain } from "../support/exclusive-case.ts";

function gainOf(lp: LinearProgram, pairs: ExclusivePairs, node = lp): number {
  const optimum = optimumOf(node);
  return new BlockBound(lp, pairs).gain(node, optimum, pairs.broken(optimum.x));
}

describe("BlockBound", () => {
  // Import i <= 6 at 10, generator g <= 10 at 20, load m <= 10 that pays 30, need of 4: i + g = 4 + m; g excludes m,
  // with g/10 + m/10 <= 1. The linear program takes i = 6, g = m - 2, and both sum to 10: m = 6, g = 4: 60 + 80 - 180 =
  // -40. Exclusive: m alone, i = 6, m = 2: 60 - 60 = 0. Alone in its block the pair is all there is, so the bound is
  // exact.
  const one = programOf(
    [10, 20, -30],
    [6, 10, 10],
    [
      [4, [1, 1, -1], 4],
      [-Infinity, [0, 0.1, 0.1], 1],
    ],
  );
  const block = { row: 0, pairs: [0], validRows: [1] };

  it("is exact if one block is the whole program", () => {
    const root = optimumOf(one);
    expect(root.objective).toBeCloseTo(-40, 9);
    expect(gainOf(one, pairsOf([[[1], [2]]], [block]))).toBeCloseTo(40, 9);
  });

  it("uses the bounds of a node", () => {
    // g <= 1: i = 6, g = 1, m = 3: 60 + 20 - 90 = -10; exclusive 0 as before.
    const node = { ...one, colUpper: Float64Array.of(6, 1, 10) };
    expect(gainOf(one, pairsOf([[[1], [2]]], [block]), node)).toBeCloseTo(10, 9);
  });

  it("claims nothing for a block with columns outside its row, or without an equality row", () => {
    expect(gainOf(one, pairsOf([[[1], [2]]], [{ ...block, row: 1 }]))).toBe(0);
    expect(gainOf(one, pairsOf([[[1], [2]]]))).toBe(0);
  });

  it("gains nothing from blocks whose pairs the optimum satisfies", () => {
    let retained = 0;
    for (let seed = 0; seed < 40; seed++) {
      const { lp, sides, pairs } = randomChain(seed, 5);
      const root = optimumOf(lp);
      const broken = pairs.broken(root.x);
      const all = sides.map((_, pair) => ({ pair, sums: [0, 0] as const }));
      const bound = new BlockBound(lp, pairs);
      const gain = bound.gain(lp, root, broken);
      expect(Math.abs(bound.gain(lp, root, all) - gain), `seed ${seed}`).toBeLessThanOrEqual(1e-9 * (1 + gain));
      retained += pairs.blocks.length - new Set(broken.map(({ pair }) => pair >> 1)).size;
    }
    expect(retained).toBeGreaterThan(50);
  });

  it("never exceeds the exclusive optimum of a chain, and usually exceeds the LP bound", () => {
    let above = 0;
    for (let seed = 0; seed < 40; seed++) {
      const { lp, sides, pairs } = randomChain(seed, 3);
      const root = optimumOf(lp);
      const best = bestByTrial(lp, sides);
      const gain = gainOf(lp, pairs);
      expect(root.objective + gain, `seed ${seed}`).toBeLessThanOrEqual(best + 1e-7 * Math.max(1, Math.abs(best)));
      if (gain > 1e-3) above++;
    }
    expect(above).toBeGreaterThan(10);
  });
});
