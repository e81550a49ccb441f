import { describe, expect, it } from "vitest";
import type { LpProgress } from "../../../src/lp/options.ts";
import { stoppingRule } from "../../../src/solvers/budget/stopping-rule.ts";
import { type Attempt, isStopped, runPhase, startPerturbed } from "../../../src/solvers/dual-simplex/run-phase.ts";
import { Outcome, type SimplexState } from "../../../src/solvers/dual-simplex/state/simplex-state.ts";
import { COST_PERTURBATION, HARRIS_SLACK } from "../../../src/solvers/dual-simplex/tolerances.ts";
import { stateOf, twoByTwo } from "../../support/simplex-case.ts";

function attemptOf(options: Parameters<typeof stoppingRule>[0] = {}, lastIteration = Infinity): Attempt {
  const claim = (): undefined => undefined;
  const answers = { optimal: claim, infeasible: claim, unbounded: claim, objectiveScale: 2, objectiveOffset: 5 };
  return { s: stateOf(twoByTwo), stopping: stoppingRule(options), answers, lastIteration };
}

/** Makes the iterations it is allowed, at least one, and notes the cost of the first column. */
function costsOf(attempt: Attempt, unperturbedUntil: number, numBatches: number) {
  const costs: number[] = [];
  const batch = (s: SimplexState, most: number): number => {
    costs.push(s.working.cost[0]);
    s.iterations += Math.max(1, most);
    return costs.length === numBatches ? Outcome.done : Outcome.underWay;
  };
  const steps = runPhase(attempt, "dual", batch, unperturbedUntil);
  const reports: LpProgress[] = [];
  for (;;) {
    const step = steps.next();
    if (step.done === true) return { costs, reports, outcome: step.value };
    reports.push(step.value);
  }
}

describe("runPhase", () => {
  it("perturbs the costs exactly after the given iterations, and not before", () => {
    const attempt = attemptOf();
    const { costs, outcome } = costsOf(attempt, 250, 5);
    // Batches end at 100, 200 and 251; the fourth has perturbed costs.
    expect(costs.slice(0, 3)).toEqual([-3, -3, -3]);
    expect(costs[3]).toBeGreaterThan(-3);
    expect(costs[3]).toBeLessThanOrEqual(-3 + 4 * COST_PERTURBATION);
    expect(attempt.s.safeguards.harrisSlack).toBe(HARRIS_SLACK);
    expect(outcome).toBe(Outcome.done);
  });

  it("perturbs again, by more, when the phase seems to cycle", () => {
    const attempt = attemptOf();
    // 2000 iterations and 6 a row make a cycle: the second perturbation is ten times the first.
    const { costs } = costsOf(attempt, 0, 24);
    const changes = [...new Set(costs)].slice(1).map((cost, k, all) => cost - (k === 0 ? -3 : all[k - 1]));
    expect(changes).toHaveLength(2);
    expect(changes[1] / changes[0]).toBeCloseTo(10, 4);
  });

  it("never perturbs a phase that is not to be perturbed", () => {
    expect(new Set(costsOf(attemptOf(), Infinity, 30).costs)).toEqual(new Set([-3]));
  });

  it("ends without an outcome at a limit and after the attempt's last iteration", () => {
    const limited = attemptOf({ iterationLimit: 150 });
    expect(costsOf(limited, Infinity, 30).outcome).toBeUndefined();
    expect(limited.stopping.reason).toBe("iteration-limit");
    const last = attemptOf({}, 300);
    expect(costsOf(last, Infinity, 30)).toMatchObject({ outcome: undefined, costs: { length: 4 } });
    expect(last.stopping.reason).toBeUndefined();
  });
});

describe("isStopped", () => {
  it("reports the phase, the violation and the objective in the user's units", () => {
    const attempt = attemptOf();
    attempt.s.point.basicValue[0] = attempt.s.point.basicLower[0] - 3;
    attempt.s.pricing.infeasibleRows.note(0, 9);
    attempt.s.point.x[0] = 3; // at its upper bound, at cost -3
    const steps = isStopped(attempt, "primal");
    expect(steps.next().value).toEqual({ iterations: 0, phase: "primal", primalInfeasibility: 3, objective: -13 });
    expect(steps.next()).toEqual({ done: true, value: false });
  });
});

it("startPerturbed gives the ratio test the slack of perturbed costs, but never less than the tolerance", () => {
  const { s } = attemptOf();
  s.safeguards.dualTolerance = 1e-5;
  startPerturbed(s);
  expect(s.safeguards.harrisSlack).toBe(1e-5);
  expect(s.working.costsChanged).toBe(true);
});
