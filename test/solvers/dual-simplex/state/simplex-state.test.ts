import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../../src/lp/basis.ts";
import { Move, setBasic, setNonbasic } from "../../../../src/solvers/dual-simplex/state/simplex-state.ts";
import { smallProgram } from "../../../support/random-programs.ts";
import { stateOf } from "../../../support/simplex-case.ts";

const INF = Infinity;
// Columns: boxed, lower only, upper only, free, fixed.
const lp = smallProgram(
  "min",
  [
    [1, 0, 2],
    [1, 0, INF],
    [-INF, 0, 2],
    [-INF, 0, INF],
    [3, 0, 3],
  ],
  [[0, [1, 1, 1, 1, 1], 9]],
);

describe("setNonbasic", () => {
  it.each([
    // column, asked, place, move, value
    [0, BasisStatus.atLower, BasisStatus.atLower, Move.up, 1],
    [0, BasisStatus.atUpper, BasisStatus.atUpper, Move.down, 2],
    [1, BasisStatus.atUpper, BasisStatus.atLower, Move.up, 1],
    [2, BasisStatus.atLower, BasisStatus.atUpper, Move.down, 2],
    [3, BasisStatus.atLower, BasisStatus.free, Move.either, 0],
    [4, BasisStatus.atUpper, BasisStatus.atLower, Move.none, 3],
  ])("column %i asked for %i", (j, asked, place, move, value) => {
    const s = stateOf(lp);
    setNonbasic(s, j, asked);
    expect([s.place[j], s.move[j], s.x[j]]).toEqual([place, move, value]);
  });
});

describe("setBasic", () => {
  it("takes a variable into a row with its limits, and out of pricing", () => {
    const s = stateOf(lp);
    setBasic(s, 2, 0, 1.5);
    expect([s.head[0], s.basicValue[0], s.basicLower[0], s.basicUpper[0]]).toEqual([2, 1.5, -INF, 2]);
    expect([s.place[2], s.move[2], s.reducedCost[2]]).toEqual([BasisStatus.basic, Move.none, 0]);
  });
});
