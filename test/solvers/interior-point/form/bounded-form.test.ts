import { describe, expect, it } from "vitest";
import { boundedForm } from "../../../../src/solvers/interior-point/form/bounded-form.ts";
import { smallProgram } from "../../../support/random-programs.ts";

const unscaled = (numRows: number, numCols: number) => ({
  row: new Float64Array(numRows).fill(1),
  col: new Float64Array(numCols).fill(1),
  costScale: 1,
  boundScale: 1,
});

describe("boundedForm", () => {
  // Columns: free, at most 5, within [1, 4], fixed at 2, at least -3. Rows: <= 10, = 7, free.
  const lp = smallProgram(
    "max",
    [
      [-Infinity, 1, Infinity],
      [-Infinity, 2, 5],
      [1, 3, 4],
      [2, 4, 2],
      [-3, 5, Infinity],
    ],
    [
      [-Infinity, [1, 1, 1, 1, 1], 10],
      [7, [0, 2, 3, 4, 0], 7],
      [-Infinity, [1, 0, 0, 0, 1], Infinity],
    ],
  );
  const { form, origin } = boundedForm(lp, unscaled(3, 5));

  it("puts boxed columns first, then one-sided ones and activities, then free ones", () => {
    expect([form.numRows, form.numCols, form.numBoxed, form.numSigned]).toEqual([2, 5, 1, 4]);
    expect([...origin.varOf]).toEqual([2, 1, 4, 5, 0]);
    expect([...form.upper]).toEqual([3]);
    expect([...origin.rowOf]).toEqual([0, 1]);
  });

  it("moves bounds to 0, reverses columns with only an upper one, and minimises", () => {
    expect([...origin.turn]).toEqual([1, -1, 1, -1, 1]);
    expect([...origin.base]).toEqual([1, 5, -3, 10, 0]);
    expect([...form.cost]).toEqual([-3, 2, -5, 0, -1]);
    // Row 0: sum of columns - activity = 0 moved: 10 - 1 - 5 + 3 - 2 (fixed) = 5. Row 1: 7 - 3 - 10 - 8 = -14.
    expect([...form.rhs]).toEqual([5, -14]);
    expect([...origin.fixedAt]).toEqual([NaN, NaN, NaN, 2, NaN]);
  });

  it("omits redundant rows", () => {
    const capped = smallProgram(
      "min",
      [
        [0, 1, 2],
        [0, 1, 3],
      ],
      [
        [-Infinity, [1, 1], 5],
        [-Infinity, [1, 1], 4],
      ],
    );
    expect([...boundedForm(capped, unscaled(2, 2)).origin.rowOf]).toEqual([1]);
  });

  it("takes a box narrower than 1e-9 for a fixed column", () => {
    const narrow = smallProgram(
      "min",
      [
        [0, 1, 3e-15],
        [0, 1, 1],
      ],
      [[1, [1, 1], 2]],
    );
    expect(boundedForm(narrow, unscaled(1, 2)).form.numCols).toBe(2);
  });
});
