import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../../src/lp/basis.ts";
import { workingObjective } from "../../../../src/solvers/dual-simplex/basis/basic-point.ts";
import { primalBatch } from "../../../../src/solvers/dual-simplex/primal/primal-iteration.ts";
import { Move, Outcome } from "../../../../src/solvers/dual-simplex/state/simplex-state.ts";
import { smallProgram } from "../../../support/random-programs.ts";
import { stateOf, twoByTwo } from "../../../support/simplex-case.ts";

describe("primalBatch", () => {
  it("climbs from a feasible basis to the optimum", () => {
    const s = stateOf(twoByTwo);
    expect(primalBatch(s, 50)).toBe(Outcome.done);
    expect(workingObjective(s)).toBeCloseTo(-11, 12);
    expect(s.iterations).toBeLessThanOrEqual(3);
  });

  it("makes the same iterations in batches of one as in one batch", () => {
    const [whole, parts] = [stateOf(twoByTwo), stateOf(twoByTwo)];
    primalBatch(whole, 50);
    while (primalBatch(parts, 1) === Outcome.underWay);
    expect([parts.iterations, ...parts.basis.head]).toEqual([whole.iterations, ...whole.basis.head]);
  });

  it("makes no more iterations than its budget", () => {
    const s = stateOf(twoByTwo);
    expect([primalBatch(s, 1), s.iterations]).toEqual([Outcome.underWay, 1]);
    expect([primalBatch(s, 0), s.iterations]).toEqual([Outcome.underWay, 1]);
  });

  it("makes an iteration even if its slice of time is always over, so that every run ends", () => {
    const [whole, parts] = [stateOf(twoByTwo), stateOf(twoByTwo)];
    primalBatch(whole, 50);
    let numBatches = 1;
    while (primalBatch(parts, 50, () => true) === Outcome.underWay && numBatches < 10) numBatches++;
    expect([parts.iterations, numBatches]).toEqual([whole.iterations, whole.iterations]);
  });

  it("ends with a ray if the objective is unbounded", () => {
    const s = stateOf(
      smallProgram(
        "max",
        [
          [0, 1, Infinity],
          [0, 1, Infinity],
        ],
        [[-3, [1, -1], 3]],
      ),
    );
    expect(primalBatch(s, 50)).toBe(Outcome.ray);
    expect([0, 1]).toContain(s.ray.enteringVar);
  });

  it("returns a point outside its bounds to the dual simplex", () => {
    const s = stateOf(smallProgram("min", [[0, 1, 9]], [[2, [1], 5]]));
    s.basis.mustRefactor = true;
    expect(primalBatch(s, 50)).toBe(Outcome.primalInfeasible);
  });

  it("pushes a variable without reduced cost from between its bounds to one of them", () => {
    const s = stateOf(smallProgram("min", [[0, 0, Infinity]], [[-Infinity, [1], 9]]));
    s.basis.place[0] = BasisStatus.free;
    s.basis.move[0] = Move.either;
    s.point.x[0] = 4;
    s.basis.mustRefactor = true;
    expect(primalBatch(s, 50)).toBe(Outcome.done);
    expect([s.point.x[0], s.basis.place[0]]).toEqual([0, BasisStatus.atLower]);
  });
});
