import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../../src/lp/basis.ts";
import { computeBasicValues, workingObjective } from "../../../../src/solvers/dual-simplex/basis/basic-point.ts";
import { addTemporaryBounds } from "../../../../src/solvers/dual-simplex/dual/dual-feasibility.ts";
import { dualBatch } from "../../../../src/solvers/dual-simplex/dual/dual-iteration.ts";
import { Outcome } from "../../../../src/solvers/dual-simplex/state/simplex-state.ts";
import { smallProgram } from "../../../support/random-programs.ts";
import { SolveKind } from "../../../../src/sparse/lu-factor.ts";
import { dispatchLadder } from "../../../support/dispatch-ladder.ts";
import { stateOf } from "../../../support/simplex-case.ts";

// min 2x + 3y, x + y >= 4, x <= 3: x = 3, y = 1, 9.
const covering = smallProgram(
  "min",
  [
    [0, 2, 3],
    [0, 3, Infinity],
  ],
  [[4, [1, 1], Infinity]],
);

describe("dualBatch", () => {
  it("reaches the optimum from a dual feasible basis in one pivot and one flip", () => {
    const s = stateOf(covering);
    expect(dualBatch(s, 50)).toBe(Outcome.done);
    expect(workingObjective(s)).toBe(9);
    expect([s.basis.place[0], s.basis.place[1]]).toEqual([BasisStatus.atUpper, BasisStatus.basic]);
    expect(s.iterations).toBe(1);
  });

  it("makes no more iterations than its budget", () => {
    const s = stateOf(covering);
    expect([dualBatch(s, 0), s.iterations]).toEqual([Outcome.underWay, 0]);
  });

  it("makes an iteration even if its slice of time is always over, and the same ones", () => {
    const [whole, parts] = [0, 1].map(() => {
      const s = stateOf(dispatchLadder(24));
      addTemporaryBounds(s);
      computeBasicValues(s);
      return s;
    });
    dualBatch(whole, 20);
    for (let k = 0; k < 20; k++) expect(dualBatch(parts, 50, () => true)).toBe(Outcome.underWay);
    expect([parts.iterations, ...parts.basis.head]).toEqual([20, ...whole.basis.head]);
  });

  it("updates steepest-edge weights exactly: |B^-T e_r|^2 for every row, many pivots later", () => {
    const s = stateOf(dispatchLadder(24));
    addTemporaryBounds(s);
    computeBasicValues(s);
    dualBatch(s, 60);
    expect(s.iterations).toBe(60);
    for (let r = 0; r < s.basis.head.length; r++) {
      s.pivot.rho.setUnit(r);
      s.basis.lu.btran(s.pivot.rho, SolveKind.other);
      const weight = s.pivot.rho.value.reduce((sum, v) => sum + v * v, 0);
      expect(Math.abs(s.pricing.edgeWeight[r] - weight)).toBeLessThan(1e-6 * weight);
    }
  });

  it("ends with the row that proves infeasibility", () => {
    const s = stateOf(
      smallProgram(
        "min",
        [
          [0, 2, 3],
          [0, 3, 0.5],
        ],
        [
          [-9, [1, -1], 9],
          [4, [1, 1], Infinity],
        ],
      ),
    );
    expect(dualBatch(s, 50)).toBe(Outcome.ray);
    // The logical of row 1, minus an activity of at most 3.5, cannot come down to -4.
    expect([s.ray.leavingRow, s.ray.leavingSign]).toEqual([1, 1]);
  });
});
