import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../src/lp/basis.ts";
import { BasePoint } from "../../../src/solvers/ranging/base-point.ts";
import { followLimit } from "../../../src/solvers/ranging/follow-limit.ts";
import { smallProgram } from "../../support/random-programs.ts";
import { stateOf, twoByTwo } from "../../support/simplex-case.ts";

const { atLower, atUpper, basic } = BasisStatus;
const baseOf = (...args: Parameters<typeof stateOf>) => new BasePoint(stateOf(...args));

describe("followLimit", () => {
  // twoByTwo at its optimum (3, 1): x at its limit, y basic with the second row. Variables: x, y, -row 0, -row 1.
  const basis = { col: Uint8Array.of(atUpper, basic), row: Uint8Array.of(atUpper, basic) };

  it("follows the limit of a nonbasic variable until a basic one stops it", () => {
    const base = baseOf(twoByTwo, basis);
    // Row 0's upper limit is the lower one of its logical, turned: 4 -> 4 + t is -4 -> -4 - t. Cost falls by 2 t until t = 1.
    expect(followLimit(base, 2, -1, 0)).toEqual({ slope: -2, length: 1, end: "price-changes" });
    base.restore();
    expect(followLimit(base, 2, 1, 0)).toEqual({ slope: 2, length: 1, end: "price-changes" });
    base.restore();
    expect(followLimit(base, 0, 0, 1)).toEqual({ slope: -1, length: 1, end: "price-changes" });
  });

  it("waits for a limit to reach a basic variable; two limits that meet leave nothing", () => {
    const base = baseOf(twoByTwo, basis);
    expect(followLimit(base, 1, 1, 0)).toEqual({ slope: 0, length: 1, end: "price-changes" });
    base.restore();
    expect(followLimit(base, 1, -1, 0)).toEqual({ slope: 0, length: Infinity, end: "never" });
    base.restore();
    // x's lower limit 0 rises to its upper 3, where x is.
    expect(followLimit(base, 0, 1, 0)).toEqual({ slope: -0, length: 3, end: "infeasible" });
  });

  it("finds the same price from either basis of one vertex, the least and the greatest on either side", () => {
    // min x + 2y, x + y >= 4, x <= 4: (4, 0) with x basic (price 1) or with y basic at zero (price 2).
    const lp = smallProgram("min", [[0, 1, 4], [0, 2, 10]], [[4, [1, 1], Infinity]]);
    const row = Uint8Array.of(atLower);
    for (const col of [Uint8Array.of(basic, atLower), Uint8Array.of(atUpper, basic)]) {
      const base = baseOf(lp, { col, row });
      expect(followLimit(base, 2, 0, -1)).toEqual({ slope: 2, length: 10, end: "infeasible" });
      base.restore();
      expect(followLimit(base, 2, 0, 1)).toEqual({ slope: -1, length: 4, end: "price-changes" });
    }
  });

  it("does not end where only the basis changes", () => {
    // Twelve columns of one price and size 1: twelve bases, one price.
    const lp = smallProgram("min", Array.from({ length: 12 }, () => [0, 5, 1] as const), [[0.5, Array.from({ length: 12 }, () => 1), Infinity]]);
    const base = baseOf(lp, { col: Uint8Array.from({ length: 12 }, (_, j) => (j === 0 ? basic : atLower)), row: Uint8Array.of(atLower) });
    expect(followLimit(base, 12, 0, -1)).toEqual({ slope: 5, length: 11.5, end: "infeasible" });
  });

  it("refactors on a long path and loses nothing", () => {
    // A ladder: column j of cost j + 1 and size 1. All of cost 1 but for the last, so the path is 249 pivots long.
    const n = 250;
    const lp = smallProgram("min", Array.from({ length: n }, (_, j) => [0, j === n - 1 ? 3 : 1, 1] as const), [[0.5, Array.from({ length: n }, () => 1), Infinity]]);
    const base = baseOf(lp, { col: Uint8Array.from({ length: n }, (_, j) => (j === 0 ? basic : atLower)), row: Uint8Array.of(atLower) });
    for (let time = 0; time < 2; time++) {
      const { slope, length, end } = followLimit(base, n, 0, -1);
      expect([slope, end]).toEqual([1, "price-changes"]);
      expect(length).toBeCloseTo(n - 1.5, 9);
      base.restore();
    }
  });
});
