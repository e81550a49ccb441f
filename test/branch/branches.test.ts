import { expect, it } from "vitest";
import { branches } from "../../src/branch/branches.ts";

const broken = [
  { pair: 3, sums: [1, 5] as const },
  { pair: 4, sums: [2, 2] as const },
].map(({ pair, sums }) => ({ pair, sums: [...sums] as [number, number] }));

it("without bounds, the most violated pair: the one with the greatest lesser side", () => {
  expect(branches({ broken, decided: [], sideBounds: new Map(), bound: 10 })).toEqual([
    { zero: [{ pair: 4, side: 0 }], bound: 10 },
    { zero: [{ pair: 4, side: 1 }], bound: 10 },
  ]);
});

it("with bounds, the greatest product of both increases: 2 * 2 before 1 * 3, and never 9 * 0", () => {
  const sideBounds = new Map<number, [number, number]>([
    [1, [11, 13]],
    [2, [12, 12]],
    [3, [19, 10]],
  ]);
  expect(
    branches({ broken, decided: [], sideBounds, bound: 10 }).map(({ zero, bound }) => [zero[0].pair, bound]),
  ).toEqual([
    [2, 12],
    [2, 12],
  ]);
});

it("the child of a violated pair has the bound of its side", () => {
  const sideBounds = new Map<number, [number, number]>([[4, [10, 17]]]);
  expect(branches({ broken, decided: [], sideBounds, bound: 10 }).map(({ bound }) => bound)).toEqual([10, 17]);
});

it("decided pairs are not branched on; if they are all, there is one child", () => {
  const decided = [{ pair: 4, side: 0 as const }];
  const sideBounds = new Map<number, [number, number]>([[4, [12, 12]]]);
  expect(branches({ broken, decided, sideBounds, bound: 10 })[1]).toEqual({
    zero: [...decided, { pair: 3, side: 1 }],
    bound: 10,
  });
  const all = [...decided, { pair: 3, side: 1 as const }];
  expect(branches({ broken, decided: all, sideBounds, bound: 10 })).toEqual([{ zero: all, bound: 10 }]);
});
