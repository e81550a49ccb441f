import { describe, expect, it } from "vitest";
import { DenseLu } from "../../src/tableau/dense-lu.ts";
import { seededUniform } from "../support/random-programs.ts";

describe("DenseLu", () => {
  it("solves M v = b and M' v = b although the first pivot is zero", () => {
    // [0 2; 3 4] (1, 2) = (4, 11); transposed [0 3; 2 4] (1, 2) = (6, 10).
    const lu = new DenseLu(Float64Array.of(0, 2, 3, 4), 2);
    expect(lu.regular).toBe(true);
    const b = Float64Array.of(4, 11);
    lu.solve(b);
    expect([...b]).toEqual([1, 2]);
    const c = Float64Array.of(6, 10);
    lu.solveTransposed(c);
    expect([...c]).toEqual([1, 2]);
  });

  it("solves the empty system", () => {
    const lu = new DenseLu(new Float64Array(0), 0);
    const b = new Float64Array(0);
    lu.solve(b);
    lu.solveTransposed(b);
    expect(lu.regular).toBe(true);
    expect(b.length).toBe(0);
  });

  it.each([
    ["two equal rows", [1, 2, 1, 2]],
    ["a zero column", [0, 1, 0, 2]],
    ["rank lost to rounding", [1, 1 / 3, 3, 1]],
    ["NaN", [NaN, 1, 1, 1]],
  ])("is not regular for %s", (_, entries) => {
    expect(new DenseLu(Float64Array.from(entries), 2).regular).toBe(false);
  });

  it("leaves its matrix alone and gets random systems right to rounding", () => {
    const uniform = seededUniform(5);
    for (let n = 1; n <= 30; n++) {
      const matrix = Float64Array.from({ length: n * n }, () => (uniform() < 0.5 ? 0 : uniform() - 0.5));
      for (let i = 0; i < n; i++) matrix[i * n + ((i + 1) % n)] += 3; // a permuted diagonal: pivoting is needed
      const stored = matrix.slice();
      const v = Float64Array.from({ length: n }, () => uniform() * 10 - 5);
      const b = new Float64Array(n);
      const c = new Float64Array(n);
      for (let i = 0; i < n; i++) {
        for (let j = 0; j < n; j++) {
          b[i] += matrix[i * n + j] * v[j];
          c[j] += matrix[i * n + j] * v[i];
        }
      }
      const lu = new DenseLu(matrix, n);
      lu.solve(b);
      lu.solveTransposed(c);
      expect(matrix).toEqual(stored);
      for (let i = 0; i < n; i++) {
        expect(b[i]).toBeCloseTo(v[i], 11);
        expect(c[i]).toBeCloseTo(v[i], 11);
      }
    }
  });
});
