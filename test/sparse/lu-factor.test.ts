import { describe, expect, it } from "vitest";
import { MAX_UPDATES, SolveKind } from "../../src/sparse/lu-factor.ts";
import {
  distance,
  factorOf,
  randomColumns,
  scattered,
  scatteredColumn,
  sparseColumns,
  timesBasis,
  timesBasisTransposed,
} from "../support/dense-basis.ts";
import { seededUniform } from "../support/random-programs.ts";
import { updateFactor } from "../../src/sparse/lu-update.ts";

describe("LuFactor", () => {
  it("solves with a basis known by hand", () => {
    // B = [2 1; 0 4]: B x = (4, 8) gives x = (1, 2); B'y = (2, 9) gives y = (1, 2).
    const a = sparseColumns(2, [
      [2, 0],
      [1, 4],
    ]);
    const { lu, head } = factorOf(a, [0, 1]);
    expect([...head]).toEqual([0, 1]);
    const x = scattered([4, 8]);
    lu.ftran(x, SolveKind.other);
    expect([...x.value]).toEqual([1, 2]);
    const y = scattered([2, 9]);
    lu.btran(y, SolveKind.other);
    expect([...y.value]).toEqual([1, 2]);
  });

  it("gives rows without a pivot their logical and says how many columns it left out", () => {
    // Columns 0 and 1 are parallel.
    const a = sparseColumns(3, [
      [1, 2, 0],
      [2, 4, 0],
      [0, 0, 5],
    ]);
    const { head, numDropped } = factorOf(a, [0, 1, 2]);
    expect(numDropped).toBe(1);
    expect([...head].filter((j) => j < 3)).toHaveLength(2);
    expect([...head].filter((j) => j >= 3)).toHaveLength(1);
  });

  it("takes more candidates than rows, or fewer", () => {
    const a = sparseColumns(2, [
      [1, 0],
      [0, 1],
      [1, 1],
      [1, -1],
    ]);
    expect(factorOf(a, [0, 1, 2, 3]).numDropped).toBe(2);
    expect([...factorOf(a, [2]).head].filter((j) => j < 4)).toEqual([2]);
    expect([...factorOf(a, []).head]).toEqual([4, 5]);
  });

  it("keeps B x = b and B'y = c through factors and updates of random bases, sparse and dense", () => {
    const uniform = seededUniform(7);
    const below = (n: number) => Math.floor(uniform() * n);
    let worst = 0;
    let numUpdates = 0;
    for (let round = 0; round < 120; round++) {
      const m = 1 + below(70);
      const a = randomColumns(m, m + below(40), 0.02 + 0.2 * uniform(), uniform);
      const all = Array.from({ length: a.numCols + m }, (_, j) => j).filter(() => uniform() < 0.5);
      const { lu, head } = factorOf(a, all.reverse());
      const inBasis = new Set(head);
      const rightSide = () => Float64Array.from({ length: m }, (_, i) => (i === 0 || uniform() < 0.3 ? uniform() : 0));
      for (let step = 0; step < 25; step++) {
        const b = rightSide();
        const x = scattered(b);
        lu.ftran(x, SolveKind.other);
        worst = Math.max(worst, distance(timesBasis(a, head, x.value), b, x.value));
        const c = rightSide();
        const y = scattered(c);
        lu.btran(y, SolveKind.other);
        worst = Math.max(worst, distance(timesBasisTransposed(a, head, y.value), c, y.value));

        const q = below(a.numCols);
        if (inBasis.has(q)) continue;
        const column = scatteredColumn(a, q);
        lu.ftran(column, SolveKind.column);
        let p = -1;
        for (let i = 0; i < m; i++) if (Math.abs(column.value[i]) > (p < 0 ? 0.1 : Math.abs(column.value[p]))) p = i;
        if (p < 0) continue;
        const rho = scattered(Float64Array.from({ length: m }, (_, i) => (i === p ? 1 : 0)));
        lu.btran(rho, SolveKind.row);
        expect(updateFactor(lu, p, column.value[p])).toBeLessThan(1e-8);
        inBasis.delete(head[p]);
        head[p] = q;
        inBasis.add(q);
        numUpdates++;
      }
    }
    expect(worst).toBeLessThan(1e-9);
    expect(numUpdates).toBeGreaterThan(500);
    expect(numUpdates).toBeLessThan(120 * MAX_UPDATES);
  });

  it("works without rows", () => {
    const { lu, head } = factorOf(sparseColumns(0, [[], []]), [0, 1]);
    const x = scattered([]);
    lu.ftran(x, SolveKind.other);
    expect([head.length, x.count]).toEqual([0, 0]);
  });
});
