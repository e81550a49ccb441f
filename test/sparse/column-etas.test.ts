import { describe, expect, it } from "vitest";
import { ColumnEtas } from "../../src/sparse/column-etas.ts";
import { seededUniform } from "../support/random-programs.ts";
import { ScatteredVector } from "../../src/sparse/scattered-vector.ts";

function vector(...values: number[]): ScatteredVector {
  const v = new ScatteredVector(values.length);
  values.forEach((a, i) => {
    if (a === 0) return;
    v.value[i] = a;
    v.index[v.count++] = i;
  });
  return v;
}

/** What is listed, which has to be everything but zeros, once each. */
function listed(v: ScatteredVector): number[] {
  const list = [...v.index.slice(0, v.count)];
  expect(new Set(list).size).toBe(list.length);
  for (let i = 0; i < v.value.length; i++) if (v.value[i] !== 0) expect(list).toContain(i);
  return [...v.value].map((a) => (Math.abs(a) < 1e-50 ? 0 : a));
}

describe("ColumnEtas", () => {
  // E_1: column 0 is (2, 1, 0). E_2: column 2 is (1, 0, 4).
  // B = E_1 E_2 = [[2, 0, 2], [1, 1, 1], [0, 0, 4]].
  const etas = new ColumnEtas(3);
  etas.push(0, vector(2, 1, 0));
  etas.push(2, vector(1, 0, 4));

  it("solves with the product", () => {
    // B (1, 2, 3) = (8, 6, 12).
    const x = vector(8, 6, 12);
    etas.ftran(x);
    expect(listed(x)).toEqual([1, 2, 3]);
  });

  it("solves with its transpose", () => {
    // B'(1, 2, 3) = (4, 2, 16).
    const x = vector(4, 2, 16);
    etas.btran(x);
    expect(listed(x)).toEqual([1, 2, 3]);
  });

  it("keeps the list of nonzeros: new ones, cancelled ones, none at all", () => {
    // E_1^-1 (4, 2, 0) = (2, 0, 0).
    const cancelled = vector(4, 2, 0);
    etas.ftran(cancelled);
    expect(listed(cancelled)).toEqual([2, 0, 0]);
    const filled = vector(0, 0, 8);
    etas.ftran(filled);
    // B x = (0, 0, 8): x_2 = 2, 2 x_0 = -4, x_1 = -x_0 - x_2 = 0.
    expect(listed(filled)).toEqual([-2, 0, 2]);
    const unit = vector(0, 1, 0);
    etas.btran(unit);
    // B'y = e_1: y_1 = 1, 2 y_0 = -1, 4 y_2 = -2 y_0 - y_1 = 0.
    expect(listed(unit)).toEqual([-0.5, 1, 0]);
  });

  it("leaves no rounding where terms cancel", () => {
    const noisy = new ColumnEtas(2);
    noisy.push(0, vector(3, 0.3));
    const x = vector(0.3, 0.03);
    noisy.ftran(x);
    expect([x.count, x.value[1]]).toEqual([1, 0]);
  });

  it("agrees with solves by dense columns, however often a row changes its variable", () => {
    const uniform = seededUniform(5);
    const size = 40;
    const many = new ColumnEtas(size);
    // B as a dense matrix, by columns; each eta replaces column r by B times a sparse vector.
    const columns = Array.from({ length: size }, (_, c) => new Float64Array(size).fill(1, c, c + 1));
    const times = (x: Float64Array) => x.map((_, i) => x.reduce((sum, xc, c) => sum + xc * columns[c][i], 0));
    for (let e = 0; e < 150; e++) {
      const r = Math.floor(uniform() * (e % 2 === 0 ? 3 : size));
      const column = new Float64Array(size);
      for (let k = 0; k < 4; k++) column[Math.floor(uniform() * size)] = uniform() - 0.5;
      column[r] = 1 + uniform();
      const entering = times(column);
      many.push(r, vector(...column));
      columns[r] = entering;
      const wanted = new Float64Array(size);
      wanted[Math.floor(uniform() * size)] = 1;
      const x = vector(...times(wanted));
      many.ftran(x);
      expect(listed(x).reduce((worst, xi, i) => Math.max(worst, Math.abs(xi - wanted[i])), 0)).toBeLessThan(1e-9);
    }
  });

  it("forgets", () => {
    expect(etas.count).toBe(2);
    etas.clear();
    expect(etas.count).toBe(0);
    const x = vector(8, 6, 12);
    etas.ftran(x);
    etas.btran(x);
    expect(listed(x)).toEqual([8, 6, 12]);
  });
});
