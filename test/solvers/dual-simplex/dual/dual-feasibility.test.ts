import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../../src/lp/basis.ts";
import {
  boxDualInfeasible,
  repairDualSigns,
  restoreLimits,
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

describe("boxDualInfeasible", () => {
  it("puts every variable where its reduced cost wants it, behind a temporary limit where there is none", () => {
    const s = stateOf(lp);
    boxDualInfeasible(s);
    expect([...s.place.slice(0, 5)]).toEqual([
      BasisStatus.atUpper,
      BasisStatus.atUpper,
      BasisStatus.atLower,
      BasisStatus.atLower,
      BasisStatus.atLower,
    ]);
    expect(s.x[0]).toBe(6);
    expect(s.x[1]).toBeGreaterThanOrEqual(1e4);
    expect(s.x[2]).toBeLessThanOrEqual(-9e3);
    expect(s.x[3]).toBeLessThanOrEqual(-1e4);
    expect(s.x[4]).toBe(0);
    for (let j = 0; j < 5; j++) expect(s.move[j] * s.reducedCost[j]).toBeGreaterThan(0);
    expect(s.limitsChanged).toBe(true);
  });
});

describe("restoreLimits", () => {
  it("leaves what stood at a temporary limit in its place, free to move", () => {
    const s = stateOf(lp);
    boxDualInfeasible(s);
    const before = s.x.slice(0, 5);
    restoreLimits(s);
    expect([...s.x.slice(0, 5)]).toEqual([...before]);
    expect([...s.move.slice(0, 5)]).toEqual([Move.down, Move.either, Move.either, Move.either, Move.up]);
    expect([...s.lower, ...s.upper]).toEqual([...s.program.lower, ...s.program.upper]);
    expect(s.limitsChanged).toBe(false);
  });
});

describe("repairDualSigns", () => {
  it("flips the boxed and shifts the cost of the others", () => {
    const s = stateOf(lp);
    repairDualSigns(s);
    expect(s.place[0]).toBe(BasisStatus.atUpper);
    expect(s.reducedCost[0]).toBe(-1);
    expect(s.basicValue[0]).toBe(-11); // minus the activity 6 + 5
    for (const j of [1, 2, 3]) expect(Math.abs(s.reducedCost[j])).toBeLessThan(1e-8);
    expect(s.cost[1]).toBeCloseTo(0, 8);
    expect(s.costsChanged).toBe(true);
  });
});
