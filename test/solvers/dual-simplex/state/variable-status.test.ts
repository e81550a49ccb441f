import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../../src/lp/basis.ts";
import { Move } from "../../../../src/solvers/dual-simplex/state/simplex-state.ts";
import { loadBasicBounds, setBasic, setNonbasic } from "../../../../src/solvers/dual-simplex/state/variable-status.ts";
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
    expect([s.basis.place[j], s.basis.move[j], s.point.x[j]]).toEqual([place, move, value]);
  });
});

describe("setBasic", () => {
  it("makes a variable basic with its bounds, without a reduced cost or a move", () => {
    const s = stateOf(lp);
    setBasic(s, 2, 0, 1.5);
    expect([s.basis.head[0], s.point.basicValue[0], s.point.basicLower[0], s.point.basicUpper[0]]).toEqual([
      2,
      1.5,
      -INF,
      2,
    ]);
    expect([s.basis.place[2], s.basis.move[2], s.point.reducedCost[2]]).toEqual([BasisStatus.basic, Move.none, 0]);
  });
});

describe("loadBasicBounds", () => {
  it("copies the working bounds of the basic variables to their rows", () => {
    const s = stateOf(lp);
    s.working.lower[s.basis.head[0]] = -7;
    s.working.upper[s.basis.head[0]] = 8;
    loadBasicBounds(s);
    expect([s.point.basicLower[0], s.point.basicUpper[0]]).toEqual([-7, 8]);
  });
});
