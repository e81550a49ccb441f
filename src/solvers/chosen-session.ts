/**
 * What `prepareLp` keeps where no engine is named: the first solve is by the engine that `solveLp` would take, all later ones
 * are the dual simplex's, from the basis the last left and, while costs and horizon stay, its prices. So a large program is
 * not solved from nothing by the simplex.
 */
import type { IntervalShift } from "../lp/interval-shift.ts";
import type { LinearProgram } from "../lp/linear-program.ts";
import type { LpOptions, LpProgress } from "../lp/options.ts";
import type { LpSolution } from "../lp/solution.ts";
import { chooseEngine } from "./choose-engine.ts";
import { dualSimplex } from "./dual-simplex.ts";
import { SimplexSession } from "./dual-simplex/simplex-session.ts";
import type { LpSession } from "./solver.ts";

export class ChosenSession implements LpSession {
  private readonly simplex = new SimplexSession();
  private last: LpSolution | undefined;
  /** The costs that the last prices are of. */
  private cost: Float64Array | undefined;

  *steps(lp: LinearProgram, options: LpOptions, shift?: IntervalShift): Generator<LpProgress, LpSolution> {
    const engine = this.last === undefined ? chooseEngine(lp, options) : dualSimplex;
    if (engine === dualSimplex) {
      const { y } = (options.startBasis === undefined && this.last) || {};
      const prices = y && !shift && lp.cost === this.cost && { startPrices: y };
      this.last = yield* this.simplex.steps(lp, { ...prices, ...options }, shift);
    } else {
      this.last = yield* engine.steps(lp, options);
      this.simplex.basis = this.last.basis;
    }
    this.cost = lp.cost;
    return this.last;
  }
}
