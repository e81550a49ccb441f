import { checkedOptions, checkSignal, checkSolver, copyFields, asProgramError } from "../../lp/check-options.ts";
import { checkProgram, checkCostsAndBounds } from "../../lp/check-program.ts";
import type { LpBasis } from "../../lp/basis.ts";
import { checkShift, type IntervalShift, shiftBasis } from "../../lp/interval-shift.ts";
import { withInfiniteBounds } from "../../lp/infinite-bounds.ts";
import type { LinearProgram } from "../../lp/linear-program.ts";
import type { LpOptions, LpProgress } from "../../lp/options.ts";
import type { LpSolution } from "../../lp/solution.ts";
import { chosenSession } from "./chosen-session.ts";
import { type AbortSignalLike, drain, drainAsync } from "../budget/drain.ts";
import { dualSimplex } from "../dual-simplex.ts";
import { SimplexSession } from "../dual-simplex/simplex-session.ts";
import { solveCheckedSteps } from "../solve-lp.ts";
import type { LpSession, LpSolver } from "../solver.ts";

/** What may change between solves. Vectors have full length and are copied; absent ones remain unchanged. */
export interface LpChanges {
  readonly cost?: Float64Array;
  readonly colLower?: Float64Array;
  readonly colUpper?: Float64Array;
  readonly rowLower?: Float64Array;
  readonly rowUpper?: Float64Array;
  readonly objectiveOffset?: number;
  /**
   * By how much the horizon has rolled forward; the basis of each interval moves with it. Costs and bounds do not move:
   * give those of the new horizon as well.
   */
  readonly shift?: IntervalShift;
}

/** A program with a fixed matrix, solved again and again as its costs and bounds change. */
export interface PreparedLp {
  /** The program as last changed; do not write to it. */
  readonly lp: LinearProgram;
  /**
   * Applies the changes and solves from where the last solve ended (or from `startBasis`). If the changed program is
   * malformed, it throws `ProgramError` and changes nothing. The answer is checked on the changed program, as by
   * `solveLp`.
   */
  resolve(changes?: LpChanges, options?: LpOptions): LpSolution;
  /** As `resolve`, in slices, as `solveLpAsync` does. */
  resolveAsync(changes?: LpChanges, options?: LpOptions & { readonly signal?: AbortSignalLike }): Promise<LpSolution>;
  /**
   * As `resolve`, step by step. The call itself applies the changes. A later solve ends this one, whose `next` then
   * throws.
   */
  steps(changes?: LpChanges, options?: LpOptions): Iterator<LpProgress, LpSolution>;
}

/**
 * Prepares a copy of a program for related solves. By default the first solve uses the engine that `solveLp` would
 * choose, and later ones use `dualSimplex`, which reuses factors, weights and buffers. A named engine does all solves;
 * one without `prepare` starts from its last basis.
 */
export function prepareLp(lp: LinearProgram, options: { readonly solver?: LpSolver } = {}): PreparedLp {
  checkProgram(lp);
  const { solver } = copyFields("options", options, "an object of options; leave it out for the defaults");
  if (solver !== undefined) checkSolver("options.solver", solver);
  const { name } = solver ?? dualSimplex;
  let present = withOwnVectors(withInfiniteBounds(lp));
  const session = solver ? (solver.prepare?.(present) ?? basisSession(solver)) : chosenSession();
  const faceEngine = faceSession();
  /** Number of the latest run: earlier ones are no longer valid. */
  let lastRun = 0;

  const steps: PreparedLp["steps"] = (changes = {}, given = {}) => {
    const { shift, ...data } = copyFields("changes", changes, "an object of changes; leave it out for none");
    const rest = checkedOptions(given, present);
    const asGiven = { ...present, ...asProgramError("changes", () => withOwnVectors(data)) };
    checkCostsAndBounds(asGiven);
    const changed = withInfiniteBounds(asGiven);
    if (shift !== undefined) asProgramError("changes.shift", () => checkShift(changed, shift));
    present = changed;
    const run = ++lastRun;
    const { startBasis } = rest;
    // A session recognises the basis at which it ended by object identity, and the caller may have written into it.
    const start = startBasis && { startBasis: { ...startBasis } };
    const within: LpSolver = { name, steps: (_, all) => session.steps(changed, all, shift) };
    const solves = solveCheckedSteps(changed, { ...rest, ...start, solver: within }, faceEngine);
    return {
      next: () => {
        if (run === lastRun) return solves.next();
        throw new Error("PreparedLp: a later solve has overtaken this one; let one end before the next begins.");
      },
    };
  };

  return {
    get lp() {
      return present;
    },
    steps,
    resolve: (changes, rest) => drain(steps(changes, rest)),
    async resolveAsync(changes, given = {}) {
      const { signal, ...rest } = copyFields("options", given, "an object of options; leave it out for the defaults");
      checkSignal("options.signal", signal);
      return drainAsync(steps(changes, rest), signal);
    },
  };
}

/**
 * Solves the faces of equal optima, all of the same matrix: scaled once, and the buffers are kept. It has a state of
 * its own, because the next solve of the program itself starts from the factors of its last basis.
 */
function faceSession(): LpSolver {
  let simplex: SimplexSession | undefined;
  return {
    name: dualSimplex.name,
    steps(face, options) {
      simplex ??= new SimplexSession();
      return simplex.steps(face, options);
    },
  };
}

/** For engines without a session of their own: starts from the last basis, if the engine gives one. */
function basisSession(solver: LpSolver): LpSession {
  let basis: LpBasis | undefined;
  return {
    *steps(lp, options, shift) {
      if (shift !== undefined && basis !== undefined) basis = shiftBasis(basis, shift);
      const solution = yield* solver.steps(lp, { ...(basis && { startBasis: basis }), ...options });
      ({ basis } = solution);
      return solution;
    },
  };
}

/** Copies the vectors, so that later writes by the caller do not reach data that the engine has already scaled. */
function withOwnVectors<Fields extends object>(fields: Fields): Fields {
  const owned = { ...fields };
  for (const [field, value] of Object.entries(fields)) {
    if (value instanceof Float64Array || value instanceof Int32Array) Object.assign(owned, { [field]: value.slice() });
  }
  return owned;
}
