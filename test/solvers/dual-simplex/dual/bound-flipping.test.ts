import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../../src/lp/basis.ts";
import { flipToOppositeBounds } from "../../../../src/solvers/dual-simplex/dual/bound-flipping.ts";
import { computeBasicValues } from "../../../../src/solvers/dual-simplex/basis/basic-point.ts";
import { smallProgram } from "../../../support/random-programs.ts";
import { stateOf } from "../../../support/simplex-case.ts";

describe("flipToOppositeBounds", () => {
  it("moves variables to their opposite bounds and the basic values with them", () => {
    // Activities 2 x - 3 y and x + y: at (0, 0) both 0; at (4, 5) -7 and 9. Logicals are minus that.
    const s = stateOf(
      smallProgram(
        "min",
        [
          [0, 1, 4],
          [0, 1, 5],
        ],
        [
          [-9, [2, -3], 9],
          [-1, [1, 1], 8],
        ],
      ),
    );
    s.ratioTest.index.set([0, 1]);
    s.ratioTest.numFlips = 2;
    flipToOppositeBounds(s);
    expect([...s.point.basicValue]).toEqual([7, -9]);
    expect([s.basis.place[0], s.basis.place[1]]).toEqual([BasisStatus.atUpper, BasisStatus.atUpper]);
    expect([...s.pricing.infeasibleRows.merit]).toEqual([0, 1]);
    const updated = [...s.point.basicValue];
    computeBasicValues(s);
    expect([...s.point.basicValue]).toEqual(updated);
    flipToOppositeBounds(s);
    expect([...s.point.basicValue].map((v) => v + 0)).toEqual([0, 0]);
  });
});
