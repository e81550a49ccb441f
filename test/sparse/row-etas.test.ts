import { describe, expect, it } from "vitest";
import { applyEtas, applyEtasTransposed, RowEtas } from "../../src/sparse/row-etas.ts";
import { scattered } from "../support/dense-basis.ts";
import { seededUniform } from "../support/random-programs.ts";

/** Random etas: row p, and w with w_p = 1 so that mu_q = -w_q. */
function randomEtas(size: number, count: number, seed: number): RowEtas {
  const uniform = seededUniform(seed);
  const etas = new RowEtas(size);
  for (let e = 0; e < count; e++) {
    const p = Math.floor(uniform() * size);
    const w = Float64Array.from({ length: size }, (_, q) => (q === p ? 1 : uniform() < 0.3 ? uniform() - 0.5 : 0));
    etas.storePending(scattered(w), p, 1);
    etas.acceptPending();
  }
  return etas;
}

describe("RowEtas", () => {
  it("subtracts mu'x from the pivot's entry, in order", () => {
    // First eta: x_0 -= 2 x_1; second: x_1 -= 3 x_0 with the new x_0.
    const etas = new RowEtas(2);
    etas.storePending(scattered([1, -2]), 0, 1);
    etas.acceptPending();
    etas.storePending(scattered([-3, 1]), 1, 1);
    etas.acceptPending();
    const x = scattered([5, 1]);
    applyEtas(etas, x);
    expect([...x.value]).toEqual([3, -8]);
  });

  it("gives what dot products give, eta by eta, and lists every nonzero once", () => {
    for (let seed = 1; seed <= 30; seed++) {
      const etas = randomEtas(20, 80, seed);
      const uniform = seededUniform(100 + seed);
      const start = Float64Array.from({ length: 20 }, () => (uniform() < 0.2 ? uniform() : 0));
      const x = scattered(start);
      applyEtas(etas, x);
      for (let e = 0; e < etas.count; e++) {
        for (let k = etas.start[e]; k < etas.start[e + 1]; k++)
          start[etas.pivotRow[e]] -= etas.value[k] * start[etas.index[k]];
      }
      const scale = Math.max(...start.map(Math.abs), 1);
      for (let i = 0; i < 20; i++) expect(Math.abs(x.value[i] - start[i]) / scale).toBeLessThan(1e-9);
      const listed = [...x.index.slice(0, x.count)];
      expect(new Set(listed).size).toBe(listed.length);
      for (let i = 0; i < 20; i++) if (x.value[i] !== 0) expect(listed).toContain(i);
    }
  });

  it("transposes: (R x)'y = x'(R'y)", () => {
    const etas = randomEtas(12, 9, 5);
    const x0 = Float64Array.from({ length: 12 }, (_, i) => Math.sin(i + 1));
    const y0 = Float64Array.from({ length: 12 }, (_, i) => Math.cos(2 * i));
    const x = scattered(x0);
    applyEtas(etas, x);
    const y = scattered(y0);
    applyEtasTransposed(etas, y);
    const dot = (p: Float64Array, q: Float64Array) => p.reduce((sum, v, i) => sum + v * q[i], 0);
    expect(dot(x.value, y0)).toBeCloseTo(dot(x0, y.value), 9);
  });
});
