import { describe, expect, it } from "vitest";
import type { LpOptions, LpProgress } from "../../src/lp/options.ts";
import type { LpSolution } from "../../src/lp/solution.ts";
import { drain } from "../../src/solvers/budget/drain.ts";
import { withSecondEngine } from "../../src/solvers/second-engine.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";
import type { LpSolver } from "../../src/solvers/solver.ts";
import { caseOf } from "../support/soak/cases.ts";

const asked: LpOptions[] = [];
const says = (status: "numerical-trouble" | "iteration-limit", iterations: number, name: string): LpSolver => ({
  name,
  *steps(_, options): Generator<LpProgress, LpSolution> {
    asked.push(options);
    yield { iterations, phase: name, primalInfeasibility: 0, objective: 0 };
    return { status, solver: name, iterations, objective: Number.NaN };
  },
});
const { lp } = caseOf("ladder", 0);
const answerOf = (first: LpSolver, second: LpSolver, options: LpOptions = {}) => {
  asked.length = 0;
  return drain(withSecondEngine(first, second).steps(lp, options));
};

describe("withSecondEngine", () => {
  it("asks the second engine where the first is in numerical trouble, with what is left of the limits", () => {
    const answer = answerOf(says("numerical-trouble", 30, "one"), says("iteration-limit", 70, "two"), {
      iterationLimit: 100,
    });
    expect(answer).toMatchObject({ status: "iteration-limit", solver: "two", iterations: 100 });
    expect(asked.map(({ iterationLimit }) => iterationLimit)).toEqual([100, 70]);
  });

  it("does not ask it otherwise, and gives the first answer where both are in trouble", () => {
    expect(answerOf(says("iteration-limit", 30, "one"), says("iteration-limit", 1, "two"))).toMatchObject({
      solver: "one",
      iterations: 30,
    });
    expect(asked).toHaveLength(1);
    expect(answerOf(says("numerical-trouble", 30, "one"), says("numerical-trouble", 1, "two"))).toMatchObject({
      solver: "one",
      iterations: 31,
    });
  });
});

it.each([
  // The simplex said optimal at 1.2e12 with prices of 1.5e16 on two nearly parallel rows.
  ["almost parallel", 11035856, "unbounded"],
  ["far caps", 11003548, "infeasible"],
  ["far caps", 11019988, "infeasible"],
])("solveLp answers what the dual simplex alone declines: %s %d", (kind, seed, status) => {
  expect(solveLp(caseOf(kind, seed).lp).status).toBe(status);
});
