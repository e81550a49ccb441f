/**
 * A sparse bounded dual simplex, followed by a primal simplex where the dual one leaves work. It claims optimal,
 * infeasible or unbounded only if `checkSolution` agrees on the original program. Otherwise it makes further attempts
 * with other safeguards, and after the last one answers `numerical-trouble`. `chooseEngine` says when it is the
 * default.
 */
import { checkedOptions } from "../lp/check-options.ts";
import { checkProgram } from "../lp/check-program.ts";
import { withInfiniteBounds } from "../lp/infinite-bounds.ts";
import { DUAL_SIMPLEX, SimplexSession } from "./dual-simplex/simplex-session.ts";
import type { LpSolver } from "./solver.ts";

export const dualSimplex: LpSolver = {
  name: DUAL_SIMPLEX,
  steps(lp, options) {
    checkProgram(lp);
    return new SimplexSession().steps(withInfiniteBounds(lp), checkedOptions(options, lp));
  },
  prepare: () => new SimplexSession(),
};
