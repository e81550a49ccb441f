/**
 * The default engine: a sparse bounded dual simplex, with a primal simplex for what the dual leaves. It says optimal,
 * infeasible or unbounded only where `checkSolution` agrees on the original program; else it tries again from where it
 * stands in another way, and in the end says `numerical-trouble`.
 */
import { checkedOptions } from "../lp/check-options.ts";
import { checkProgram } from "../lp/check-program.ts";
import { withoutHugeLimits } from "../lp/huge-limits.ts";
import { DUAL_SIMPLEX, SimplexSession } from "./dual-simplex/simplex-session.ts";
import type { LpSolver } from "./solver.ts";

export const dualSimplex: LpSolver = {
  name: DUAL_SIMPLEX,
  steps(lp, options) {
    checkProgram(lp);
    return new SimplexSession().steps(withoutHugeLimits(lp), checkedOptions(options, lp));
  },
  prepare: () => new SimplexSession(),
};
