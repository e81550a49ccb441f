import { describe, expect, it } from "vitest";
import { dualBatch } from "../../../../src/solvers/dual-simplex/dual/dual-iteration.ts";
import { leaveStrictMode, enterStrictMode } from "../../../../src/solvers/dual-simplex/safeguard/strict-mode.ts";
import { refactor } from "../../../../src/solvers/dual-simplex/basis/basis-state.ts";
import { Outcome } from "../../../../src/solvers/dual-simplex/state/simplex-state.ts";
import { smallProgram } from "../../../support/random-programs.ts";
import { stateOf } from "../../../support/simplex-case.ts";

/** min 1e10 x, x >= 1e-10: within the usual tolerance of 1e-9 x = 0 is good enough, at 0 instead of 1. */
const steep = smallProgram("min", [[0, 1e10, 1]], [[1e-10, [1], Infinity]]);

describe("an exacting solve", () => {
  it("sees a violation that the tolerance hides", () => {
    const s = stateOf(steep);
    expect(dualBatch(s, 10)).toBe(Outcome.done);
    expect(s.iterations).toBe(0);
    enterStrictMode(s);
    refactor(s);
    expect(dualBatch(s, 10)).toBe(Outcome.done);
    expect([s.iterations, s.point.basicValue[0]]).toEqual([1, 1e-10]);
  });

  it("accepts rounding: a row may miss its bound by the last digits of its terms", () => {
    // 0.1 + 0.2 is 5.6e-17 above 0.3.
    const s = stateOf(
      smallProgram(
        "min",
        [
          [1, 0, 1],
          [1, 0, 1],
        ],
        [[-Infinity, [0.1, 0.2], 0.3]],
      ),
    );
    enterStrictMode(s);
    refactor(s);
    expect(dualBatch(s, 10)).toBe(Outcome.done);
    expect(s.safeguards.strict?.valueNoise[0]).toBeGreaterThan(5.6e-17);
  });

  it("ends with the tolerances it is given", () => {
    const s = stateOf(steep);
    const { leastAlpha } = s.safeguards;
    const { pivotTolerance } = s.basis.lu;
    enterStrictMode(s);
    expect(s.safeguards.leastAlpha).toBeLessThan(leastAlpha);
    leaveStrictMode(s, 1e-9, 1e-8);
    expect([
      s.safeguards.strict,
      s.safeguards.primalTolerance,
      s.safeguards.dualTolerance,
      s.safeguards.leastAlpha,
      s.basis.lu.pivotTolerance,
    ]).toEqual([undefined, 1e-9, 1e-8, leastAlpha, pivotTolerance]);
  });
});
