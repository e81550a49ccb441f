import { describe, expect, it } from "vitest";
import {
  append,
  convolutions,
  leastOfSum,
  lowerEnvelope,
  type PiecewiseLinear,
  plus,
  reversed,
  rescaled,
  valueAt,
  within,
} from "../../src/branch/piecewise-linear.ts";
import { grid, randomFunction } from "../support/piecewise-case.ts";
import { seededUniform } from "../support/random-programs.ts";

function randomConvex(uniform: () => number): PiecewiseLinear {
  const slopes = Array.from({ length: 1 + Math.floor(3 * uniform()) }, () => 6 * (uniform() - 0.5)).toSorted(
    (a, b) => a - b,
  );
  const out: number[] = [];
  let [x, y] = [-2 * uniform(), 3 * uniform()];
  for (const slope of slopes) {
    const width = 0.25 + uniform();
    append(out, x, y, x + width, y + slope * width);
    [x, y] = [x + width, y + slope * width];
  }
  return out;
}

describe("piecewise linear functions", () => {
  it("the envelope is the least of all, and defined where any is", () => {
    const uniform = seededUniform(1);
    for (let round = 0; round < 200; round++) {
      const all = Array.from({ length: 1 + Math.floor(4 * uniform()) }, () => randomFunction(uniform));
      const envelope = lowerEnvelope(all);
      let apart = 0;
      for (let x = -0.0501; x < 30; x += 0.1) {
        const [least, value] = [Math.min(...all.map((f) => valueAt(f, x))), valueAt(envelope, x)];
        if (least !== value) apart = Math.max(apart, Math.abs(value - least));
      }
      expect(apart).toBeLessThan(5e-8);
      for (let k = 4; k < envelope.length; k += 4) expect(envelope[k]).toBeGreaterThanOrEqual(envelope[k - 2] - 1e-9);
    }
  });

  // |x| on [-1, 1] and a point at 3: |x| moved by 3 is |x - 3| on [2, 4].
  it("a point moves a function, and of a convex function with itself the slopes come in order", () => {
    const abs = [-1, 1, 0, 0, 0, 0, 1, 1];
    expect(convolutions([3, 5, 3, 5], abs)).toEqual([[2, 6, 3, 5, 3, 5, 4, 6]]);
    expect(convolutions(abs, abs)).toEqual([[-2, 2, 0, 0, 0, 0, 2, 2]]);
    expect(convolutions(abs, [])).toEqual([]);
  });

  it("a convolution is the minimum over all splits", () => {
    const uniform = seededUniform(2);
    for (let round = 0; round < 60; round++) {
      const [f, g] = [randomFunction(uniform), randomConvex(uniform)];
      const all = lowerEnvelope(convolutions(f, g));
      const [placesF, placesG] = [grid(f), grid(g)];
      let above = 0;
      for (const u of placesF)
        for (const v of placesG)
          if (valueAt(f, u) + valueAt(g, v) < Infinity)
            above = Math.max(above, valueAt(all, u + v) - valueAt(f, u) - valueAt(g, v));
      expect(above).toBeLessThanOrEqual(1e-7);
      // Not too low: at its ends of segments some split of ends has the value.
      for (let k = 0; k < all.length; k += 2) {
        let least = Infinity;
        for (let i = 0; i < f.length; i += 2) least = Math.min(least, f[i + 1] + valueAt(g, all[k] - f[i]));
        for (let j = 0; j < g.length; j += 2) least = Math.min(least, g[j + 1] + valueAt(f, all[k] - g[j]));
        expect(all[k + 1]).toBeGreaterThanOrEqual(least - 1e-7);
      }
    }
  });

  it("is reversed, rescaled, added and cut", () => {
    const f = [0, 0, 2, 4, 2, 4, 3, 0];
    expect(reversed(f)).toEqual([-3, 0, -2, 4, -2, 4, -0, 0]);
    expect(rescaled(f, 2, 1)).toEqual([1, 0, 5, 4, 5, 4, 7, 0]);
    expect(plus(f, [1, 0, 2.5, 1.5])).toEqual([1, 2, 2, 5, 2, 5, 2.5, 3.5]);
    expect(plus(f, [1, 0, 1.5, 0, 1.5, 0, 2.5, 2])).toEqual([1, 2, 1.5, 3, 1.5, 3, 2, 5, 2, 5, 2.5, 4]);
    expect(within(f, [0, 0, 3, 0], 1)).toEqual([0, 0, 2, 4, 2, 4, 3, 0]);
    expect(within(f, [0, 0, 1, 0, 1, 5, 2, 5], 1)).toEqual([0, 0, 1, 2]);
    expect(valueAt(f, 1)).toBe(2);
    expect(valueAt(f, 3.5)).toBe(Infinity);
  });

  // x on [0, 4] and |x - 3| on [2, 6]: 2 + 1 at 2. Where neither is defined with the other there is none.
  it("the least of a sum lies where both are defined, and is that of all points", () => {
    expect(leastOfSum([0, 0, 4, 4], [2, 1, 3, 0, 3, 0, 6, 3])).toBe(3);
    expect(leastOfSum([0, 0, 1, 1], [2, 1, 3, 0])).toBe(Infinity);
    const uniform = seededUniform(5);
    for (let round = 0; round < 50; round++) {
      const [f, g] = [randomFunction(uniform), randomFunction(uniform)];
      const least = leastOfSum(f, g);
      const ends = [...f, ...g].filter((_, k) => k % 2 === 0);
      const byTrial = Math.min(...ends.map((x) => valueAt(f, x) + valueAt(g, x)));
      if (byTrial === Infinity) expect(least).toBe(Infinity);
      else expect(least).toBeCloseTo(byTrial, 7);
    }
  });
});
