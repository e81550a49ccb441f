import { describe, expect, it } from "vitest";
import { Move } from "../../../src/solvers/dual-simplex/state/simplex-state.ts";
import { firstBlock, firstEntering, stepOf } from "../../../src/solvers/ranging/ratio-tests.ts";
import { smallProgram } from "../../support/random-programs.ts";
import type { PathChoice } from "../../../src/solvers/ranging/path-choice.ts";
import { stateOf } from "../../support/simplex-case.ts";

const choice: PathChoice = { step: 0, leavingSign: 0 };

/** Three rows, whose logicals (variables 2, 3, 4) are basic at 0. */
function state(stopping: readonly [number, number][]) {
  const s = stateOf(
    smallProgram(
      "min",
      [
        [0, 1, 9],
        [0, 1, 9],
      ],
      stopping.map(([lower, upper]) => [-upper, [1, 1], -lower] as const),
    ),
  );
  expect([...s.basis.head]).toEqual([2, 3, 4]);
  return s;
}

describe("stepOf", () => {
  const s = state([
    [0, 0],
    [0, 0],
    [0, 0],
  ]);
  it.each([
    [6, 2, 10, 3],
    [1e-10, 2, 10, 0],
    [-1e-10, 2, 10, 0],
    // Rounding of a limit of 1e9 is 2e-7 times 64 units.
    [1e-6, 2, 1e9, 0],
    [1e-6, 2, 10, 5e-7],
    [Infinity, 1, Infinity, Infinity],
    [Infinity, 1, -Infinity, Infinity],
  ])("a gap of %d closed at %d to a limit of %d takes %d", (gap, speed, limit, wanted) => {
    expect(stepOf(s, gap, speed, limit)).toBe(wanted);
  });
});

describe("firstBlock", () => {
  const block = (
    stopping: [number, number][],
    rate: number[],
    bland = false,
    moving = -1,
    lowerRate = 0,
    upperRate = 0,
  ) => {
    const s = state(stopping);
    return [
      firstBlock(s, choice, Float64Array.from(rate), moving, lowerRate, upperRate, bland),
      choice.leavingSign,
      choice.step,
    ];
  };

  it("takes the nearest bound, upwards or downwards", () => {
    expect(
      block(
        [
          [-9, 4],
          [-2, 9],
          [-9, 9],
        ],
        [1, -1, 0],
      ),
    ).toEqual([1, -1, 2]);
    expect(
      block(
        [
          [-9, 4],
          [-2, 9],
          [-9, 9],
        ],
        [4, -1, 0],
      ),
    ).toEqual([0, 1, 1]);
  });

  it("takes the fastest of those within the tolerance, by Bland's rule the least variable", () => {
    expect(
      block(
        [
          [0, 9],
          [0, 9],
          [0, 9],
        ],
        [-1, -3, -2],
      ),
    ).toEqual([1, -1, 0]);
    expect(
      block(
        [
          [0, 9],
          [0, 9],
          [0, 9],
        ],
        [1, -2, -3],
        true,
      ),
    ).toEqual([1, -1, 0]);
    // Speed 2 of weight 1 beats 3 of weight 4.
    const s = state([
      [0, 9],
      [0, 9],
      [0, 9],
    ]);
    s.pricing.edgeWeight.set([1, 1, 4]);
    expect(firstBlock(s, choice, Float64Array.of(0, -2, -3), -1, 0, 0, false)).toBe(1);
  });

  it("returns no row if all are constant, slower than rounding, or have no bound ahead", () => {
    expect(
      block(
        [
          [0, 9],
          [0, Infinity],
          [0, 0],
        ],
        [0, 5, 1e-12],
      ),
    ).toEqual([expect.any(Number), expect.any(Number), Infinity]);
  });

  it("moves the bounds of one row along", () => {
    // Value 0 still, its lower limit comes up from -4 at 2.
    expect(
      block(
        [
          [-9, 9],
          [-4, 9],
          [-9, 9],
        ],
        [0, 0, 0],
        false,
        1,
        2,
        0,
      ),
    ).toEqual([1, -1, 2]);
    // Value and upper limit both at 1 keep their distance.
    expect(
      block(
        [
          [-9, 9],
          [-4, 3],
          [-9, 9],
        ],
        [0, 1, 0],
        false,
        1,
        1,
        1,
      )[2],
    ).toBe(Infinity);
    expect(
      block(
        [
          [-9, 9],
          [-4, 3],
          [-9, 9],
        ],
        [0, 1, 0],
        false,
        1,
        0,
        -2,
      ),
    ).toEqual([1, 1, 1]);
  });
});

describe("firstEntering", () => {
  const entering = (alpha: number[], reducedCost: number[], move: number[], sign: number, bland = false) => {
    const s = state([
      [0, 9],
      [0, 9],
      [0, 9],
    ]);
    alpha.forEach((a, j) => {
      if (a !== 0) s.pivot.alpha.index[s.pivot.alpha.count++] = j;
      s.pivot.alpha.value[j] = a;
    });
    s.point.reducedCost.set(reducedCost);
    s.basis.move.set(move);
    choice.leavingSign = sign;
    return firstEntering(s, choice, bland);
  };
  const [up, down, either] = [Move.up, Move.down, Move.either];

  it("takes the least ratio among those that can give way", () => {
    // Ratios 3/1, 4/2, 1/-1 (wrong way).
    expect(entering([1, 2, -1], [3, 4, 1], [up, up, up], 1)).toBe(1);
    // The other limit: only the third.
    expect(entering([1, 2, -1], [3, 4, 1], [up, up, up], -1)).toBe(2);
    // From its upper limit: reduced cost -1, ratio 1.
    expect(entering([1, 2, -1], [3, 4, -1], [up, up, down], 1)).toBe(2);
    expect(entering([-1, -2, -1], [3, 4, 1], [up, up, up], 1)).toBe(-1);
  });

  it("prefers a free variable either way, a greater pivot in a tie, and by Bland's rule the least index", () => {
    expect(entering([1, -1, 0], [0.5, 0, 0], [up, either, up], 1)).toBe(1);
    expect(entering([1, 2, 4], [1, 2, 4], [up, up, up], 1)).toBe(2);
    expect(entering([1, 2, 4], [1, 2, 4], [up, up, up], 1, true)).toBe(0);
    expect(entering([1, 2, 4], [1, 2, 3], [up, up, up], 1, true)).toBe(2);
    expect(entering([1, 1, 0], [1 + 5e-10, 1, 0], [up, up, up], 1, true)).toBe(1);
    // Wrong in sign within the tolerance: as good as zero.
    expect(entering([1, 1, 0], [1e-3, -1e-10, 0], [up, up, up], 1)).toBe(1);
  });
});
