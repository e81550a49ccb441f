/**
 * What `prepareLp` keeps where no engine is named: the first solve is by the engine that `solveLp` would take, all
 * later ones are the dual simplex's, from the basis the last left and, while costs and horizon stay, its prices. So a
 * large program is not solved from nothing by the simplex.
 */
import type { LpSolution } from "../../lp/solution.ts";
import { chooseEngine } from "../choose-engine.ts";
import { dualSimplex } from "../dual-simplex.ts";
import { SimplexSession } from "../dual-simplex/simplex-session.ts";
import type { LpSession } from "../solver.ts";

export function chosenSession(): LpSession {
  const simplex = new SimplexSession();
  let last: LpSolution | undefined;
  /** The costs that the last prices are of. */
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
