import { checkProgram, checkProgramData } from "../lp/check-program.ts";
import type { LpBasis } from "../lp/basis.ts";
import { checkShift, type IntervalShift, shiftBasis } from "../lp/interval-shift.ts";
import type { LinearProgram } from "../lp/linear-program.ts";
import type { LpOptions, LpProgress } from "../lp/options.ts";
import type { LpSolution } from "../lp/solution.ts";
import { ChosenSession } from "./chosen-session.ts";
import { type AbortSignalLike, drain, drainAsync } from "./drain.ts";
import { dualSimplex } from "./dual-simplex.ts";
import { solveLpSteps } from "./solve-lp.ts";
import type { LpSession, LpSolver } from "./solver.ts";

/** What may change between solves. Vectors are whole (length as in the program) and copied; absent ones stay. */
export interface LpChanges {
  readonly cost?: Float64Array;
  readonly colLower?: Float64Array;
  readonly colUpper?: Float64Array;
  readonly rowLower?: Float64Array;
  readonly rowUpper?: Float64Array;
  readonly objectiveOffset?: number;
  /**
   * The horizon has rolled forward: what the engine knows of an interval moves with it. It moves no costs and no
   * limits: give those of the new horizon beside it.
   */
  readonly shift?: IntervalShift;
}

/** A program whose matrix stays, solved again and again as its costs and limits change. */
export interface PreparedLp {
  /** The program as last changed; not to be written to. */
  readonly lp: LinearProgram;
  /**
   * Applies the changes and solves from where the last solve ended (or from `startBasis`). Throws `ProgramError`, and
   * changes nothing, where the changed program is none. The answer is judged on the changed program, as `solveLp`'s is.
   */
  resolve(changes?: LpChanges, options?: LpOptions): LpSolution;
  /** As `resolve`, in slices, as `solveLpAsync` does. */
  resolveAsync(changes?: LpChanges, options?: LpOptions & { readonly signal?: AbortSignalLike }): Promise<LpSolution>;
  /**
   * As `resolve`, step by step. The changes are applied by the call itself. The next solve ends this one: its `next`
   * throws from then on.
   */
  steps(changes?: LpChanges, options?: LpOptions): Iterator<LpProgress, LpSolution>;
}

/**
 * Prepares a program for related solves; it is copied. Default: the first solve by the engine `solveLp` would choose, the
 * later ones by `dualSimplex`, which keeps factors, weights and buffers. A named engine does all; one without `prepare` starts
 * from its last basis.
 */
export function prepareLp(lp: LinearProgram, options: { readonly solver?: LpSolver } = {}): PreparedLp {
  checkProgram(lp);
  return new Prepared(withOwnVectors(lp), options.solver);
}

class Prepared implements PreparedLp {
  lp: LinearProgram;
  private readonly name: string;
  private readonly session: LpSession;
  /** Tells the present run from those it has overtaken. */
  private run = 0;

  constructor(lp: LinearProgram, solver: LpSolver | undefined) {
    this.lp = lp;
    this.name = (solver ?? dualSimplex).name;
    this.session = solver ? (solver.prepare?.(lp) ?? new BasisSession(solver)) : new ChosenSession();
  }

  resolve(changes?: LpChanges, options?: LpOptions): LpSolution {
    return drain(this.steps(changes, options));
  }

  async resolveAsync(changes?: LpChanges, options: LpOptions & { readonly signal?: AbortSignalLike } = {}): Promise<LpSolution> {
    const { signal, ...rest } = options;
    return drainAsync(this.steps(changes, rest), signal);
  }

  steps(changes: LpChanges = {}, options: LpOptions = {}): Iterator<LpProgress, LpSolution> {
    const { shift, ...data } = changes;
    const lp = { ...this.lp, ...withOwnVectors(data) };
    checkProgramData(lp);
    if (shift !== undefined) checkShift(lp, shift);
    this.lp = lp;
    const run = ++this.run;
    const { name } = this;
    const steps = solveLpSteps(lp, { ...options, solver: { name, steps: (_, rest) => this.session.steps(lp, rest, shift) } });
    return {
      next: () => {
        if (run === this.run) return steps.next();
        throw new Error("PreparedLp: a later solve has overtaken this one; let one end before the next begins.");
      },
    };
  }
}

/** For engines that keep nothing themselves: from the last basis, where they leave one. */
class BasisSession implements LpSession {
  private readonly solver: LpSolver;
  private basis: LpBasis | undefined;

  constructor(solver: LpSolver) {
    this.solver = solver;
  }

  *steps(lp: LinearProgram, options: LpOptions, shift?: IntervalShift): Generator<LpProgress, LpSolution> {
    if (shift !== undefined && this.basis !== undefined) this.basis = shiftBasis(this.basis, shift);
    const solution = yield* this.solver.steps(lp, { ...(this.basis && { startBasis: this.basis }), ...options });
    this.basis = solution.basis;
    return solution;
  }
}

/** So that no later write of the caller's reaches what the engine has already scaled. */
function withOwnVectors<Fields extends object>(fields: Fields): Fields {
  const owned = { ...fields };
  for (const [field, value] of Object.entries(fields)) {
    if (value instanceof Float64Array || value instanceof Int32Array) Object.assign(owned, { [field]: value.slice() });
  }
  return owned;
}
