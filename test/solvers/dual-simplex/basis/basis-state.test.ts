import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../../src/lp/basis.ts";
import {
  addColumn,
  readBasis,
  rebuild,
  violationOf,
  workingObjective,
} from "../../../../src/solvers/dual-simplex/basis/basis-state.ts";
import { smallProgram } from "../../../support/random-programs.ts";
import { stateOf, twoByTwo } from "../../../support/simplex-case.ts";

const { atLower, atUpper, basic, free } = BasisStatus;
const optimalBasis = { col: Uint8Array.of(atUpper, basic), row: Uint8Array.of(atUpper, basic) };

describe("basis state", () => {
  it("starts from logicals: duals zero, reduced costs are costs, basics at minus the activity", () => {
    const s = stateOf(twoByTwo);
    expect([...s.head]).toEqual([2, 3]);
    expect([...s.reducedCost]).toEqual([-3, -2, 0, 0]);
    expect([...s.basicValue]).toEqual([0, 0]);
  });

  it("computes values and reduced costs of the optimal basis", () => {
    // x = 3 at its limit, y = 1; logical of the first row at -4, of the second basic at -6.
    const s = stateOf(twoByTwo, optimalBasis);
    expect(new Set(s.head)).toEqual(new Set([1, 3]));
    expect(s.basicValue[s.head.indexOf(1)]).toBe(1);
    expect(s.basicValue[s.head.indexOf(3)]).toBe(-6);
    // Reduced costs: x -3 - (-2) = -1; first logical 0 - (-2) = 2.
    expect([...s.reducedCost]).toEqual([-1, 0, 2, 0]);
    expect(workingObjective(s)).toBe(-11);
  });

  it("reads back the basis it was given, rows in terms of activities", () => {
    expect(readBasis(stateOf(twoByTwo, optimalBasis))).toEqual(optimalBasis);
  });

  it("repairs a singular basis and keeps the count", () => {
    const lp = smallProgram(
      "min",
      [
        [0, 1, 9],
        [0, 1, 9],
      ],
      [
        [1, [1, 2], 5],
        [1, [2, 4], 9],
      ],
    );
    const s = stateOf(lp, { col: Uint8Array.of(basic, basic), row: Uint8Array.of(atLower, atLower) });
    const { col, row } = readBasis(s);
    expect([...col, ...row].filter((place) => place === basic)).toHaveLength(2);
    expect([...col].filter((place) => place === basic)).toHaveLength(1);
  });

  it("never names a limit the program does not have", () => {
    const lp = smallProgram(
      "min",
      [
        [0, -1, Infinity],
        [-Infinity, 0, Infinity],
      ],
      [[-Infinity, [1, 1], 5]],
    );
    const s = stateOf(lp);
    s.place[0] = atUpper; // as at a temporary limit
    s.place[1] = atLower;
    expect([...readBasis(s).col]).toEqual([atLower, free]);
  });

  it("keeps weights with their variables through a rebuild", () => {
    const s = stateOf(twoByTwo, optimalBasis);
    s.edgeWeight[s.head.indexOf(1)] = 5;
    s.edgeWeight[s.head.indexOf(3)] = 7;
    rebuild(s);
    expect([s.edgeWeight[s.head.indexOf(1)], s.edgeWeight[s.head.indexOf(3)]]).toEqual([5, 7]);
  });

  it("squares a violation, and forgives the tolerance and the rounding of a large limit", () => {
    const s = stateOf(twoByTwo);
    s.basicLower[0] = -4;
    s.basicValue[0] = -7;
    expect(violationOf(s, 0)).toBe(9);
    s.basicValue[0] = -4 - 5e-10;
    expect(violationOf(s, 0)).toBe(0);
    s.basicLower[0] = 1e9;
    s.basicValue[0] = 1e9 - 1e-6;
    expect(violationOf(s, 0)).toBe(0);
    s.basicValue[0] = 1e9 - 1e-3;
    expect(violationOf(s, 0)).toBeGreaterThan(0);
  });

  it("loads columns of both kinds", () => {
    const s = stateOf(twoByTwo);
    s.column.clear();
    addColumn(s, 1, 1, s.column);
    expect([...s.column.value]).toEqual([1, 3]);
    s.column.clear();
    addColumn(s, 2, 1, s.column);
    expect([...s.column.value]).toEqual([1, 0]);
  });
});
