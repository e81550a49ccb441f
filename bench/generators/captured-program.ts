import { planPower, type PlanInput } from "wattsplit";
import type { LinearProgram, LpSolver } from "wattsplit/lp";

/**
 * The planner's own program of a site, through the public entry point: `planPower` accepts an engine as a value, so an
 * engine that stores the program and stops at once captures it.
 */
export function capturedProgram(input: unknown): LinearProgram {
  let program: LinearProgram | undefined;
  const keeper: LpSolver = {
    name: "keeper",
    *steps(lp) {
      program = lp;
      yield { iterations: 0, phase: "keep", primalInfeasibility: NaN, objective: NaN };
      return { status: "stopped", solver: "keeper", iterations: 0, objective: NaN };
    },
  };
  const { status } = planPower(input as PlanInput, { solver: keeper });
  if (program === undefined) throw new Error(`planPower ended with ${status} and asked its solver for nothing.`);
  return program;
}
