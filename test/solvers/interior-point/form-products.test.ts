import { expect, it } from "vitest";
import { columnProduct, subtractProduct } from "../../../src/solvers/interior-point/form-products.ts";
import type { BoundedForm } from "../../../src/solvers/interior-point/bounded-form.ts";

// A = [1 2; 0 3]: column 0 holds 1 in row 0, column 1 holds 2 and 3.
const form: BoundedForm = {
  numRows: 2, numCols: 2, numBoxed: 0, numSigned: 2, colStart: Int32Array.of(0, 1, 3), rowIndex: Int32Array.of(0, 0, 1), value: Float64Array.of(1, 2, 3),
  cost: new Float64Array(2), rhs: new Float64Array(2), upper: new Float64Array(0),
};

it("subtracts A x, and multiplies a column with y", () => {
  // A (2, 5) = (12, 15); columns times (10, 1): 10 and 23.
  const rows = Float64Array.of(20, 20);
  subtractProduct(form, Float64Array.of(2, 5), rows);
  expect([...rows]).toEqual([8, 5]);
  expect([0, 1].map((j) => columnProduct(form, j, Float64Array.of(10, 1)))).toEqual([10, 23]);
});
