import { describe, expect, it } from "vitest";
import { SolveKind } from "../../src/sparse/lu-factor.ts";
import { distance, factorOf, scattered, sparseColumns, timesBasis } from "../support/dense-basis.ts";
import { seededUniform } from "../support/random-programs.ts";

describe("factorKernel", () => {
  it("finds the one acceptable pivot behind many unacceptable candidates", () => {
    // Every column of the 12 x 12 kernel has one entry of 1 (the cyclic diagonal) and two of 0.01 (neighbours), so
    // two in three candidates fail the threshold of 0.1. A search that gives up early would call it singular.
    const m = 12;
    const a = sparseColumns(
      m,
      Array.from({ length: m }, (_, j) => {
        const column = Array.from({ length: m }, () => 0);
        column[j] = 1;
        column[(j + 1) % m] = 0.01;
        column[(j + 5) % m] = -0.01;
        return column;
      }),
    );
    const { lu, head, numDropped } = factorOf(
      a,
      Array.from({ length: m }, (_, j) => j),
    );
    expect(numDropped).toBe(0);
    expect([...head]).toEqual(Array.from({ length: m }, (_, j) => j));
    for (let i = 0; i < m; i++) expect(Math.abs(lu.uPivot[i])).toBeGreaterThan(0.9);
  });

  it("bounds the entries of L by one over the threshold", () => {
    const uniform = seededUniform(3);
    const m = 40;
    const dense = Array.from({ length: m }, () =>
      Array.from({ length: m }, () => (uniform() < 0.2 ? uniform() - 0.5 : 0)),
    );
    const { lu } = factorOf(
      sparseColumns(m, dense),
      Array.from({ length: m }, (_, j) => j),
    );
    let greatest = 0;
    for (let k = 0; k < lu.lCols.used; k++) greatest = Math.max(greatest, Math.abs(lu.lCols.value[k]));
    expect(greatest).toBeGreaterThan(0);
    expect(greatest).toBeLessThanOrEqual(10);
  });

  it("finds the rank of a dense kernel, and the rest still solves", () => {
    // Rank 3: columns 3..5 are sums of the first three.
    const uniform = seededUniform(11);
    const first = Array.from({ length: 3 }, () => Array.from({ length: 6 }, () => 1 + Math.floor(9 * uniform())));
    const sum = (p: number, q: number) => first[p].map((v, i) => v + first[q][i]);
    const a = sparseColumns(6, [...first, sum(0, 1), sum(1, 2), sum(0, 2)]);
    const { lu, head, numDropped } = factorOf(a, [0, 1, 2, 3, 4, 5]);
    expect(numDropped).toBe(3);
    expect([...head].filter((j) => j >= 6)).toHaveLength(3);
    const b = Float64Array.from([1, 2, 3, 4, 5, 6]);
    const x = scattered(b);
    lu.ftran(x, SolveKind.other);
    expect(distance(timesBasis(a, head, x.value), b, x.value)).toBeLessThan(1e-12);
  });
});
