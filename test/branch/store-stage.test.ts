import { describe, expect, it } from "vitest";
import { ChainBound } from "../../src/branch/chain-bound.ts";
import { valueAt } from "../../src/branch/piecewise-linear.ts";
import { flowsOf, storeStage } from "../../src/branch/store-stage.ts";
import { randomTwoStores } from "../support/exclusive-case.ts";

/** Two hours; store A of hour 1 has charge 10, discharge 11 (0.9 c - d / 0.9) and level 12. */
function storeA() {
  const { lp, pairs } = randomTwoStores(1, 2);
  const colUpper = lp.colUpper.slice();
  [colUpper[10], colUpper[11], colUpper[12]] = [4, 4.5, 8];
  const source = new ChainBound(lp, pairs);
  return { source, link: source.chains[0][1], colUpper };
}

describe("storeStage", () => {
  it("knows the flows of a link by the energy they put into the store", () => {
    const { source, link } = storeA();
    const flows = flowsOf(source, link);
    expect(flows.map(({ column }) => column)).toEqual([10, 11]);
    expect(flows[0].push).toBeCloseTo(0.9, 12);
    expect(flows[1].push).toBeCloseTo(-1 / 0.9, 12);
  });

  /**
   * Prices: charge 2, discharge -5, level 3 less 1. With discharge at zero, q = 0.9 c costs 2 / 0.9 each up to
   * 3.6 for 8. With charge at zero, q = -d / 0.9 from -5 at -22.5 up to 0.
   */
  it("costs each direction by its own price, and the level by its price", () => {
    const { source, link, colUpper } = storeA();
    const prices = { price: (j: number) => (j === 10 ? 2 : -5), level: 3, levelBase: 1 };
    const { ways, costs, worth, columns, pointAt, levelsAt, gain, retention } = storeStage(
      source,
      link,
      colUpper,
      prices,
    );
    const byZero = (column: number) =>
      ways.findIndex((way) => way.some(({ pair, side }) => source.pairs.columns(pair, side).includes(column)));
    const [charging, discharging] = [byZero(11), byZero(10)];
    expect(ways).toHaveLength(2);
    expect(valueAt(costs[charging], 0)).toBeCloseTo(0, 9);
    expect(valueAt(costs[charging], 3.6)).toBeCloseTo(8, 9);
    expect(valueAt(costs[charging], 3.7)).toBe(Infinity);
    expect(valueAt(costs[charging], -0.1)).toBe(Infinity);
    expect(valueAt(costs[discharging], -5)).toBeCloseTo(-22.5, 9);
    expect(valueAt(costs[discharging], -2.5)).toBeCloseTo(-11.25, 9);
    expect(worth).toEqual([0, -1, 8, 23]);
    expect([gain, retention]).toEqual([0, 1]);
    expect(levelsAt(4)).toEqual([4]);
    expect(Array.from(columns)).toEqual([10, 11]);
    expect(Array.from(pointAt(charging, 1.8))).toEqual([expect.closeTo(2, 9), 0]);
    expect(Array.from(pointAt(discharging, -2.5))).toEqual([0, expect.closeTo(2.25, 9)]);
  });

  it("has one decision if a side is zero by a bound", () => {
    const { source, link, colUpper } = storeA();
    colUpper[11] = 0;
    const { ways, costs } = storeStage(source, link, colUpper, { price: () => 0, level: 0, levelBase: 0 });
    expect(ways).toEqual([[]]);
    expect(costs[0]).toEqual([0, 0, expect.closeTo(3.6, 9), 0]);
  });
});
