import { describe, expect, it } from "vitest";
import { Strips } from "../../src/sparse/strips.ts";
import { ReachWorkspace, solveOrdered, solveReachable, solveUnitOrdered } from "../../src/sparse/triangular-solve.ts";
import { scattered } from "../support/dense-basis.ts";
import { seededUniform } from "../support/random-programs.ts";

const numFull = (strips: Strips): number => strips.end.filter((end, v) => end > strips.start[v]).length;

describe("triangular solves", () => {
  it("solve a lower triangle known by hand", () => {
    // [2 0; 6 3] x = (4, 15): x = (2, 1). Strip 0 holds what x_0 does to row 1.
    const strips = new Strips(2, 2);
    strips.open(0, 1);
    strips.append(0, 1, 6);
    const pivot = Float64Array.of(2, 3);
    const ordered = scattered([4, 15]);
    solveOrdered(strips, pivot, Int32Array.of(0, -1, 1), 0, 3, 1, ordered);
    expect([...ordered.value]).toEqual([2, 1]);
    const x = scattered([4, 15]);
    solveReachable(strips, pivot, x, new ReachWorkspace(2));
    expect([...x.value]).toEqual([2, 1]);
  });

  it("lists an entry that cancels once, not twice", () => {
    // x_1 = 6 - 3 * 2 = 0, then x_1 = 0 - 1 * 1.
    const strips = new Strips(3, 2);
    for (const [v, a] of [
      [0, 3],
      [2, 1],
    ]) {
      strips.open(v, 1);
      strips.append(v, 1, a);
    }
    const x = scattered([2, 6, 1]);
    solveUnitOrdered(strips, [0, 2], 0, 2, 1, x);
    expect([x.value[1], x.count]).toEqual([-1, 3]);
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
      const unit = new Float64Array(50).fill(1);
      b[Math.floor(uniform() * 50)] = 1;
      b[Math.floor(uniform() * 50)] = -2;
      for (const diagonal of [pivot, unit]) {
        const x = scattered(b);
        const ordered = scattered(b);
        if (diagonal === unit)
          solveUnitOrdered(
            strips,
            [...order].filter((v) => strips.end[v] > strips.start[v]),
            0,
            numFull(strips),
            1,
            ordered,
          );
        else solveOrdered(strips, pivot, order, 0, 50, 1, ordered);
        solveReachable(strips, diagonal, x, work);
        for (let i = 0; i < 50; i++) expect(x.value[i]).toBeCloseTo(ordered.value[i], 10);
        for (const v of [x, ordered]) {
          const listed = new Set(v.index.slice(0, v.count));
          expect(listed.size).toBe(v.count);
          for (let i = 0; i < 50; i++) if (v.value[i] !== 0) expect(listed).toContain(i);
        }
        expect(work.mark.every((mark) => mark === 0)).toBe(true);
      }
    }
  });
});
