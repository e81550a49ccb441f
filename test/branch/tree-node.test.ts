import { expect, it } from "vitest";
import { countZero, isBefore, type TreeNode, upperUnder } from "../../src/branch/tree-node.ts";
import { pairsOf } from "../support/exclusive-case.ts";

const pairs = pairsOf([
  [[0], [1, 2]],
  [[2], [3]],
]);
const first = { before: undefined, zero: [{ pair: 0, side: 1 as const }] };
const both = {
  before: first,
  zero: [
    { pair: 1, side: 0 as const },
    { pair: 1, side: 1 as const },
  ],
};

it("decisions and their ancestors set upper bounds to zero, and do not change the program's own bounds", () => {
  const own = Float64Array.of(4, 5, 6, 7);
  expect([...(upperUnder(first, pairs, new Float64Array(4), own) ?? [])]).toEqual([4, 0, 0, 7]);
  expect([...(upperUnder(both, pairs, new Float64Array(4), own) ?? [])]).toEqual([4, 0, 0, 0]);
  expect([...own]).toEqual([4, 5, 6, 7]);
  expect([countZero(undefined), countZero(both)]).toEqual([0, 3]);
});

it("a lower bound above zero excludes the decision", () => {
  expect(upperUnder(first, pairs, Float64Array.of(1, 0, 0, 1), new Float64Array(4).fill(9))).toBeDefined();
  expect(upperUnder(first, pairs, Float64Array.of(0, 0, 0.5, 0), new Float64Array(4).fill(9))).toBeUndefined();
});

it("the least bound comes first, then the deeper, then the older", () => {
  const node = (bound: number, depth: number, id: number): TreeNode => ({
    bound,
    depth,
    id,
    decisions: undefined,
    basis: undefined,
    objective: 0,
    y: new Float64Array(0),
    reducedCost: new Float64Array(0),
    isChained: false,
    decided: [],
    prices: undefined,
    sideBounds: new Map(),
    broken: [],
  });
  expect(isBefore(node(1, 0, 5), node(2, 9, 1))).toBe(true);
  expect(isBefore(node(2, 3, 5), node(2, 2, 1))).toBe(true);
  expect(isBefore(node(2, 3, 1), node(2, 3, 5))).toBe(true);
  expect(isBefore(node(2, 3, 5), node(2, 3, 1))).toBe(false);
});
