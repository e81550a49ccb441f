import { describe, expect, it } from "vitest";
import type { BoundedForm } from "../../../../src/solvers/interior-point/form/bounded-form.ts";
import { naturalOrder } from "../../../../src/solvers/interior-point/linear-system/natural-order.ts";

/** Columns by the rows they touch. */
function formOf(numRows: number, columns: readonly number[][]): BoundedForm {
  const rows = columns.flat();
  const starts = columns.map((_, c) => columns.slice(0, c).flat().length);
  return {
    numRows,
    numCols: columns.length,
    numBoxed: 0,
    numSigned: columns.length,
    upper: new Float64Array(0),
    colStart: Int32Array.from([...starts, rows.length]),
    rowIndex: Int32Array.from(rows),
    value: new Float64Array(rows.length).fill(1),
    cost: new Float64Array(columns.length),
    rhs: new Float64Array(numRows),
  };
}

describe("naturalOrder", () => {
  // Rows 0..3; columns tell the programOrder 3-1, 1-0, 0-2: row 3 is done after column 0, row 1 after 1, rows 0 and 2
  // after 2.
  it("eliminates rows after the last column of the programOrder that they touch", () => {
    expect([
      ...naturalOrder(
        formOf(4, [
          [1, 3],
          [0, 1],
          [0, 2],
        ]),
        new Int32Array(0),
        Int32Array.of(10, 20, 30),
      ),
    ]).toEqual([3, 1, 0, 2]);
  });

  it("puts a kept column behind its last row, whatever its own place in the programOrder", () => {
    const form = formOf(4, [
      [0, 1],
      [2, 3],
      [0, 1],
    ]);
    expect([...naturalOrder(form, Int32Array.of(2), Int32Array.of(10, 20, 99))]).toEqual([0, 1, 4, 2, 3]);
  });

  it("does not let a column of one entry hold its row back", () => {
    expect([...naturalOrder(formOf(2, [[0, 1], [0]]), new Int32Array(0), Int32Array.of(10, 99))]).toEqual([0, 1]);
  });
});
