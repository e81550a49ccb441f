import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../../src/lp/basis.ts";
import {
  chooseEnteringByDevex,
  noteAttractive,
  updatePrimalPricing,
} from "../../../../src/solvers/dual-simplex/primal/primal-pricing.ts";
import { Move } from "../../../../src/solvers/dual-simplex/state/simplex-state.ts";
import { stateOf, twoByTwo } from "../../../support/simplex-case.ts";

describe("Devex pricing", () => {
  it("takes the greatest reducedCost^2 / weight of the wrong sign", () => {
    const s = stateOf(twoByTwo); // reduced costs -3, -2 at lower limits
    const choice = () => {
      for (let j = 0; j < 4; j++) noteAttractive(s, j);
      return [chooseEnteringByDevex(s), s.enteringDirection];
    };
    expect(choice()).toEqual([0, 1]);
    s.devexWeight[0] = 4;
    expect(choice()).toEqual([1, 1]);
    s.reducedCost.set([1, 2]);
    expect(choice()[0]).toBe(-1);
    s.move[1] = Move.down;
    expect(choice()).toEqual([1, -1]);
    s.reducedCost[1] = s.dualTolerance;
    expect(choice()[0]).toBe(-1);
  });

  it("pushes what is left between limits, towards the limit it has", () => {
    const s = stateOf(twoByTwo);
    s.reducedCost.fill(0);
    s.x[1] = 5;
    s.place[1] = BasisStatus.free;
    s.move[1] = Move.either;
    expect([chooseEnteringByDevex(s), s.enteringDirection, s.pushing]).toEqual([1, -1, true]);
  });

  it("updates weights, and who attracts, from the pivot row", () => {
    const s = stateOf(twoByTwo);
    s.alpha.value[1] = 6;
    s.alpha.index[0] = 1;
    s.alpha.count = 1;
    s.move[0] = Move.none; // has entered
    updatePrimalPricing(s, 0, 2, 2); // (6 / 2)^2 * 1 = 9; the leaving one max(1, 1/4)
    expect([s.devexWeight[1], s.devexWeight[2]]).toEqual([9, 1]);
    expect([...s.attractive.merit]).toEqual([0, 4, 0, 0]);
  });
});
