import type { LinearProgram } from "../lp/linear-program.ts";
import type { LpOptions } from "../lp/options.ts";
import type { LpSolution } from "../lp/solution.ts";
import { dualSimplex } from "./dual-simplex.ts";
import type { LpSolver } from "./solver.ts";

/**
 * Solves a linear program and returns when done; never mutates it. Outcomes (infeasible, a limit met) are in
 * `termination`; throws `ProgramError` for a program that is none.
 *
 * `solver` defaults to `dualSimplex`.
 */
export function solveLp(lp: LinearProgram, options: LpOptions & { readonly solver?: LpSolver } = {}): LpSolution {
  const { solver = dualSimplex, ...rest } = options;
  const steps = solver.steps(lp, rest);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}
