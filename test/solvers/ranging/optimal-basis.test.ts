import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../src/lp/basis.ts";
import { ProgramError } from "../../../src/errors.ts";
import { optimalBasis } from "../../../src/solvers/ranging/optimal-basis.ts";
import { smallProgram } from "../../support/random-programs.ts";
import { twoByTwo, unitScaling } from "../../support/simplex-case.ts";

const { atLower, atUpper, basic } = BasisStatus;

describe("optimalBasis", () => {
  it("takes an optimal basis as it is, and makes one of any other", () => {
    const bases = [
      { col: Uint8Array.of(atUpper, basic), row: Uint8Array.of(atUpper, basic) },
      // Not feasible (x + 3y = 9 and x = 3, y = 2 break the first row), not dual feasible, not even a basis.
      { col: Uint8Array.of(atUpper, basic), row: Uint8Array.of(basic, atUpper) },
      { col: Uint8Array.of(atLower, atLower), row: Uint8Array.of(basic, basic) },
      { col: Uint8Array.of(basic, basic), row: Uint8Array.of(basic, basic) },
    ];
    for (const basis of bases) {
      const s = optimalBasis(twoByTwo, unitScaling(twoByTwo), basis);
      expect([...s.basis.head].toSorted()).toEqual([1, 3]);
      expect([s.point.x[0], s.point.basicValue[s.basis.head.indexOf(1)]]).toEqual([3, 1]);
      expect([...s.point.reducedCost]).toEqual([-1, 0, 2, 0]);
    }
  });

  it("keeps the vertex and finds its prices if only these are missing", () => {
    // min x + 2y, x + y >= 4, x <= 4: y basic at zero with the row's activity gives x a reduced cost, not the row a
    // price.
    const lp = smallProgram(
      "min",
      [
        [0, 1, 4],
        [0, 2, 10],
      ],
      [[4, [1, 1], Infinity]],
    );
    const s = optimalBasis(lp, unitScaling(lp), { col: Uint8Array.of(atUpper, atLower), row: Uint8Array.of(basic) });
    expect(
      s.basis.head[0] === 0 ? [s.point.basicValue[0], s.point.reducedCost[2]] : [s.point.x[0], s.point.reducedCost[2]],
    ).toEqual([4, s.basis.head[0] === 0 ? -1 : -2]);
  });

  it("refuses a program without an optimum", () => {
    const lp = smallProgram("min", [[0, -1, Infinity]], [[0, [1], Infinity]]);
    expect(() => optimalBasis(lp, unitScaling(lp), { col: Uint8Array.of(atLower), row: Uint8Array.of(basic) })).toThrow(
      new ProgramError(
        "solution",
        "belongs to another program: this one is unbounded; pass the solution of this program.",
      ),
    );
  });
});
