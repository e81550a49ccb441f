import { describe, expect, it } from "vitest";
import { ChainBound } from "../../src/branch/chain-bound.ts";
import { dualPoint } from "../../src/branch/dual-point.ts";
import { copiedStores, followParts, guideOfParts, pricedParts, writePoint } from "../../src/branch/priced-parts.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { bestByTrial, optimumOf, randomTwoStores } from "../support/exclusive-case.ts";
import { seededUniform } from "../support/random-programs.ts";
import { runs } from "../support/runs.ts";

describe("pricedParts", () => {
  it("never has a bound above the best, at any row prices and copy prices, also under the bounds of a node", () => {
    let checked = 0;
    for (let seed = 0; seed < runs(12, 3); seed++) {
      const { lp, sides, pairs } = randomTwoStores(seed, 2);
      const uniform = seededUniform(seed + 77);
      const colUpper = lp.colUpper.map((upper, j) => (seed % 2 === 1 && j === 8 ? 0 : upper));
      const best = bestByTrial({ ...lp, colUpper }, sides);
      const root = optimumOf(lp);
      const chains = new ChainBound(lp, pairs);
      for (const stores of chains.storesBy(root)) {
        const copies = copiedStores(chains, stores, colUpper);
        const copied = copies.flatMap(({ columns }) => columns);
        for (let trial = 0; trial < 6; trial++) {
          const y = root.y.map((price) => price + (trial === 0 ? 0 : 8 * (uniform() - 0.5)));
          const split = new Float64Array(lp.numCols);
          if (trial > 1) for (const j of copied) split[j] = 20 * (uniform() - 0.5);
          const point = dualPoint(lp, colUpper, y);
          if (point.objective === -Infinity) continue;
          const priced = drain(pricedParts(chains, stores, copies, colUpper, { point, split }));
          checked++;
          expect(priced?.bound, `seed ${seed}, trial ${trial}`).toBeLessThanOrEqual(best + 1e-6 * (1 + Math.abs(best)));
        }
      }
    }
    expect(checked).toBeGreaterThan(runs(60, 15));
  });

  it("copies every store that the first part does not have alone, also if the stores come from another search", () => {
    const { lp, pairs } = randomTwoStores(3, 2);
    const [first, again] = [new ChainBound(lp, pairs), new ChainBound({ ...lp }, pairs)];
    const root = optimumOf(lp);
    for (const stores of first.storesBy(root)) {
      const wanted = first.chains.length - (stores.length === 1 ? 1 : 0);
      for (const chains of [first, again]) {
        const copies = copiedStores(chains, stores, lp.colUpper);
        expect(copies).toHaveLength(wanted);
        for (const { chain, columns, hasLevelInFirst } of copies) {
          expect(hasLevelInFirst).toBe(stores.length > 1);
          expect(columns).toHaveLength((hasLevelInFirst ? 3 : 2) * chain.length);
        }
      }
    }
  });

  it("leaves out a store without bounds of its own", () => {
    const { lp, pairs } = randomTwoStores(3, 2);
    const chains = new ChainBound(lp, pairs);
    const endless = lp.colUpper.slice();
    endless[chains.chains[1][0].state] = Infinity;
    expect(copiedStores(chains, [{ chain: chains.chains[0], weight: 1 }], endless)).toEqual([]);
  });

  it("has a point behind the bound: each part meets its own rows, and one side of each of its pairs is zero", () => {
    const { lp, pairs } = randomTwoStores(5, 3);
    const chains = new ChainBound(lp, pairs);
    const root = optimumOf(lp);
    const stores = [{ chain: chains.chains[0], weight: 1 }];
    const copies = copiedStores(chains, stores, lp.colUpper);
    const split = new Float64Array(lp.numCols);
    const priced = drain(
      pricedParts(chains, stores, copies, lp.colUpper, { point: dualPoint(lp, lp.colUpper, root.y), split }),
    );
    const paths = followParts(priced?.parts ?? []);
    if (priced === undefined || paths === undefined) throw new Error("no path");
    expect(priced.parts).toHaveLength(2);
    expect(guideOfParts(priced.parts, paths).size).toBeGreaterThan(0);
    for (const [k, part] of priced.parts.entries()) {
      const x = new Float64Array(lp.numCols);
      writePoint(part, paths[k], x);
      const [{ chain }] = part.stores;
      chain.forEach(({ row }) => {
        let sum = -lp.rowLower[row];
        for (let j = 0; j < lp.numCols; j++)
          for (let p = lp.colStart[j]; p < lp.colStart[j + 1]; p++)
            if (lp.rowIndex[p] === row) sum += lp.value[p] * x[j];
        expect(sum).toBeCloseTo(0, 7);
      });
      expect(pairs.broken(x)).toEqual([]);
    }
  });
});
