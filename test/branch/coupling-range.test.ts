import { describe, expect, it } from "vitest";
import { couplingRanges, dividedAt, partsAt } from "../../src/branch/coupling-range.ts";
import { ExclusiveProgram } from "../../src/branch/exclusive-program.ts";
import { randomTwoStores } from "../support/exclusive-case.ts";

describe("couplingRanges", () => {
  it("finds the peak, up to the greatest import: above it, no row of the peak binds", () => {
    const { lp, pairs } = randomTwoStores(1, 3);
    const peak = lp.numCols - 1;
    const imports = [0, 8, 16].map((j) => lp.colUpper[j]);
    expect(couplingRanges(new ExclusiveProgram(lp, pairs))).toEqual([
      { column: peak, lower: 0, upper: Math.min(Math.max(...imports), lp.colUpper[peak]) },
    ]);
  });

  it("has no range to divide if the column is fixed, free of cost, or beyond what binds", () => {
    const { lp, pairs } = randomTwoStores(1, 3);
    const peak = lp.numCols - 1;
    const of = (change: object) => couplingRanges(new ExclusiveProgram({ ...lp, ...change }, pairs));
    expect(of({ colLower: lp.colLower.with(peak, 2), colUpper: lp.colUpper.with(peak, 2) })).toEqual([]);
    expect(of({ cost: lp.cost.with(peak, 0) })).toEqual([]);
    expect(of({ colLower: lp.colLower.with(peak, 1000), colUpper: lp.colUpper.with(peak, Infinity) })).toEqual([]);
    const endless = lp.colUpper.with(0, Infinity).with(peak, Infinity);
    expect(of({ colUpper: endless })).toEqual([]);
  });
});

it("divides at the incumbent's value, and in the middle if that is at an end or outside", () => {
  const range = { column: 7, lower: 0, upper: 10 };
  expect([3, 0.1, 9.9, 12].map((value) => dividedAt(range, value))).toEqual([3, 5, 5, 5]);
});

it("the parts meet at the value, and leave every other bound as it is", () => {
  const bounds = { colLower: Float64Array.of(1, 0), colUpper: Float64Array.of(2, 9) };
  const parts = partsAt(bounds, { column: 1, lower: 0, upper: 9 }, 4);
  expect(parts.map(({ colLower, colUpper }) => [[...colLower], [...colUpper]])).toEqual([
    [
      [1, 0],
      [2, 4],
    ],
    [
      [1, 4],
      [2, 9],
    ],
  ]);
  expect([...bounds.colUpper]).toEqual([2, 9]);
});
