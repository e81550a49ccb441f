/**
 * The engine of a session: it solves a site's program from where the last one of the same matrix ended. Other programs
 * of a plan (which limits conflict, which directions hold) go to the engine that is otherwise taken.
 */
import type { LinearProgram } from "../lp/linear-program.ts";
import { chooseEngine } from "../solvers/choose-engine.ts";
import { type PreparedLp, prepareLp } from "../solvers/session/prepare-lp.ts";
import type { LpSolver } from "../solvers/solver.ts";

export class WarmEngine {
  readonly #solver: LpSolver | undefined;
  #prepared: PreparedLp | undefined;

  /** `solver`: the engine that the user named. */
  constructor(solver: LpSolver | undefined) {
    this.#solver = solver;
  }

  /** For one plan: the first program it is given is the site's. */
  forPlan(): LpSolver {
    let isFirst = true;
    const engineOf = (lp: LinearProgram) => this.#solver ?? chooseEngine(lp, {});
    const preparedFor = (lp: LinearProgram) => this.#preparedFor(lp);
    return {
      name: this.#solver?.name ?? "dual-simplex",
      *steps(lp, options) {
        if (!isFirst) return yield* asGenerator(engineOf(lp).steps(lp, options));
        isFirst = false;
        const { cost, colLower, colUpper, rowLower, rowUpper, objectiveOffset } = lp;
        const changes = { cost, colLower, colUpper, rowLower, rowUpper, objectiveOffset };
        return yield* asGenerator(preparedFor(lp).steps(changes, options));
      },
    };
  }

  #preparedFor(lp: LinearProgram): PreparedLp {
    if (!this.#prepared || !hasSameMatrix(this.#prepared.lp, lp))
      this.#prepared = prepareLp(lp, this.#solver ? { solver: this.#solver } : {});
    return this.#prepared;
  }
}

function* asGenerator<Step, Result>(steps: Iterator<Step, Result>): Generator<Step, Result> {
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
    yield value;
  }
}

function hasSameMatrix(a: LinearProgram, b: LinearProgram): boolean {
  return (
    a.numRows === b.numRows &&
    a.numCols === b.numCols &&
    a.sense === b.sense &&
    isSame(a.colStart, b.colStart) &&
    isSame(a.rowIndex, b.rowIndex) &&
    isSame(a.value, b.value)
  );
}

function isSame(a: ArrayLike<number>, b: ArrayLike<number>): boolean {
  if (a.length !== b.length) return false;
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return false;
  return true;
}
