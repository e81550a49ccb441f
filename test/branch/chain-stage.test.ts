import { describe, expect, it } from "vitest";
import { ChainBound } from "../../src/branch/chain-bound.ts";
import { chainStage } from "../../src/branch/chain-stage.ts";
import { valueAt } from "../../src/branch/piecewise-linear.ts";
import { optimumOf, randomTwoStores } from "../support/exclusive-case.ts";
import { runs } from "../support/runs.ts";

describe("chainStage", () => {
  it("has points of the interval behind its costs: the row is met, the flow and the sides at zero too", () => {
    let points = 0;
    for (let seed = 0; seed < runs(12, 4); seed++) {
      const { lp, pairs } = randomTwoStores(seed, 2);
      const root = optimumOf(lp);
      const source = new ChainBound(lp, pairs);
      const [chain] = source.chains;
      const stage = chainStage(source, [{ link: chain[1], weight: 1 }], lp.colUpper, root);
      if (stage === undefined) throw new Error(`seed ${seed}`);
      stage.costs.forEach((cost, way) => {
        const [from, to] = [cost[0], cost[cost.length - 2]];
        for (const share of [0, 0.3, 1]) {
          points++;
          const flow = from + share * (to - from);
          const x = stage.pointAt(way, flow);
          // Import, export, charge, discharge, charge, discharge: columns 8 to 15 without the levels.
          expect(Array.from(stage.columns)).toEqual([8, 9, 10, 11, 13, 14]);
          expect(x[0] - x[1] - x[2] + x[3] - x[4] + x[5], `seed ${seed}`).toBeCloseTo(lp.rowLower[7], 7);
          expect(0.9 * x[2] - x[3] / 0.9).toBeCloseTo(flow, 7);
          for (const { pair, side } of stage.ways[way])
            for (const j of pairs.columns(pair, side)) expect(x[stage.columns.indexOf(j)]).toBe(0);
          const usd = x.reduce((sum, value, s) => sum + root.reducedCost[stage.columns[s]] * value, 0);
          // Valid rows are priced back: their part is what their duals say of the point.
          const valid = pairs.blocks[1].validRows.reduce(
            (sum, i) => sum + root.y[i] * rowAt(lp, i, stage.columns, x),
            0,
          );
          expect(usd + valid).toBeCloseTo(valueAt(cost, flow), 5);
        }
      });
    }
    expect(points).toBeGreaterThan(runs(100, 25));
  });

  it("passes over what is excluded, also where a side is zero by a limit", () => {
    const { lp, pairs } = randomTwoStores(1, 2);
    const root = optimumOf(lp);
    const waysOf = (excluded: readonly { pair: number; side: 0 | 1 }[][], colUpper = lp.colUpper) => {
      const blocks = pairs.blocks.map((block) => ({ ...block, excluded }));
      const source = new ChainBound(lp, { ...pairs, blocks });
      return chainStage(source, [{ link: source.chains[0][1], weight: 1 }], colUpper, root)?.ways.length ?? 0;
    };
    const noImportNoCharge = [{ pair: 3, side: 0 } as const, { pair: 4, side: 0 } as const];
    const all = waysOf([]);
    expect(waysOf([noImportNoCharge])).toBeLessThan(all);
    const noImport = lp.colUpper.map((upper, j) => (j === 8 ? 0 : upper));
    const open = waysOf([], noImport);
    expect(open).toBeGreaterThan(0);
    expect(waysOf([noImportNoCharge], noImport)).toBeLessThan(open);
  });

  it("shares a level out by what energy is worth, and the shares add up to it", () => {
    const { lp, pairs } = randomTwoStores(3, 2);
    const root = optimumOf(lp);
    const source = new ChainBound(lp, pairs);
    const links = source.chains.map((chain, k) => ({ link: chain[1], weight: 1 + k }));
    const stage = chainStage(source, links, lp.colUpper, root);
    const most = links.reduce((sum, { link, weight }) => sum + weight * lp.colUpper[link.state], 0);
    for (const level of [0, 0.4 * most, most]) {
      const levels = stage?.levelsAt(level) ?? [];
      expect(levels.reduce((sum, x, k) => sum + links[k].weight * x, 0)).toBeCloseTo(level, 9);
      const usd = levels.reduce((sum, x, k) => sum + root.reducedCost[links[k].link.state] * x, 0);
      const base = valueAt(stage?.worth ?? [], 0);
      expect(usd).toBeCloseTo(valueAt(stage?.worth ?? [], level) - base, 7);
    }
  });
});

function rowAt(lp: ReturnType<typeof randomTwoStores>["lp"], i: number, columns: Int32Array, x: Float64Array): number {
  let sum = 0;
  columns.forEach((j, s) => {
    for (let k = lp.colStart[j]; k < lp.colStart[j + 1]; k++) if (lp.rowIndex[k] === i) sum += lp.value[k] * x[s];
  });
  return sum;
}
