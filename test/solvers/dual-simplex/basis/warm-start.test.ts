import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../../src/lp/basis.ts";
import { computeReducedCosts } from "../../../../src/solvers/dual-simplex/basis/basic-point.ts";
import { dualBatch } from "../../../../src/solvers/dual-simplex/dual/dual-iteration.ts";
import { warmStart, resetWorkingData } from "../../../../src/solvers/dual-simplex/basis/warm-start.ts";
import { SolveKind } from "../../../../src/sparse/lu-factor.ts";
import { smallProgram } from "../../../support/random-programs.ts";
import { stateOf, twoByTwo } from "../../../support/simplex-case.ts";
import { updateFactor } from "../../../../src/sparse/lu-update.ts";

const { atLower, atUpper, basic } = BasisStatus;
const optimalBasis = { col: Uint8Array.of(atUpper, basic), row: Uint8Array.of(atUpper, basic) };

describe("going on from the last basis", () => {
  it("loads new bounds and costs, and moves nonbasic variables to the new bounds", () => {
    const s = stateOf(twoByTwo, optimalBasis);
    s.program.upper[0] = 2;
    s.program.cost[1] = -7;
    s.program.upper[1] = 6;
    s.working.lower[0] = -1e4;
    s.working.boundsChanged = true;
    warmStart(s, undefined);
    expect([
      s.point.x[0],
      s.working.lower[0],
      s.working.cost[1],
      s.point.basicUpper[s.basis.head.indexOf(1)],
      s.working.boundsChanged,
    ]).toEqual([2, 0, -7, 6, false]);
  });

  it("reuses factors and weights without updates", () => {
    const s = stateOf(twoByTwo, optimalBasis);
    s.pricing.edgeWeight.set([3, 5]);
    const before = s.basis.lu.orderPlace.slice();
    s.basis.lu.factor = () => {
      throw new Error("factored");
    };
    warmStart(s, undefined);
    expect([[...s.pricing.edgeWeight], s.basis.lu.orderPlace]).toEqual([[3, 5], before]);
    expect(() => warmStart(s, { numIntervals: 2, intervalCols: 1, intervalRows: 1 })).toThrow("factored");
  });

  it("factors anew if necessary, weights with their variables", () => {
    const s = stateOf(twoByTwo);
    dualBatch(s, 0);
    s.pivot.rho.setUnit(0);
    s.basis.lu.btran(s.pivot.rho, SolveKind.row);
    s.pivot.column.setUnit(0);
    s.basis.lu.ftran(s.pivot.column, SolveKind.column);
    updateFactor(s.basis.lu, 0, 1);
    s.pricing.edgeWeight[s.basis.head.indexOf(3)] = 7;
    warmStart(s, undefined);
    expect(s.basis.lu.numUpdates).toBe(1);
    s.basis.mustRefactor = true;
    warmStart(s, undefined);
    expect([s.basis.lu.numUpdates, s.pricing.edgeWeight[s.basis.head.indexOf(3)]]).toEqual([0, 7]);
  });

  it("moves statuses and weights with their interval", () => {
    // Three intervals of a column and a row each, and a column of none.
    const lp = smallProgram(
      "min",
      [
        [0, 1, 9],
        [0, 1, 9],
        [0, 1, 9],
        [0, 1, 9],
      ],
      [
        [1, [1, 0, 0, 1], 5],
        [1, [0, 1, 0, 1], 5],
        [1, [0, 0, 1, 1], 5],
      ],
    );
    const s = stateOf(lp, {
      col: Uint8Array.of(atLower, basic, atUpper, atLower),
      row: Uint8Array.of(basic, atLower, basic),
    });
    s.pricing.edgeWeight[s.basis.head.indexOf(1)] = 3;
    s.pricing.edgeWeight[s.basis.head.indexOf(6)] = 4;
    warmStart(s, { numIntervals: 3, intervalCols: 1, intervalRows: 1 });
    expect([...s.basis.place]).toEqual([basic, atUpper, atUpper, atLower, atUpper, basic, basic]);
    expect([0, 5, 6].map((j) => s.pricing.edgeWeight[s.basis.head.indexOf(j)])).toEqual([3, 4, 4]);
  });

  it("gives a logical that fills a gap the price its row had, so that no other price moves", () => {
    // A store over three hours: s0 = 4 + x0, s1 = s0 + x1, s2 = s1 + x2 >= 9, buying x at 5, 3 and 8: all in hour 1, so
    // every MWh is worth 3 (the rows' prices are -3, their logicals' reduced costs 3). Rolled forward, when hour 0 buys
    // at 3, the basis lacks a variable in hour 2, and its price still has to be 3.
    const lp = smallProgram(
      "min",
      [
        [0, 5, 9],
        [0, 0, 20],
        [0, 3, 9],
        [0, 0, 20],
        [0, 8, 9],
        [9, 0, 20],
      ],
      [
        [4, [-1, 1, 0, 0, 0, 0], 4],
        [0, [0, -1, -1, 1, 0, 0], 0],
        [0, [0, 0, 0, -1, -1, 1], 0],
      ],
    );
    const s = stateOf(lp, {
      col: Uint8Array.of(atLower, basic, basic, basic, atLower, atLower),
      row: Uint8Array.of(atLower, atLower, atLower),
    });
    expect([...s.point.reducedCost.subarray(6)]).toEqual([3, 3, 3]);
    s.program.cost[0] = 3;
    warmStart(s, { numIntervals: 3, intervalCols: 2, intervalRows: 1 });
    computeReducedCosts(s);
    expect([...s.basis.place].filter((place) => place === basic)).toHaveLength(3);
    for (let i = 0; i < 3; i++) expect(s.working.cost[6 + i] - s.point.reducedCost[6 + i]).toBe(-3);
    expect(s.working.costsChanged).toBe(true);
    resetWorkingData(s);
    expect([s.working.costsChanged, ...s.working.cost.subarray(6)]).toEqual([false, 0, 0, 0]);
  });
});
