/**
 * The default engine: a sparse bounded dual simplex, with a primal simplex for what the dual leaves. It says optimal,
 * infeasible or unbounded only where `checkSolution` agrees on the original program; else it tries again from where it
 * stands in another way, and in the end says `numerical-trouble`.
 */
import { checkProgram } from "../lp/check-program.ts";
import { SimplexSession } from "./dual-simplex/simplex-session.ts";
import type { LpSolver } from "./solver.ts";

const NAME = "dual-simplex";

export const dualSimplex: LpSolver = {
  name: NAME,
  steps(lp, options) {
    checkProgram(lp);
    return new SimplexSession(NAME).steps(lp, options);
  },
  prepare: () => new SimplexSession(NAME),
};
