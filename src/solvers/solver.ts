import type { IntervalShift } from "../lp/interval-shift.ts";
import type { LinearProgram } from "../lp/linear-program.ts";
import type { LpOptions, LpProgress } from "../lp/options.ts";
import type { LpSolution } from "../lp/solution.ts";

/**
 * The protocol of every engine. A solver is passed as a value (`planPower(input, { solver: dualSimplex })`), so that a
 * bundler removes unused ones and a typo is a type error.
 *
 * `steps` yields between batches of iterations (never inside a hot loop) and returns the solution. The sync face drains
 * it. It must not mutate `lp`, must be deterministic, and may claim `optimal`, `infeasible` or `unbounded` only if
 * `checkSolution` on the original program agrees.
 */
export interface LpSolver {
  readonly name: string;
  steps(lp: LinearProgram, options: LpOptions): IterableIterator<LpProgress, LpSolution>;
  /** Present if the engine reuses more than a basis between solves of one matrix. */
  prepare?(lp: LinearProgram): LpSession;
}

/**
 * An engine with what it reuses between related solves. `steps` is that of `LpSolver`, but starts from where the last
 * call ended. Its programs have the matrix of the one prepared and pass `checkProgram`. `shift`: by how much intervals
 * have moved since the last call. The same sequence of calls gives the same bits.
 */
export interface LpSession {
  steps(lp: LinearProgram, options: LpOptions, shift?: IntervalShift): IterableIterator<LpProgress, LpSolution>;
}
