import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../../src/lp/basis.ts";
import { addColumn, decodeBasis, refactor } from "../../../../src/solvers/dual-simplex/basis/basis-state.ts";
import { smallProgram } from "../../../support/random-programs.ts";
import { stateOf, twoByTwo } from "../../../support/simplex-case.ts";

const { atLower, atUpper, basic, free } = BasisStatus;
const optimalBasis = { col: Uint8Array.of(atUpper, basic), row: Uint8Array.of(atUpper, basic) };

describe("the basis", () => {
  it("starts from the logicals: zero prices, reduced costs equal to costs, basic values of minus the activity", () => {
    const s = stateOf(twoByTwo);
    expect([...s.basis.head]).toEqual([2, 3]);
    expect([...s.point.reducedCost]).toEqual([-3, -2, 0, 0]);
    expect([...s.point.basicValue]).toEqual([0, 0]);
  });

  it("decodes to the basis it was given, with the status of rows as that of their activity", () => {
    expect(decodeBasis(stateOf(twoByTwo, optimalBasis))).toEqual(optimalBasis);
  });

  it("replaces dependent variables of a singular basis by logicals", () => {
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
    const { col, row } = decodeBasis(s);
    expect([...col, ...row].filter((place) => place === basic)).toHaveLength(2);
    expect([...col].filter((place) => place === basic)).toHaveLength(1);
  });

  it("never names a bound that the program does not have", () => {
    const lp = smallProgram(
      "min",
      [
        [0, -1, Infinity],
        [-Infinity, 0, Infinity],
      ],
      [[-Infinity, [1, 1], 5]],
    );
    const s = stateOf(lp);
    s.basis.place[0] = atUpper; // as at a temporary bound
    s.basis.place[1] = atLower;
    expect([...decodeBasis(s).col]).toEqual([atLower, free]);
  });

  it("keeps edge weights with their variables when it is factored anew", () => {
    const s = stateOf(twoByTwo, optimalBasis);
    s.pricing.edgeWeight[s.basis.head.indexOf(1)] = 5;
    s.pricing.edgeWeight[s.basis.head.indexOf(3)] = 7;
    refactor(s);
    expect([s.pricing.edgeWeight[s.basis.head.indexOf(1)], s.pricing.edgeWeight[s.basis.head.indexOf(3)]]).toEqual([
      5, 7,
    ]);
  });

  it("adds structural columns and logicals", () => {
    const s = stateOf(twoByTwo);
    s.pivot.column.clear();
    addColumn(s, 1, 1, s.pivot.column);
    expect([...s.pivot.column.value]).toEqual([1, 3]);
    s.pivot.column.clear();
    addColumn(s, 2, 1, s.pivot.column);
    expect([...s.pivot.column.value]).toEqual([1, 0]);
  });

  it("clears its marks after a load, also those of dependent candidates", () => {
    const s = stateOf(twoByTwo, { col: Uint8Array.of(basic, basic), row: Uint8Array.of(basic, basic) });
    expect([...s.load.isInBasis]).toEqual([0, 0, 0, 0]);
    expect(new Set(s.basis.head).size).toBe(2);
    expect([...s.basis.place].filter((place) => place === basic)).toHaveLength(2);
  });
});
