import { describe, expect, it } from "vitest";
import { exclusiveKnapsack, type KnapsackPair } from "../../src/branch/exclusive-knapsack.ts";
import { bestByTrial, programOf } from "../support/exclusive-case.ts";
import { seededUniform } from "../support/random-programs.ts";

const solve = (
  price: number[],
  a: number[],
  b: number,
  upper: number[],
  pairs: KnapsackPair[] = [],
  lower = price.map(() => 0),
) =>
  exclusiveKnapsack({
    price: Float64Array.from(price),
    a: Float64Array.from(a),
    b,
    lower: Float64Array.from(lower),
    upper: Float64Array.from(upper),
    pairs,
  });

describe("exclusiveKnapsack", () => {
  it("satisfies the row at least cost", () => {
    // 5 of x0 at 2, then 3 of x1 at 4 = 22; with x2 drawing for pay: 5 more of x1 feed it, 20 - 30 x 5.
    expect(solve([2, 4], [1, 1], 8, [5, 9])).toBe(22);
    expect(solve([2, 4, -30], [1, 1, -1], 8, [5, 14, 5])).toBe(22 + 20 - 150);
    expect(solve([2, 4], [2, 1], 8, [5, 9])).toBe(8);
  });

  it("recognises infeasible and unbounded knapsacks", () => {
    expect(solve([2, 4], [1, 1], 15, [5, 9])).toBe(Infinity);
    expect(solve([2, -4], [1, 1], 5, [5, Infinity])).toBe(-Infinity);
    expect(solve([2, 4], [1, 1], 5, [5, Infinity])).toBe(10);
  });

  it("tries both sides of a violated pair", () => {
    // A generator (price 3, up to 10) could feed a load that pays 5 (up to 4) beside a need of 2: 18 - 20. Exclusive:
    // the generator alone 6, import at 4 for both 24 - 20.
    const rest = [[1, -1, 1], 2, [10, 4, 20]] as const;
    expect(solve([3, -5, 4], [...rest[0]], rest[1], [...rest[2]])).toBe(-2);
    expect(solve([3, -5, 4], [...rest[0]], rest[1], [...rest[2]], [[[0], [1]]])).toBe(4);
    // A lower limit settles the pair: the load must run.
    expect(solve([3, -1, 4], [...rest[0]], rest[1], [...rest[2]], [[[0], [1]]], [0, 1, 0])).toBe(4 * 3 - 1);
    expect(solve([3, -5, 4], [...rest[0]], rest[1], [...rest[2]], [[[0], [1]]], [1, 1, 0])).toBe(Infinity);
  });

  it("equals the best of all directions", () => {
    let infeasible = 0;
    for (let seed = 0; seed < 60; seed++) {
      const uniform = seededUniform(seed + 77);
      const whole = (from: number, to: number) => Math.round(from + uniform() * (to - from));
      const price = Array.from({ length: 7 }, () => whole(-9, 9));
      const a = price.map(() => (uniform() < 0.5 ? -1 : 1) * whole(1, 3));
      const upper = price.map(() => whole(0, 6));
      const b = whole(-8, 8);
      const sides = [
        [[0], [1]],
        [[2, 3], [4]],
        [[4], [5]],
      ] as const;
      const wanted = bestByTrial(programOf(price, upper, [[b, a, b]]), sides);
      const got = solve(price, a, b, upper, [...sides]);
      if (wanted === Infinity) infeasible++;
      if (wanted === Infinity) expect(got, `seed ${seed}`).toBe(Infinity);
      else expect(got, `seed ${seed}`).toBeCloseTo(wanted, 8);
    }
    expect(infeasible).toBeLessThan(20);
  });
});
