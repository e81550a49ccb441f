import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../../src/lp/basis.ts";
import { refineValues, solveTransposedRefined } from "../../../../src/solvers/dual-simplex/safeguard/refine.ts";
import { smallProgram } from "../../../support/random-programs.ts";
import { stateOf } from "../../../support/simplex-case.ts";

const { atUpper, basic } = BasisStatus;
const D = 2 ** -24;

/**
 * Rows x + y = 3 and x + (1 + D) y = 3 + 2 D with D = 2^-24: x = 1, y = 2. A rounding of 1e-16 in a row is 2e-9 in y.
 * Costs (1, 1 + D) give the prices (0, 1): the second row alone.
 */
const parallel = smallProgram(
  "min",
  [
    [0, 1, 9],
    [0, 1 + D, 9],
  ],
  [
    [3, [1, 1], 3],
    [3 + 2 * D, [1, 1 + D], 3 + 2 * D],
  ],
);
const state = () => stateOf(parallel, { col: Uint8Array.of(basic, basic), row: Uint8Array.of(atUpper, atUpper) });

describe("refinement", () => {
  it.each([0, 1e-9, -1e-6, 1e-3])("brings values that are off by %d back until the rows hold", (off) => {
    const s = state();
    for (let r = 0; r < 2; r++) s.point.basicValue[r] += off * (r + 1);
    refineValues(s);
    const x = Float64Array.from([0, 1], (j) => s.point.basicValue[s.basis.head.indexOf(j)]);
    expect(Math.abs(x[0] + x[1] - 3)).toBeLessThan(1e-14);
    expect(Math.abs(x[0] + (1 + D) * x[1] - (3 + 2 * D))).toBeLessThan(1e-14);
  });

  it.each([0, 1e-9, -1e-6, 1e-3])("with noise: back to the last digit of the values, from %d off", (off) => {
    const s = state();
    const noise = new Float64Array(2).fill(NaN);
    for (let r = 0; r < 2; r++) s.point.basicValue[r] += off * (r + 1);
    refineValues(s, noise);
    expect([...s.basis.head].map((j, r) => [j, s.point.basicValue[r]]).sort()).toEqual([
      [0, 1],
      [1, 2],
    ]);
    expect(Math.max(...noise)).toBeLessThanOrEqual(2 ** -51);
  });

  it("gives a logical the rounding of its row's terms as noise", () => {
    // x = 3 at its limit; both rows are slack: their logicals are basic, minus an activity of 3 and 9e6.
    const s = stateOf(
      smallProgram(
        "min",
        [[3, 1, 3]],
        [
          [0, [1], 9],
          [0, [3e6], 1e9],
        ],
      ),
    );
    const noise = new Float64Array(2);
    refineValues(s, noise);
    // Twice the activity (the row's term and its logical) times 4 units of rounding: 1.6e-8 and 5e-15.
    expect(noise[1]).toBeCloseTo(18e6 * 4 * 2 ** -52, 12);
    expect(noise[0]).toBeCloseTo(6 * 4 * 2 ** -52, 18);
  });

  it("finds prices to the last digit", () => {
    const s = state();
    const y = solveTransposedRefined(
      s,
      Float64Array.from(s.basis.head, (j) => parallel.cost[j]),
    );
    expect([...y]).toEqual([0, 1]);
    expect(s.pivot.rowBuffer.count).toBe(0);
  });
});
