import { describe, expect, it } from "vitest";
import { LuFactor } from "../../src/sparse/lu-factor.ts";
import { factorSingletons } from "../../src/sparse/lu-singletons.ts";
import { sparseColumns, type SparseColumns } from "../support/dense-basis.ts";

function phases(a: SparseColumns, candidates: number[]) {
  const lu = new LuFactor(a.numRows);
  const head = new Int32Array(a.numRows);
  const left = factorSingletons(lu, a, Int32Array.from(candidates), head);
  return { lu, head: [...head], left: [...left] };
}

describe("factorSingletons", () => {
  it("eliminates an upper triangle by column singletons, without any entry in L", () => {
    const a = sparseColumns(3, [
      [5, 0, 0],
      [1, 6, 0],
      [2, 3, 7],
    ]);
    const { lu, head, left } = phases(a, [2, 1, 0]);
    expect(left).toEqual([]);
    expect(head).toEqual([0, 1, 2]);
    expect([...lu.order.slice(0, 3)]).toEqual([0, 1, 2]);
    expect(lu.lCols.used).toBe(0);
  });

  it("eliminates a lower triangle by row singletons, with L divided by the pivot", () => {
    // Column 0 = (2, 4, 6): no column is a singleton but the last; row 0 is one.
    const a = sparseColumns(3, [
      [2, 4, 6],
      [0, 3, 9],
      [0, 1, 1],
    ]);
    const { lu, head, left } = phases(a, [0, 1, 2]);
    expect(left).toEqual([1, 2]);
    expect(head[0]).toBe(0);
    expect([...lu.lCols.value.slice(lu.lCols.start[0], lu.lCols.end[0])]).toEqual([2, 3]);
  });

  it("pivots logicals first", () => {
    const a = sparseColumns(2, [[1, 1]]);
    const { lu, head, left } = phases(a, [0, 2]);
    expect([left, lu.order[0]]).toEqual([[], 1]);
    expect(head).toEqual([0, 2]);
  });

  it("leaves a pivot at rounding level alone", () => {
    const a = sparseColumns(1, [[1e-13]]);
    expect(phases(a, [0])).toMatchObject({ left: [0], head: [-1] });
  });
});
