import { describe, expect, it } from "vitest";
import { Move } from "../../../src/solvers/dual-simplex/state/simplex-state.ts";
import { firstEnteringByCost, firstLeaving } from "../../../src/solvers/ranging/cost-ratio-tests.ts";
import { smallProgram } from "../../support/random-programs.ts";
import type { PathChoice } from "../../../src/solvers/ranging/path-choice.ts";
import { stateOf } from "../../support/simplex-case.ts";

const choice: PathChoice = { step: 0, leavingSign: 0 };

/** Two columns, variables 0 and 1; the rows' logicals are basic at 0, row r within [-low, high]. */
function state(stopping: readonly (readonly [low: number, high: number])[]) {
  return stateOf(
    smallProgram(
      "min",
      [
        [0, 1, 9],
        [0, 1, 9],
      ],
      stopping.map(([low, high]) => [-high, [1, 1], low] as const),
    ),
  );
}

describe("firstEnteringByCost", () => {
  const attracted = (move: number[], reducedCost: number[], rate: number[], bland = false) => {
    const s = state([[1, 1]]);
    s.basis.move.set([...move, Move.none]);
    s.point.reducedCost.set([...reducedCost, 0]);
    return [firstEnteringByCost(s, choice, Float64Array.of(...rate, 0), bland), choice.step];
  };

  it("takes the reduced cost that first changes its sign", () => {
    expect(attracted([Move.up, Move.up], [4, 3], [-1, -2])).toEqual([1, 1.5]);
    expect(attracted([Move.up, Move.down], [4, -3], [-4, 1])).toEqual([0, 1]);
    expect(attracted([Move.up, Move.down], [4, -3], [4, -1])).toEqual([-1, Infinity]);
  });

  it("lets a free variable in at once, a fixed one never", () => {
    expect(attracted([Move.either, Move.up], [0, 1], [0.5, -1])).toEqual([0, 0]);
    expect(attracted([Move.none, Move.up], [0, 1], [-5, -1])).toEqual([1, 1]);
  });

  it("takes the fastest within the tolerance, by Bland's rule the least index", () => {
    expect(attracted([Move.up, Move.up], [1, 3], [-1, -3])).toEqual([1, 1]);
    expect(attracted([Move.up, Move.up], [1, 3], [-1, -3], true)).toEqual([0, 1]);
    // A wrong sign within the tolerance does not count.
    expect(attracted([Move.up, Move.up], [-1e-12, 3], [-1, -3])).toEqual([0, 0]);
  });
});

describe("firstLeaving", () => {
  const leaving = (stopping: (readonly [number, number])[], column: number[], way: number, bland = false) => {
    const s = state(stopping);
    s.pivot.column.clear();
    column.forEach((a, r) => a !== 0 && s.pivot.column.put(r, a));
    return [firstLeaving(s, choice, way, bland), choice.leavingSign, choice.step];
  };

  it("takes the basic variable that first reaches a bound", () => {
    expect(
      leaving(
        [
          [2, 9],
          [9, 3],
        ],
        [1, -1],
        1,
      ),
    ).toEqual([0, -1, 2]);
    expect(
      leaving(
        [
          [9, 9],
          [9, 3],
        ],
        [1, -1],
        1,
      ),
    ).toEqual([1, 1, 3]);
    expect(
      leaving(
        [
          [9, 4],
          [9, 9],
        ],
        [1, -1],
        -1,
      ),
    ).toEqual([0, 1, 4]);
    expect(
      leaving(
        [
          [2, 2],
          [2, 2],
        ],
        [0, 0],
        1,
      )[0],
    ).toBe(-1);
    expect(
      leaving(
        [
          [Infinity, 2],
          [2, Infinity],
        ],
        [1, -1],
        1,
      ),
    ).toEqual([-1, expect.anything(), Infinity]);
  });

  it("takes the greatest pivot within the tolerance, by Bland's rule the least variable", () => {
    expect(
      leaving(
        [
          [2, 9],
          [6, 9],
        ],
        [1, 3],
        1,
      ),
    ).toEqual([1, -1, 2]);
    expect(
      leaving(
        [
          [2, 9],
          [6, 9],
        ],
        [1, 3],
        1,
        true,
      ),
    ).toEqual([0, -1, 2]);
  });
});
