import { describe, expect, it } from "vitest";
import type { LinearProgram } from "../../src/lp/linear-program.ts";
import { naturalUnits } from "../../src/lp/natural-units.ts";
import { seededUniform, smallProgram } from "../support/random-programs.ts";

const free: [number, number, number] = [-Infinity, 0, Infinity];
const spread = (lp: LinearProgram): number => {
  const { row, col } = naturalUnits(lp);
  let worst = 1;
  for (let j = 0; j < lp.numCols; j++) {
    for (let k = lp.colStart[j]; k < lp.colStart[j + 1]; k++) {
      const size = Math.abs(lp.value[k] * col[j]) / row[lp.rowIndex[k]];
      worst = Math.max(worst, size, 1 / size);
    }
  }
  return worst;
};

describe("naturalUnits", () => {
  it("is 1 throughout where the coefficients are +-1, and for empty rows and columns and stored zeros", () => {
    const lp = smallProgram(
      "min",
      [free, free, free],
      [
        [0, [1, -1, 0], 0],
        [0, [0, 0, 0], 0],
      ],
    );
    const { row, col } = naturalUnits({ ...lp, value: Float64Array.of(1, 0) });
    expect([...row]).toEqual([1, 1]);
    expect([...col]).toEqual([1, 1, 1]);
  });

  it("recovers the units of a program with coefficients +-1 in other units, exactly", () => {
    // Row units 2^7, 2^-3, column units 2^-10, 2^4: a_ij = row_i / col_j.
    const lp = smallProgram(
      "min",
      [free, free],
      [
        [0, [2 ** 17, 2 ** 3], 0],
        [0, [-(2 ** 7), 2 ** -7], 0],
      ],
    );
    expect(spread(lp)).toBe(1);
  });

  it("brings random matrices in units of 2^+-20 back near 1", () => {
    const uniform = seededUniform(3);
    for (let trial = 0; trial < 20; trial++) {
      const rowPower = Array.from({ length: 6 }, () => Math.floor(uniform() * 41) - 20);
      const colPower = Array.from({ length: 6 }, () => Math.floor(uniform() * 41) - 20);
      const rows = rowPower.map((r): [number, number[], number] => [
        0,
        colPower.map((c) => (uniform() < 0.6 ? (1 + uniform()) * 2 ** (r + c) : 0)),
        0,
      ]);
      expect(
        spread(
          smallProgram(
            "min",
            colPower.map(() => free),
            rows,
          ),
        ),
      ).toBeLessThan(16);
    }
  });
});
