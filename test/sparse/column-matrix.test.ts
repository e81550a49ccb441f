import { describe, expect, it } from "vitest";
import { minusColumn, minusVariable, subtractProduct } from "../../src/sparse/column-matrix.ts";

// A = [2 0; 3 5], y = (7, 11).
const matrix = {
  numCols: 2,
  colStart: Int32Array.of(0, 2, 3),
  rowIndex: Int32Array.of(0, 1, 1),
  value: Float64Array.of(2, 3, 5),
};
const y = Float64Array.of(7, 11);

describe("products with one column", () => {
  it("are taken from what is given", () => {
    expect(minusColumn(matrix, 0, y, 100)).toBe(100 - 14 - 33);
    expect(minusColumn(matrix, 1, y, 0)).toBe(-55);
  });

  it("know the unit columns behind the matrix", () => {
    expect([0, 1, 2, 3].map((j) => minusVariable(matrix, j, y, 100))).toEqual([53, 45, 93, 89]);
  });
});

it("a product with all columns is taken from the rows: A (2, 5) = (4, 31)", () => {
  const rows = Float64Array.of(20, 30);
  subtractProduct(matrix, Float64Array.of(2, 5), rows);
  expect([...rows]).toEqual([16, -1]);
});
