import { PlanInputError } from "../errors.ts";
import type { LpOptions } from "../lp/options.ts";
import type { AbortSignalLike } from "../solvers/drain.ts";
import type { LpSolver } from "../solvers/solver.ts";

/**
 * How to solve; every option has a default. `timeLimitMs` and `iterationLimit` hold for each solve: a plan takes one,
 * and more where it is infeasible (to say why) or optima tie; `compareBaselines` takes five to eight or more.
 */
export interface PlanOptions extends Pick<LpOptions, "timeLimitMs" | "iterationLimit" | "onProgress"> {
  /**
   * The engine, passed as a value. Default: the library's choice by size. Which of equal optima keeps the either-or rules
   * is asked of the library's dual simplex wherever the engine gives a basis to start from.
   */
  readonly solver?: LpSolver;
  /**
   * Where prices do not keep an either-or rule: how many further programs may be solved to settle it. Default: 2,000, and
   * for long programs as many as have 10 million rows in all, but at least 100.
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

/** @throws PlanInputError where an engine or a signal is none, or a limit no number. */
export function checkPlanOptions({ solver, signal, nodeLimit = 0, branchingTimeLimitMs = 0, relativeGap = 0 }: AsyncPlanOptions): void {
  if (solver !== undefined && typeof solver.steps !== "function") refuse("solver", solver, "an LpSolver", "pass the solver itself, e.g. dualSimplex of wattsplit/lp");
  if (signal !== undefined && typeof signal.aborted !== "boolean") refuse("signal", signal, "an AbortSignal", "pass controller.signal");
  for (const [option, given] of Object.entries({ nodeLimit, branchingTimeLimitMs, relativeGap })) {
    if (typeof given !== "number" || !(given >= 0)) refuse(option, given, "a number from 0 up", "correct it, or leave it out for the default");
  }
}

function refuse(option: string, given: unknown, wanted: string, fix: string): never {
  throw new PlanInputError([{ path: `options.${option}`, given: String(given), wanted, fix }]);
}
