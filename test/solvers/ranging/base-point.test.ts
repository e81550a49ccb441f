import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../src/lp/basis.ts";
import { basePoint } from "../../../src/solvers/ranging/base-point.ts";
import { stateOf, twoByTwo } from "../../support/simplex-case.ts";

// x and y basic: B = [[1, 1], [1, 3]], x = (4 - 9/3) .. solved below; both rows at their limits: x = 1.5, y = 2.5.
const basis = {
  col: Uint8Array.of(BasisStatus.basic, BasisStatus.basic),
  row: Uint8Array.of(BasisStatus.atUpper, BasisStatus.atUpper),
};

describe("basePoint", () => {
  it("solves with the factors and the pivots since", () => {
    const base = basePoint(stateOf(twoByTwo, basis));
    const { s, etas } = base;
    const [rowOfX, rowOfY] = [s.basis.head.indexOf(0), s.basis.head.indexOf(1)];
    const column = (j: number) => {
      base.solveColumn(j);
      return [s.pivot.column.value[rowOfX], s.pivot.column.value[rowOfY]].map((a) => Number(a.toFixed(12)));
    };
    const row = (r: number) => {
      base.solveRow(r);
      return [...s.pivot.rho.value].map((a) => Number(a.toFixed(12)));
    };
    // B^-1 = [[1.5, -0.5], [-0.5, 0.5]]; columns 2, 3 are the rows' logicals.
    expect(column(2)).toEqual([1.5, -0.5]);
    expect(column(3)).toEqual([-0.5, 0.5]);
    expect(row(rowOfY)).toEqual([-0.5, 0.5]);
    // Logical 2 in the place of x: B = [[1, 1], [0, 3]], so B^-1 = [[1, -1/3], [0, 1/3]].
    base.solveColumn(2);
    etas.push(rowOfX, s.pivot.column);
    expect(column(0).map((a) => a * 3)).toEqual([2, 1].map((a) => Number((a / 3).toFixed(12)) * 3));
    expect(row(rowOfX)).toEqual([1, Number((-1 / 3).toFixed(12))]);
    base.restore();
    expect(column(2)).toEqual([1.5, -0.5]);
  });

  it("goes back to the base after anything, also after factoring elsewhere", () => {
    const base = basePoint(stateOf(twoByTwo, basis));
    const { s } = base;
    const stored = () =>
      structuredClone([
        s.basis.place,
        s.basis.move,
        s.point.x,
        s.point.reducedCost,
        s.working.lower,
        s.working.upper,
        s.basis.head,
        s.point.basicValue,
        s.point.basicLower,
        s.point.basicUpper,
      ]);
    const before = stored();
    for (const elsewhere of [false, true]) {
      s.working.lower[0] = 7;
      s.point.x.fill(5);
      s.point.basicValue.fill(5);
      s.basis.head[s.basis.head.indexOf(0)] = 2;
      s.basis.place[0] = BasisStatus.atLower;
      s.basis.place[2] = BasisStatus.basic;
      if (elsewhere) base.refactor();
      expect(stored()).not.toEqual(before);
      base.restore();
      expect(stored()).toEqual(before);
      base.solveColumn(2);
      expect(s.pivot.column.value[s.basis.head.indexOf(0)]).toBeCloseTo(1.5, 12);
    }
  });
});
