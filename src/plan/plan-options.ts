import { PlanInputError } from "../errors.ts";
import { describeValue } from "../lp/check-options.ts";
import type { LpOptions } from "../lp/options.ts";
import type { AbortSignalLike } from "../solvers/budget/drain.ts";
import type { LpSolver } from "../solvers/solver.ts";

/**
 * How to solve; every option has a default. `timeLimitMs` and `iterationLimit` hold for each solve, and `timeLimitMs`
 * for the building of the program as well: a plan takes one solve, and more where it is infeasible (to say why) or
 * optima tie; `compareBaselines` takes five to eight or more.
 */
export interface PlanOptions extends Pick<LpOptions, "timeLimitMs" | "iterationLimit" | "onProgress"> {
  /**
   * The engine, passed as a value. Default: the library's choice by size. Which of equal optima keeps the either-or
   * rules is asked of the library's dual simplex wherever the engine gives a basis to start from.
   */
  readonly solver?: LpSolver;
  /**
   * Where prices do not keep an either-or rule: how many further programs may be solved to settle it. Default: 2,000,
   * and for long programs as many as have 10 million rows in all, but at least 100.
   */
  readonly nodeLimit?: number;
  /** The same in milliseconds of solving, on top of `timeLimitMs` for each. Default: no limit, so that runs repeat. */
  readonly branchingTimeLimitMs?: number;
  /** A plan may cost this much more than the proven bound, relative to max(1, |cost|), and be optimal. Default 1e-8. */
  readonly relativeGap?: number;
}

/** `PlanOptions`, and what ends the work from outside. */
export interface AsyncPlanOptions extends PlanOptions {
  /** e.g. of an `AbortController`, or `AbortSignal.timeout(ms)`. Default: none. */
  readonly signal?: AbortSignalLike;
}

const NUMBERS = ["timeLimitMs", "iterationLimit", "nodeLimit", "branchingTimeLimitMs", "relativeGap"] as const;

/**
 * The options, each read once. @throws PlanInputError where they are no object, an engine or a signal is none, a limit
 * no number of 0 or more, `onProgress` no function.
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

/** A copy of an object's fields, each read once. @throws PlanInputError where it is none, or a field throws. */
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

/** `[object AbortController]`. */
function tagOf(given: object): string {
  try {
    return Object.prototype.toString.call(given);
  } catch {
    return "an object";
  }
}

/** NB: what an engine or a signal has may stand in its prototype. */
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
