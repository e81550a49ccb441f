/**
 * The session of `prepareLp` without a named engine. The first solve uses the engine that `solveLp` would choose. All
 * later ones use the dual simplex, warm-started from the last basis and, as long as costs and horizon are unchanged,
 * the last prices. So the simplex never solves a large program from a cold start.
 */
import type { LpSolution } from "../../lp/solution.ts";
import { chooseEngine } from "../choose-engine.ts";
import { dualSimplex } from "../dual-simplex.ts";
import { SimplexSession } from "../dual-simplex/simplex-session.ts";
import type { LpSession } from "../solver.ts";

export function chosenSession(): LpSession {
  const simplex = new SimplexSession();
  let last: LpSolution | undefined;
  /** The costs to which the last prices belong. */
  let cost: Float64Array | undefined;
  return {
    *steps(lp, options, shift) {
      const engine = last === undefined ? chooseEngine(lp, options) : dualSimplex;
      if (engine === dualSimplex) {
        const { y } = (options.startBasis === undefined && last) || {};
        const prices = y && !shift && lp.cost === cost && { startPrices: y };
        last = yield* simplex.steps(lp, { ...prices, ...options }, shift);
      } else {
        last = yield* engine.steps(lp, options);
        simplex.basis = last.basis;
      }
      ({ cost } = lp);
      return last;
    },
  };
}
