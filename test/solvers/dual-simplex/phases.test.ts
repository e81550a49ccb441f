import { describe, expect, it } from "vitest";
import { BasisStatus } from "../../../src/lp/basis.ts";
import type { LinearProgram } from "../../../src/lp/linear-program.ts";
import type { LpSolution } from "../../../src/lp/solution.ts";
import { stoppingRule } from "../../../src/solvers/budget/stopping-rule.ts";
import type { VerifiedAnswers } from "../../../src/solvers/dual-simplex/answer/verify-answer.ts";
import { adoptPrices } from "../../../src/solvers/dual-simplex/basis/adopt-prices.ts";
import { runPhases } from "../../../src/solvers/dual-simplex/phases.ts";
import { Move } from "../../../src/solvers/dual-simplex/state/simplex-state.ts";
import { drain } from "../../../src/solvers/budget/drain.ts";
import { smallProgram } from "../../support/random-programs.ts";
import { stateOf, twoByTwo, unitScaling } from "../../support/simplex-case.ts";

const INF = Infinity;

/** Runs the phases and lists which claims were put to the judge; it accepts those named. */
function claims(lp: LinearProgram, accept: readonly string[]): { asked: string[]; answered: boolean } {
  const asked: string[] = [];
  const verdict = (claim: string) => (): LpSolution | undefined => {
    asked.push(claim);
    if (!accept.includes(claim)) return undefined;
    return { status: "stopped", solver: "none", iterations: 0, objective: NaN };
  };
  const answers: VerifiedAnswers = {
    optimal: verdict("optimal"),
    infeasible: verdict("infeasible"),
    unbounded: verdict("unbounded"),
    objectiveScale: 1,
    objectiveOffset: 0,
  };
  const steps = runPhases(stateOf(lp), stoppingRule({}), answers, true);
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return { asked, answered: step.value !== undefined };
}

describe("runPhases", () => {
  it("offers one claim to be verified, and another from fresh factors if it is refused", () => {
    expect(claims(twoByTwo, ["optimal"])).toEqual({ asked: ["optimal"], answered: true });
    // Refused once, it asks again from fresh factors.
    expect(claims(twoByTwo, [])).toEqual({ asked: ["optimal", "optimal"], answered: false });
  });

  it("if a proof by adopted prices is refused, tries again from fresh factors, then with the true costs", () => {
    // At x = 1, y = 3 the second row is violated: one pivot of the dual, which the factors follow.
    const lp = { ...twoByTwo, colUpper: Float64Array.of(1, INF) };
    const s = stateOf(lp, {
      col: Uint8Array.of(BasisStatus.atUpper, BasisStatus.basic),
      row: Uint8Array.of(BasisStatus.atUpper, BasisStatus.basic),
    });
    adoptPrices(s, lp, unitScaling(lp), Float64Array.of(-1.9, -0.03));
    const asked: [boolean, number][] = [];
    const refuse = () => undefined;
    const optimal = (working = false) => void asked.push([working, s.basis.lu.numUpdates]);
    drain(
      runPhases(
        s,
        stoppingRule({}),
        { optimal, infeasible: refuse, unbounded: refuse, objectiveScale: 1, objectiveOffset: 0 },
        true,
      ),
    );
    // The last time with exact values.
    expect(asked).toEqual([
      [true, 1],
      [true, 0],
      [false, 0],
      [false, 0],
    ]);
  });

  it("finds the unbounded direction beyond a temporary bound", () => {
    const lp = smallProgram(
      "max",
      [
        [0, 1, INF],
        [0, 1, INF],
      ],
      [[-3, [1, -1], 3]],
    );
    expect(claims(lp, ["unbounded"])).toEqual({ asked: ["unbounded"], answered: true });
  });

  it("if a ray of temporary bounds proves nothing, decides feasibility and continues", () => {
    // x >= 1e6 lies beyond the temporary limit of 1e4, so the dual first believes the row cannot be met.
    const lp = smallProgram("min", [[0, -1, INF]], [[100, [1e-4], INF]]);
    expect(claims(lp, ["unbounded"])).toEqual({ asked: ["infeasible", "unbounded"], answered: true });
  });

  it("decides feasibility from a basis that is dual feasible without temporary bounds", () => {
    const lp = smallProgram("min", [[0, -1, INF]], [[100, [1e-4], INF]]);
    let refused = false;
    const refuse = () => undefined;
    const infeasible = () => void (refused = true);
    const stopping = stoppingRule({ onProgress: () => (refused ? "stop" : undefined) });
    const { batchSize } = stopping;
    stopping.batchSize = (iterations) => (refused ? 0 : batchSize(iterations)); // no pivot after the refusal
    const s = stateOf(lp);
    const steps = runPhases(
      s,
      stopping,
      { optimal: refuse, infeasible, unbounded: refuse, objectiveScale: 1, objectiveOffset: 0 },
      true,
    );
    while (steps.next().done !== true);
    // The row is still violated, and x, back between its true limits, has no cost.
    expect(refused).toBe(true);
    expect(Math.max(...s.pricing.infeasibleRows.merit)).toBeGreaterThan(0);
    expect(s.working.upper[0]).toBe(INF);
    for (const [j, direction] of s.basis.move.entries()) {
      const d = s.point.reducedCost[j];
      expect(direction === Move.either ? -Math.abs(d) : direction * d).toBeGreaterThanOrEqual(0);
    }
  });

  it("gives up on an infeasibility nobody can confirm", () => {
    const lp = smallProgram(
      "min",
      [
        [0, 1, INF],
        [0, 1, INF],
      ],
      [
        [5, [1, 1], INF],
        [-INF, [1, 1], 4],
      ],
    );
    expect(claims(lp, ["infeasible"])).toEqual({ asked: ["infeasible"], answered: true });
    const refused = claims(lp, []);
    expect(refused.answered).toBe(false);
    expect(new Set(refused.asked)).toEqual(new Set(["infeasible"]));
  });
});
