import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../../src/lp/basis.ts";
import {
  chooseEnteringByDevex,
  updateCandidate,
  updatePrimalPricing,
} from "../../../../src/solvers/dual-simplex/primal/primal-pricing.ts";
import { Move } from "../../../../src/solvers/dual-simplex/state/simplex-state.ts";
import { stateOf, twoByTwo } from "../../../support/simplex-case.ts";

describe("Devex pricing", () => {
  it("takes the greatest reducedCost^2 / weight of the wrong sign", () => {
    const s = stateOf(twoByTwo); // reduced costs -3, -2 at lower stopping
    const choice = () => {
      for (let j = 0; j < 4; j++) updateCandidate(s, j);
      return [chooseEnteringByDevex(s), s.choice.enteringDirection];
    };
    expect(choice()).toEqual([0, 1]);
    s.pricing.devexWeight[0] = 4;
    expect(choice()).toEqual([1, 1]);
    s.point.reducedCost.set([1, 2]);
    expect(choice()[0]).toBe(-1);
    s.basis.move[1] = Move.down;
    expect(choice()).toEqual([1, -1]);
    s.point.reducedCost[1] = s.safeguards.dualTolerance;
    expect(choice()[0]).toBe(-1);
  });

  it("pushes what remains between bounds, towards the bound it has", () => {
    const s = stateOf(twoByTwo);
    s.point.reducedCost.fill(0);
    s.point.x[1] = 5;
    s.basis.place[1] = BasisStatus.free;
    s.basis.move[1] = Move.either;
    expect([chooseEnteringByDevex(s), s.choice.enteringDirection, s.choice.isPush]).toEqual([1, -1, true]);
  });

  it("updates weights and pricing candidates from the pivot row", () => {
    const s = stateOf(twoByTwo);
    s.pivot.alpha.value[1] = 6;
    s.pivot.alpha.index[0] = 1;
    s.pivot.alpha.count = 1;
    s.basis.move[0] = Move.none; // has entered
    updatePrimalPricing(s, 0, 2, 2); // (6 / 2)^2 * 1 = 9; the leaving one max(1, 1/4)
    expect([s.pricing.devexWeight[1], s.pricing.devexWeight[2]]).toEqual([9, 1]);
    expect([...s.pricing.candidates.merit]).toEqual([0, 4, 0, 0]);
  });
});
