import { describe, expect, it } from "vitest";
import { chooseEntering, NO_CANDIDATE } from "../../../../src/solvers/dual-simplex/dual/dual-ratio-test.ts";
import { smallProgram } from "../../../support/random-programs.ts";
import { stateOf } from "../../../support/simplex-case.ts";

/** A state whose pivot row and reduced costs are as given; columns at their lower limits, ranges `upper`. */
function rowOf(upper: readonly number[], alpha: readonly number[], reducedCost: readonly number[]) {
  const s = stateOf(
    smallProgram(
      "min",
      upper.map((u) => [0, 0, u] as const),
      [[-Infinity, upper.map(() => 1), 1]],
    ),
  );
  for (let j = 0; j < upper.length; j++) {
    s.pivot.alpha.value[j] = alpha[j];
    s.pivot.alpha.index[s.pivot.alpha.count++] = j;
    s.point.reducedCost[j] = reducedCost[j];
  }
  return s;
}

describe("chooseEntering", () => {
  it("takes the least ratio if nothing can flip", () => {
    // Ratios 4/2 = 2, 3/3 = 1, 1/0.2 = 5.
    const s = rowOf([Infinity, Infinity, Infinity], [2, 3, 0.2], [4, 3, 1]);
    expect([chooseEntering(s, 1, 1), s.ratioTest.numFlips]).toEqual([1, 0]);
  });

  it("leaves out entries of the other sign, which only grow", () => {
    const s = rowOf([Infinity, Infinity], [2, -3], [4, 0]);
    expect(chooseEntering(s, 1, 1)).toBe(0);
    expect(chooseEntering(s, -1, 1)).toBe(1);
  });

  it("passes boxed candidates while the violation outlasts their ranges", () => {
    // Order by ratio: 0 (1), 1 (2), 2 (3). Violation 10: less 2*2 = 6, less 1*5 = 1, then 3 has no limit: enters.
    const s = rowOf([2, 5, Infinity], [2, 1, 1], [2, 2, 3]);
    expect(chooseEntering(s, 1, 10)).toBe(2);
    expect(new Set(s.ratioTest.index.slice(0, s.ratioTest.numFlips))).toEqual(new Set([0, 1]));
    // Violation 5: after column 0 one is left, and column 1 would overshoot: it enters.
    expect(chooseEntering(s, 1, 5)).toBe(1);
    expect([...s.ratioTest.index.slice(0, s.ratioTest.numFlips)]).toEqual([0]);
  });

  it("among ratios within the slack takes the greatest pivot", () => {
    const s = rowOf([Infinity, Infinity, Infinity], [0.01, 5, 1], [0.01, 5 + 1e-8, 2]);
    s.safeguards.harrisSlack = 0;
    expect(chooseEntering(s, 1, 1)).toBe(0);
    s.safeguards.harrisSlack = 1e-7;
    expect(chooseEntering(s, 1, 1)).toBe(1);
  });

  it("takes the least index of equal pivots, in whatever order the row lists them", () => {
    // Ratios 2/1, 2/2, 2/2: columns 1 and 2 are first, with one pivot.
    for (const order of [
      [0, 1, 2],
      [2, 1, 0],
    ]) {
      const s = rowOf([Infinity, Infinity, Infinity], [1, 2, 2], [2, 2, 2]);
      s.pivot.alpha.index.set(order);
      expect(chooseEntering(s, 1, 1)).toBe(1);
    }
  });

  it("goes back to an earlier group if the pivots of the last are small beside the greatest so far", () => {
    // Violation 8: column 0 (ratio 1) takes 5 x 1 = 5 of it, and column 1 (ratio 2) without an upper bound the rest. A
    // tenth of the greatest pivot is 0.5.
    const entering = (pivot: number) => {
      const s = rowOf([1, Infinity], [5, pivot], [5, 2 * pivot]);
      return [chooseEntering(s, 1, 8), s.ratioTest.numFlips];
    };
    expect(entering(0.49)).toEqual([0, 0]);
    expect(entering(0.51)).toEqual([1, 1]);
    // A pivot of 1 is large enough beside any other: 50 x 0.1 = 5 of 8.
    const s = rowOf([0.1, Infinity], [50, 1], [50, 2]);
    expect([chooseEntering(s, 1, 8), s.ratioTest.numFlips]).toEqual([1, 1]);
  });

  it("ends where rounding puts the nearest breakpoint beyond its own step", () => {
    // (1 / 49) x 49 is 0.9999999999999999 in doubles.
    expect((1 / 49) * 49).toBeLessThan(1);
    const s = rowOf([Infinity], [49], [1]);
    s.safeguards.harrisSlack = 0;
    expect(chooseEntering(s, 1, 1)).toBe(0);
  });

  it("lets a free column in first", () => {
    const s = stateOf(
      smallProgram(
        "min",
        [
          [-Infinity, 0, Infinity],
          [0, 1, Infinity],
        ],
        [[1, [1, 1], 2]],
      ),
    );
    for (const j of [0, 1]) {
      s.pivot.alpha.value[j] = -1;
      s.pivot.alpha.index[s.pivot.alpha.count++] = j;
    }
    expect(chooseEntering(s, 1, 1)).toBe(0);
  });

  it("finds no candidate if all ranges together are less than the violation", () => {
    const s = rowOf([2, 5], [2, 1], [2, 2]);
    expect(chooseEntering(s, 1, 8.9)).not.toBe(NO_CANDIDATE);
    expect(chooseEntering(s, 1, 9.1)).toBe(NO_CANDIDATE);
    expect(chooseEntering(rowOf([2], [-1], [1]), 1, 1)).toBe(NO_CANDIDATE);
  });

  it("takes a violation that flips reduce to its noise for removed", () => {
    // 9.1 less 2 x 2 and 1 x 5 leaves 0.1.
    expect(chooseEntering(rowOf([2, 5], [2, 1], [2, 2]), 1, 9.1, 0.2)).not.toBe(NO_CANDIDATE);
    expect(chooseEntering(rowOf([2, 5], [2, 1], [2, 2]), 1, 9.1, 0.05)).toBe(NO_CANDIDATE);
  });
});
