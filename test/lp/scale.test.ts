import { describe, expect, it } from "vitest";
import { scaleProgram } from "../../src/lp/scale.ts";
import { smallProgram } from "../support/random-programs.ts";

const isPowerOfTwo = (a: number) => Number.isInteger(Math.log2(a));

describe("scaleProgram", () => {
  it("leaves rows and columns alone where coefficients are between 0.05 and 20", () => {
    const lp = smallProgram(
      "min",
      [
        [0, 1, 9],
        [0, 1, 9],
      ],
      [[1, [0.05, 20], 8]],
    );
    const { row, col } = scaleProgram(lp);
    expect([[...row], [...col]]).toEqual([[1], [1, 1]]);
  });

  it("brings coefficients over twelve decades within a few of one, by powers of two", () => {
    const lp = smallProgram(
      "min",
      [
        [0, 1, 9],
        [0, 1, 9],
      ],
      [
        [1, [1e6, 1e-1], 8],
        [1, [1e1, 1e-6], 8],
      ],
    );
    const { row, col, costScale, boundScale } = scaleProgram(lp);
    for (const factor of [...row, ...col, costScale, boundScale]) expect(isPowerOfTwo(factor)).toBe(true);
    for (let j = 0; j < 2; j++) {
      for (let k = lp.colStart[j]; k < lp.colStart[j + 1]; k++) {
        const a = Math.abs(lp.value[k]) * row[lp.rowIndex[k]] * col[j];
        expect(a).toBeGreaterThan(0.1);
        expect(a).toBeLessThan(2.1);
      }
    }
  });

  it("brings the logarithmic mean of costs and of bounds to one, robust to a few huge ones", () => {
    // Costs 64, 64, 64: costScale 1/64. Bounds 16, 16, 16 (zeros and infinities do not count): boundScale 16.
    const cols = [
      [0, 64, 16],
      [0, 64, Infinity],
      [0, -64, 16],
    ] as const;
    const lp = smallProgram("max", cols, [[-Infinity, [1, 1, 1], 16]]);
    expect(scaleProgram(lp)).toMatchObject({ costScale: 1 / 64, boundScale: 16 });
  });

  it("has unit factors for a program of zeros, and without rows or columns", () => {
    for (const lp of [
      smallProgram("min", [[0, 0, Infinity]], [[-Infinity, [0], Infinity]]),
      smallProgram("min", [], []),
    ]) {
      expect(scaleProgram(lp)).toMatchObject({ costScale: 1, boundScale: 1 });
    }
  });

  it("can leave the matrix unscaled", () => {
    const lp = smallProgram("min", [[0, 1, 9]], [[1, [1e6], 8]]);
    expect([...scaleProgram(lp, false).row]).toEqual([1]);
    expect([...scaleProgram(lp).row]).not.toEqual([1]);
  });
});
