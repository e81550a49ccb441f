import { describe, expect, it } from "vitest";
import { choosePrimalLeaving } from "../../../../src/solvers/dual-simplex/primal/primal-ratio-test.ts";
import { stateOf, twoByTwo } from "../../../support/simplex-case.ts";

function stateWith(column: number[], value: number[], lower: number[], upper: number[]) {
  const s = stateOf(twoByTwo);
  s.pivot.column.value.set(column);
  s.pivot.column.index.set([0, 1]);
  s.pivot.column.count = 2;
  s.point.basicValue.set(value);
  s.point.basicLower.set(lower);
  s.point.basicUpper.set(upper);
  return s;
}

describe("choosePrimalLeaving", () => {
  it("stops at the first bound reached", () => {
    // Going up: row 0 falls 2 per unit from 6 to 0 (3 units), row 1 rises 1 per unit from 0 to 2 (2 units).
    const s = stateWith([2, -1], [6, 0], [0, -9], [9, 2]);
    expect([choosePrimalLeaving(s, 1), s.choice.step]).toEqual([1, 2]);
    // Going down: row 0 rises to 9 (1.5 units), row 1 falls to -9 (9 units).
    expect([choosePrimalLeaving(s, -1), s.choice.step]).toEqual([0, 1.5]);
  });

  it("prefers the greater pivot among bounds within the tolerance, and never steps back", () => {
    const s = stateWith([0.001, 5], [0, -1e-10], [0, 0], [9, 9]);
    expect([choosePrimalLeaving(s, 1), s.choice.step]).toEqual([1, 0]);
  });

  it("returns no row if nothing blocks the step", () => {
    const s = stateWith([-1, 0], [6, 0], [0, -9], [Infinity, 2]);
    expect([choosePrimalLeaving(s, 1), s.choice.step]).toEqual([-1, Infinity]);
  });
});
