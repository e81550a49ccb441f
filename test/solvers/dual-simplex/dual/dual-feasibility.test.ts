import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../../src/lp/basis.ts";
import {
  addTemporaryBounds,
  repairDualSigns,
  restoreBounds,
} from "../../../../src/solvers/dual-simplex/dual/dual-feasibility.ts";
import { Move } from "../../../../src/solvers/dual-simplex/state/simplex-state.ts";
import { smallProgram } from "../../../support/random-programs.ts";
import { stateOf } from "../../../support/simplex-case.ts";

const INF = Infinity;
// Costs of the wrong sign at the limits the start takes: boxed, lower only, upper only, free; the last is fine.
const lp = smallProgram(
  "min",
  [
    [0, -1, 6],
    [0, -2, INF],
    [-INF, 3, 5],
    [-INF, 4, INF],
    [0, 7, INF],
  ],
  [[-INF, [1, 1, 1, 1, 1], 9]],
);

describe("addTemporaryBounds", () => {
  it("puts every variable at the bound its reduced cost asks for, a temporary one if it has none", () => {
    const s = stateOf(lp);
    addTemporaryBounds(s);
    expect([...s.basis.place.slice(0, 5)]).toEqual([
      BasisStatus.atUpper,
      BasisStatus.atUpper,
      BasisStatus.atLower,
      BasisStatus.atLower,
      BasisStatus.atLower,
    ]);
    expect(s.point.x[0]).toBe(6);
    expect(s.point.x[1]).toBeGreaterThanOrEqual(1e4);
    expect(s.point.x[2]).toBeLessThanOrEqual(-9e3);
    expect(s.point.x[3]).toBeLessThanOrEqual(-1e4);
    expect(s.point.x[4]).toBe(0);
    for (let j = 0; j < 5; j++) expect(s.basis.move[j] * s.point.reducedCost[j]).toBeGreaterThan(0);
    expect(s.working.boundsChanged).toBe(true);
  });
});

describe("restoreBounds", () => {
  it("leaves variables at a temporary bound in their place, free to move", () => {
    const s = stateOf(lp);
    addTemporaryBounds(s);
    const before = s.point.x.slice(0, 5);
    restoreBounds(s);
    expect([...s.point.x.slice(0, 5)]).toEqual([...before]);
    expect([...s.basis.move.slice(0, 5)]).toEqual([Move.down, Move.either, Move.either, Move.either, Move.up]);
    expect([...s.working.lower, ...s.working.upper]).toEqual([...s.program.lower, ...s.program.upper]);
    expect(s.working.boundsChanged).toBe(false);
  });
});

describe("repairDualSigns", () => {
  it("flips the boxed and shifts the cost of the others", () => {
    const s = stateOf(lp);
    repairDualSigns(s);
    expect(s.basis.place[0]).toBe(BasisStatus.atUpper);
    expect(s.point.reducedCost[0]).toBe(-1);
    expect(s.point.basicValue[0]).toBe(-11); // minus the activity 6 + 5
    for (const j of [1, 2, 3]) expect(Math.abs(s.point.reducedCost[j])).toBeLessThan(1e-8);
    expect(s.working.cost[1]).toBeCloseTo(0, 8);
    expect(s.working.costsChanged).toBe(true);
  });
});
