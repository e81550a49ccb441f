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
}

/** `PlanOptions`, and what ends the work from outside. */
export interface AsyncPlanOptions extends PlanOptions {
  /** e.g. of an `AbortController`, or `AbortSignal.timeout(ms)`. Default: none. */
  readonly signal?: AbortSignalLike;
}

/** @throws PlanInputError where an engine or a signal is none. */
export function checkPlanOptions({ solver, signal }: AsyncPlanOptions): void {
  if (solver !== undefined && typeof solver.steps !== "function") refuse("solver", solver, "an LpSolver", "pass the solver itself, e.g. dualSimplex of wattsplit/lp");
  if (signal !== undefined && typeof signal.aborted !== "boolean") refuse("signal", signal, "an AbortSignal", "pass controller.signal");
}

function refuse(option: string, given: unknown, wanted: string, fix: string): never {
  throw new PlanInputError([{ path: `options.${option}`, given: String(given), wanted, fix }]);
}
