import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../src/lp/basis.ts";
import { chooseEnteringByDevex, listAttractive, noteAttractive, updateDevexWeights } from "../../../src/solvers/dual-simplex/primal-pricing.ts";
import { Move } from "../../../src/solvers/dual-simplex/simplex-state.ts";
import { stateOf, twoByTwo } from "../../support/simplex-case.ts";

describe("Devex pricing", () => {
  it("takes the greatest reducedCost^2 / weight of the wrong sign", () => {
    const s = stateOf(twoByTwo); // reduced costs -3, -2 at lower limits
    listAttractive(s);
    expect([chooseEnteringByDevex(s), s.enteringDirection]).toEqual([0, 1]);
    s.devexWeight[0] = 4;
    expect(chooseEnteringByDevex(s)).toBe(1);
    s.reducedCost.set([1, 2]);
    expect(chooseEnteringByDevex(s)).toBe(-1);
  });

  it("looks at listed variables alone, and drops those that attract no more", () => {
    const s = stateOf(twoByTwo);
    s.reducedCost.set([-3, 2]);
    listAttractive(s);
    expect([...s.attractive.slice(0, s.numAttractive)]).toEqual([0]);
    s.reducedCost.set([3, -2]);
    expect(chooseEnteringByDevex(s)).toBe(-1); // nobody has noted variable 1
    expect(s.numAttractive).toBe(0);
    for (let j = 0; j < 2; j++) noteAttractive(s, j);
    noteAttractive(s, 1);
    expect([...s.attractive.slice(0, s.numAttractive)]).toEqual([1]);
    expect(chooseEnteringByDevex(s)).toBe(1);
  });

  it("of equals takes the first, whatever the order of the list", () => {
    const s = stateOf(twoByTwo);
    s.reducedCost.set([-3, -3]);
    for (const j of [1, 0]) noteAttractive(s, j);
    expect(chooseEnteringByDevex(s)).toBe(0);
  });

  it("pushes what is left between limits, towards the limit it has", () => {
    const s = stateOf(twoByTwo);
    s.reducedCost.fill(0);
    s.x[1] = 5;
    s.place[1] = BasisStatus.free;
    s.move[1] = Move.either;
    expect([chooseEnteringByDevex(s), s.enteringDirection, s.pushing]).toEqual([1, -1, true]);
  });

  it("updates weights from the pivot row", () => {
    const s = stateOf(twoByTwo);
    s.alpha.value[1] = 6;
    s.alpha.index[0] = 1;
    s.alpha.count = 1;
    updateDevexWeights(s, 0, 2, 2); // (6 / 2)^2 * 1 = 9; the leaving one max(1, 1/4)
    expect([s.devexWeight[1], s.devexWeight[2]]).toEqual([9, 1]);
  });
});
