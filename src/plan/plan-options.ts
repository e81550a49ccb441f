import { PlanInputError } from "../errors.ts";
import { describeValue } from "../lp/check-options.ts";
import type { LpOptions } from "../lp/options.ts";
import type { AbortSignalLike } from "../solvers/budget/drain.ts";
import type { LpSolver } from "../solvers/solver.ts";

/**
 * How to solve a plan; every option has a default. `timeLimitMs` and `iterationLimit` apply to each solve, and
 * `timeLimitMs` also to building the program. A plan takes one solve. It takes more if it is infeasible (for the
 * explanation) or if optima tie. `compareBaselines` takes five to eight or more.
 */
export interface PlanOptions extends Pick<LpOptions, "timeLimitMs" | "iterationLimit" | "onProgress"> {
  /**
   * The solver engine, passed as a value. Default: the library chooses by size. The library's dual simplex breaks ties
   * and satisfies either-or rules among equal optima, if the engine provides a basis.
   */
  readonly solver?: LpSolver;
  /**
   * Maximum number of further linear programs for settling either-or rules that the LP relaxation violates. Default:
   * 2,000. For long programs it is the number with 10 million rows in total, but at least 100.
   */
  readonly nodeLimit?: number;
  /**
   * The same as a limit on milliseconds of solving, in addition to `timeLimitMs` per solve. Default: no limit, so that
   * results are reproducible.
   */
  readonly branchingTimeLimitMs?: number;
  /**
   * MIP gap: a plan is optimal if its cost exceeds the best bound by at most this, relative to max(1, |cost|). Default
   * 1e-8.
   */
  readonly relativeGap?: number;
}

/** `PlanOptions`, with a signal that aborts the work. */
export interface AsyncPlanOptions extends PlanOptions {
  /** e.g. of an `AbortController`, or `AbortSignal.timeout(ms)`. Default: no signal. */
  readonly signal?: AbortSignalLike;
}

const NUMBERS = ["timeLimitMs", "iterationLimit", "nodeLimit", "branchingTimeLimitMs", "relativeGap"] as const;

/**
 * Copies and checks the options; each getter runs once.
 *
 * @throws PlanInputError if they are not an object, if an engine, a signal or `onProgress` has the wrong type, or if a
 * limit is not a number of 0 or more.
 */
export function checkPlanOptions<Options extends AsyncPlanOptions>(given: Options): Options {
  try {
    return checkEach(given);
  } catch (error) {
    if (error instanceof PlanInputError) throw error;
    throw new PlanInputError([
      {
        path: "options",
        given: "an object that throws when it is read",
        wanted: "an object of options",
        fix: "pass plain fields",
      },
    ]);
  }
}

function checkEach<Options extends AsyncPlanOptions>(given: Options): Options {
  const options = fieldsOf("options", given, "an object of options");
  const { solver, signal, onProgress } = options;
  if (solver !== undefined && !isSolver(solver)) {
    refuse("options.solver", solver, "an LpSolver", "pass the solver itself, e.g. dualSimplex of wattsplit/lp");
  }
  if (signal !== undefined && !isSignal(signal))
    refuse("options.signal", signal, "an AbortSignal", "pass controller.signal");
  if (onProgress !== undefined && typeof onProgress !== "function")
    refuse("options.onProgress", onProgress, "a function", "correct it, or leave it out");
  for (const option of NUMBERS) {
    const number: unknown = options[option];
    if (number !== undefined && !(typeof number === "number" && number >= 0))
      refuse(`options.${option}`, number, "a number from 0 up", "correct it, or leave it out for the default");
  }
  return options;
}

/**
 * Copies the fields of an object; each getter runs once. @throws PlanInputError if it is not an object, or a getter
 * throws.
 */
export function fieldsOf<Fields extends object>(path: string, given: Fields, wanted: string): Fields {
  if (typeof given !== "object" || given === null || Array.isArray(given))
    refuse(path, given, wanted, "pass one, or leave it out");
  try {
    return { ...given };
  } catch {
    throw new PlanInputError([
      {
        path,
        given: "an object with a field that throws when it is read",
        wanted,
        fix: "pass an object of plain fields",
      },
    ]);
  }
}

/** e.g. `[object AbortController]`. */
function tagOf(given: object): string {
  try {
    return Object.prototype.toString.call(given);
  } catch {
    return "an object";
  }
}

/** NB: engines and signals may inherit their fields from a prototype. */
function isSignal(given: unknown): given is AbortSignalLike {
  return typeof (given as { readonly aborted?: unknown } | null)?.aborted === "boolean";
}

function isSolver(given: unknown): given is LpSolver {
  return typeof (given as { readonly steps?: unknown } | null)?.steps === "function";
}

function refuse(path: string, given: unknown, wanted: string, fix: string): never {
  throw new PlanInputError([
    {
      path,
      given:
        typeof given === "object" && given ? tagOf(given) : typeof given === "string" ? given : describeValue(given),
      wanted,
      fix,
    },
  ]);
}
