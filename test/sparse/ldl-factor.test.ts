import { describe, expect, it } from "vitest";
import { LdlFactor } from "../../src/sparse/ldl-factor.ts";
import { countLdl, ldlPattern } from "../../src/sparse/ldl-pattern.ts";
import { graphOf } from "../support/interior-workspace.ts";
import { seededUniform } from "../support/random-programs.ts";
import { drain } from "../../src/solvers/budget/drain.ts";

function factored(dense: readonly (readonly number[])[], sign: readonly number[], leastPivot = 1e-12) {
  const n = dense.length;
  const edges: [number, number][] = [];
  for (let i = 0; i < n; i++) for (let j = 0; j < i; j++) if (dense[i][j] !== 0) edges.push([i, j]);
  const graph = graphOf(n, edges);
  const order = Int32Array.from({ length: n }, (_, k) => k);
  const counts = drain(countLdl(graph, order));
  if (counts === undefined) throw new Error("no limit was given");
  const factor = new LdlFactor(drain(ldlPattern(graph, order, counts)), Int8Array.from(sign));
  const addColumn = (k: number, work: Float64Array) => {
    for (let i = 0; i <= k; i++) work[i] += dense[i][k];
  };
  const refactor = (least: number) => drain(factor.factor({ addColumn }, least));
  return { factor, numReplaced: refactor(leastPivot), refactor };
}

describe("LdlFactor", () => {
  it("factors a small quasidefinite matrix as by hand", () => {
    // [2 1; 1 -1]: pivots 2 and -1 - 1/2; K x = [4, -1] has x = [1, 2].
    const { factor } = factored(
      [
        [2, 1],
        [1, -1],
      ],
      [1, -1],
    );
    expect([...factor.pivot]).toEqual([2, -1.5]);
    const b = Float64Array.of(4, -1);
    factor.solve(b);
    expect(b[0]).toBeCloseTo(1, 14);
    expect(b[1]).toBeCloseTo(2, 14);
  });

  it("solves random sparse quasidefinite systems to rounding", () => {
    const uniform = seededUniform(3);
    for (let round = 0; round < 20; round++) {
      const n = 15;
      const sign = Array.from({ length: n }, () => (uniform() < 0.7 ? 1 : -1));
      const dense = Array.from({ length: n }, () => Array.from({ length: n }, () => 0));
      for (let i = 0; i < n; i++) {
        dense[i][i] = sign[i] * (4 + uniform());
        for (let j = 0; j < i; j++) if (uniform() < 0.2) dense[i][j] = dense[j][i] = uniform() - 0.5;
      }
      const x = Float64Array.from({ length: n }, () => uniform() - 0.5);
      const b = Float64Array.from(dense, (row) => row.reduce((sum, a, j) => sum + a * x[j], 0));
      factored(dense, sign).factor.solve(b);
      for (let i = 0; i < n; i++) expect(b[i]).toBeCloseTo(x[i], 12);
    }
  });

  it("replaces a pivot that vanishes or has the wrong sign, and reports how many it replaced", () => {
    const singular = [
      [1, 1],
      [1, 1],
    ];
    const { factor, numReplaced, refactor } = factored(singular, [1, 1], 1e-6);
    expect([...factor.pivot]).toEqual([1, 1e-6]);
    expect(numReplaced).toBe(1);
    // Counted anew by each factorisation.
    expect(refactor(1e-6)).toBe(1);
    // The sign is that of the pivot's place: 1 at a place of sign -1 becomes -1e-6, and then 1 - 1/(-1e-6) is positive.
    const wrongSign = factored(singular, [-1, 1], 1e-6);
    expect([wrongSign.numReplaced, wrongSign.factor.pivot[0]]).toEqual([1, -1e-6]);
    expect(wrongSign.factor.pivot[1]).toBeCloseTo(1 + 1e6, 3);
    // NaN cannot be a pivot either.
    const unknown = factored([[NaN]], [-1], 1e-6);
    expect([unknown.numReplaced, ...unknown.factor.pivot]).toEqual([1, -1e-6]);
  });
});
