import { describe, expect, it } from "vitest";
import { linkCount } from "../../src/sparse/count-lists.ts";
import { PIVOT_TOLERANCE } from "../../src/sparse/lu-factor.ts";
import { findPivot, KernelWorkspace } from "../../src/sparse/lu-pivot-search.ts";

/** An active part from dense columns. */
function kernelOf(columns: readonly (readonly number[])[]): KernelWorkspace {
  const size = columns[0].length;
  const work = new KernelWorkspace(columns.length, size, PIVOT_TOLERANCE);
  for (let i = 0; i < size; i++) work.rows.open(i, columns.length);
  for (const [c, column] of columns.entries()) {
    work.cols.open(c, size);
    for (const [i, a] of column.entries()) {
      if (a === 0) continue;
      work.cols.append(c, i, a);
      work.rows.append(i, c, 0);
    }
    work.colMax[c] = Math.max(...column.map(Math.abs));
    linkCount(work.colLists, c, work.cols.end[c] - work.cols.start[c]);
  }
  return work;
}

describe("findPivot", () => {
  it("takes the least Markowitz count", () => {
    // Column 2 = (0, 1, 0) is a singleton: merit 0.
    const work = kernelOf([
      [1, 2, 3],
      [4, 5, 6],
      [0, 1, 0],
    ]);
    expect(findPivot(work, 0.1)).toBe(true);
    expect([work.pivotRow, work.pivotCol]).toEqual([1, 2]);
  });

  it("rejects an entry too small for its column, even in a row of its own", () => {
    // Row 0 meets column 0 only, with 0.01 against 5: not acceptable at 0.1, acceptable at 0.001.
    const columns = [
      [0.01, 5, 5],
      [0, 4, 2],
      [0, 3, 7],
    ];
    const strict = kernelOf(columns);
    expect(findPivot(strict, 0.1)).toBe(true);
    expect([strict.pivotRow, strict.pivotCol]).not.toEqual([0, 0]);
    const lax = kernelOf(columns);
    expect(findPivot(lax, 0.001)).toBe(true);
    expect([lax.pivotRow, lax.pivotCol]).toEqual([0, 0]);
  });

  it("says so when nothing is left", () => {
    expect(findPivot(new KernelWorkspace(0, 2, PIVOT_TOLERANCE), 0.1)).toBe(false);
  });
});
