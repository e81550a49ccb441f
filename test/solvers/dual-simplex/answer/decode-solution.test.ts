import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../../src/lp/basis.ts";
import { dualBatch } from "../../../../src/solvers/dual-simplex/dual/dual-iteration.ts";
import { primalBatch } from "../../../../src/solvers/dual-simplex/primal/primal-iteration.ts";
import {
  decodeDualRay,
  decodePoint,
  decodePrices,
  decodePrimalRay,
} from "../../../../src/solvers/dual-simplex/answer/decode-solution.ts";
import { smallProgram } from "../../../support/random-programs.ts";
import { stateOf, twoByTwo, unitScaling } from "../../../support/simplex-case.ts";

const { atUpper, basic } = BasisStatus;
const optimalBasis = { col: Uint8Array.of(atUpper, basic), row: Uint8Array.of(atUpper, basic) };

describe("reading the solution", () => {
  it("gives the point and the prices of a basis", () => {
    const s = stateOf(twoByTwo, optimalBasis);
    const scaling = unitScaling(twoByTwo);
    expect([...decodePoint(s, twoByTwo, scaling)]).toEqual([3, 1]);
    const { y, reducedCost } = decodePrices(s, twoByTwo, scaling);
    expect([[...y], [...reducedCost]]).toEqual([
      [-2, 0],
      [-1, 0],
    ]);
  });

  it("turns the signs for a maximum", () => {
    const lp = { ...twoByTwo, sense: "max" as const, cost: twoByTwo.cost.map((c) => -c) };
    const { y, reducedCost } = decodePrices(stateOf(lp, optimalBasis), lp, unitScaling(lp));
    expect([[...y], [...reducedCost]]).toEqual([
      [2, 0],
      [1, 0],
    ]);
  });

  it("mends rounding in the basic values by refinement", () => {
    const s = stateOf(twoByTwo, optimalBasis);
    s.point.basicValue[s.basis.head.indexOf(1)] += 1e-7;
    expect(decodePoint(s, twoByTwo, unitScaling(twoByTwo))[1]).toBeCloseTo(1, 15);
  });

  it("gives a Farkas ray: x + y <= 3.5 by its columns, wanted >= 4", () => {
    const lp = smallProgram(
      "min",
      [
        [0, 2, 3],
        [0, 3, 0.5],
      ],
      [[4, [1, 1], Infinity]],
    );
    const s = stateOf(lp);
    dualBatch(s, 50);
    expect([...decodeDualRay(s, lp, unitScaling(lp))]).toEqual([1]);
  });

  it("gives a recession ray: both columns rise together", () => {
    const lp = smallProgram(
      "max",
      [
        [0, 1, Infinity],
        [0, 1, Infinity],
      ],
      [[-3, [1, -1], 3]],
    );
    const s = stateOf(lp);
    primalBatch(s, 50);
    expect([...decodePrimalRay(s, lp, unitScaling(lp))]).toEqual([1, 1]);
  });
});
