import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../src/lp/basis.ts";
import { basePoint } from "../../../src/solvers/ranging/base-point.ts";
import { followCost } from "../../../src/solvers/ranging/follow-cost.ts";
import { smallProgram } from "../../support/random-programs.ts";
import { stateOf, twoByTwo } from "../../support/simplex-case.ts";

const { atLower, atUpper, basic } = BasisStatus;
const baseOf = (...args: Parameters<typeof stateOf>) => basePoint(stateOf(...args));

describe("followCost", () => {
  // twoByTwo at its optimum (3, 1): x at its limit with reduced cost -1, y basic with the second row, price of the
  // first -2.
  const basis = { col: Uint8Array.of(atUpper, basic), row: Uint8Array.of(atUpper, basic) };

  it("follows the cost of a nonbasic column until its reduced cost is 0", () => {
    const base = baseOf(twoByTwo, basis);
    expect(followCost(base, 0, 1)).toEqual({ value: 3, length: 1, end: "value-changes" });
    base.restore();
    expect(followCost(base, 0, -1)).toEqual({ value: 3, length: Infinity, end: "never" });
  });

  it("follows the cost of a basic column until another reduced cost is 0", () => {
    const base = baseOf(twoByTwo, basis);
    // Cost of y -2 + t: the first row's price is that too, and at t = 2 its slack comes in. At -2 - t x, whose reduced
    // cost is -1 + t, does.
    expect(followCost(base, 1, 1)).toEqual({ value: 1, length: 2, end: "value-changes" });
    base.restore();
    expect(followCost(base, 1, -1)).toEqual({ value: 1, length: 1, end: "value-changes" });
    base.restore();
    expect([...base.s.working.cost.slice(0, 2)]).toEqual([-3, -2]);
  });

  it("finds the same value from each basis of one vertex", () => {
    // min x + 2y, x + y >= 4, x <= 4: (4, 0), with x basic or with y basic at zero. A more expensive x: y comes in from
    // cost 2 on.
    const lp = smallProgram(
      "min",
      [
        [0, 1, 4],
        [0, 2, 10],
      ],
      [[4, [1, 1], Infinity]],
    );
    const row = Uint8Array.of(atLower);
    for (const col of [Uint8Array.of(basic, atLower), Uint8Array.of(atUpper, basic)]) {
      const base = baseOf(lp, { col, row });
      expect(followCost(base, 0, 1)).toEqual({ value: 4, length: 1, end: "value-changes" });
      base.restore();
      expect(followCost(base, 1, 1)).toEqual({ value: 0, length: Infinity, end: "never" });
      base.restore();
      expect(followCost(base, 1, -1)).toEqual({ value: 0, length: 1, end: "value-changes" });
    }
  });

  it("goes to the best of several optimal points at once, by a flip or a pivot", () => {
    const flat = baseOf(smallProgram("min", [[0, 0, 7]], []));
    expect(followCost(flat, 0, -1)).toEqual({ value: 7, length: Infinity, end: "never" });
    flat.restore();
    expect(followCost(flat, 0, 1)).toEqual({ value: 0, length: Infinity, end: "never" });
    const free = baseOf(smallProgram("min", [[-Infinity, 0, Infinity]], []));
    expect(followCost(free, 0, 1)).toEqual({ value: -Infinity, length: 0, end: "unbounded" });
  });
});
