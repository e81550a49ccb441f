import { describe, expect, it } from "vitest";
import { Strips } from "../../src/sparse/strips.ts";
import { ReachWorkspace, solveOrdered, solveReachable } from "../../src/sparse/triangular-solve.ts";
import { scattered } from "../support/dense-basis.ts";
import { seededUniform } from "../support/random-programs.ts";

describe("triangular solves", () => {
  it("solve a lower triangle known by hand", () => {
    // [2 0; 6 3] x = (4, 15): x = (2, 1). Strip 0 holds what x_0 does to row 1.
    const strips = new Strips(2, 2);
    strips.open(0, 1);
    strips.append(0, 1, 6);
    const pivot = Float64Array.of(2, 3);
    const dense = Float64Array.of(4, 15);
    solveOrdered(strips, pivot, Int32Array.of(0, 1), 0, 2, 1, dense);
    expect([...dense]).toEqual([2, 1]);
    const x = scattered([4, 15]);
    solveReachable(strips, pivot, x, new ReachWorkspace(2));
    expect([...x.value]).toEqual([2, 1]);
  });

  it("the search reaches what the ordered loop computes, and leaves its marks clear", () => {
    const uniform = seededUniform(21);
    const work = new ReachWorkspace(50);
    for (let round = 0; round < 40; round++) {
      // A random permutation makes the triangle: strip order[k] may reach order[l] for l > k.
      const order = Int32Array.from({ length: 50 }, (_, i) => i);
      for (let i = 49; i > 0; i--) {
        const j = Math.floor(uniform() * (i + 1));
        [order[i], order[j]] = [order[j], order[i]];
      }
      const strips = new Strips(50, 0);
      for (let k = 0; k < 50; k++) {
        strips.open(order[k], 8);
        for (let l = k + 1; l < 50; l++) if (uniform() < 0.06) strips.append(order[k], order[l], uniform() - 0.5);
      }
      const pivot = Float64Array.from({ length: 50 }, () => 0.5 + uniform());
      const b = new Float64Array(50);
      b[Math.floor(uniform() * 50)] = 1;
      b[Math.floor(uniform() * 50)] = -2;
      const x = scattered(b);
      solveOrdered(strips, pivot, order, 0, 50, 1, b);
      solveReachable(strips, pivot, x, work);
      for (let i = 0; i < 50; i++) expect(x.value[i]).toBeCloseTo(b[i], 10);
      expect(new Set(x.index.slice(0, x.count)).size).toBe(x.count);
      expect(work.mark.every((mark) => mark === 0)).toBe(true);
    }
  });
});
