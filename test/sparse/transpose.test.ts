import { describe, expect, it } from "vitest";
import { transpose } from "../../src/sparse/transpose.ts";

describe("transpose", () => {
  it("turns columns into rows", () => {
    // [1 0 2; 0 3 4] by columns.
    const byRows = transpose(2, 3, Int32Array.of(0, 1, 2, 4), Int32Array.of(0, 1, 0, 1), Float64Array.of(1, 3, 2, 4));
    expect([...byRows.rowStart]).toEqual([0, 2, 4]);
    expect([...byRows.colIndex]).toEqual([0, 2, 1, 2]);
    expect([...byRows.value]).toEqual([1, 2, 3, 4]);
  });

  it("twice gives the matrix back", () => {
    const colStart = Int32Array.of(0, 2, 2, 5);
    const rowIndex = Int32Array.of(0, 3, 0, 1, 2);
    const value = Float64Array.of(1, 2, 3, 4, 5);
    const once = transpose(4, 3, colStart, rowIndex, value);
    const twice = transpose(3, 4, once.rowStart, once.colIndex, once.value);
    expect([twice.rowStart, twice.colIndex, twice.value]).toEqual([colStart, rowIndex, value]);
  });

  it("has empty rows without columns", () => {
    expect([...transpose(2, 0, Int32Array.of(0), new Int32Array(0), new Float64Array(0)).rowStart]).toEqual([0, 0, 0]);
  });
});
