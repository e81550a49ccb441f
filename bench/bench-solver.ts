import type { CheckTolerances, LinearProgram, LpSolver } from "wattsplit/lp";
import type { RollingCase } from "./bench-case.ts";

/** What a solver said, in the terms of `LpSolution` (y = d objective / d rhs, objective with the offset). */
export interface BenchAnswer {
  /** `optimal`, or the solver's own word for what else happened. */
  readonly status: string;
  readonly objective: number;
  readonly x?: Float64Array;
  readonly y?: Float64Array;
  readonly reducedCost?: Float64Array;
  readonly iterations?: number;
  /** Milliseconds by phase, where the solver tells them. */
  readonly phaseMs?: Readonly<Record<string, number>>;
}

/** One program handed over to a solver. The three calls are timed apart; `solve` is called once. */
export interface SolverRun {
  solve(): void;
  read(): BenchAnswer;
  /** Frees what the garbage collector does not. */
  dispose(): void;
}

/** A solver that goes on from its last answer. */
export interface RollingRun {
  next(lp: LinearProgram): BenchAnswer;
  dispose(): void;
}

export interface LoadedSolver {
  /** Turns the program into the solver's own form: the hand-over. */
  prepare(lp: LinearProgram, timeLimitMs: number): SolverRun;
  /** Absent: the solver has no warm start, as `coldOnly` says. */
  roll?(layout: RollingCase["layout"], timeLimitMs: number): RollingRun;
}

export interface BenchSolver {
  /** Unique; the heading of its column. */
  readonly name: string;
  /** Package, method and options, in one line. */
  readonly what: string;
  /** Present for an engine of this library: the smoke run wants it to answer everything, and right. */
  readonly engine?: LpSolver;
  /**
   * `duals`: proven by `checkSolution`. `objective`: the solver has no duals, so its point has to be feasible and its
   * objective that of the proven optimum.
   */
  readonly proof: "duals" | "objective";
  /** What is asked of the answer where the defaults of `checkSolution` are not; the README says why. */
  readonly tolerances?: CheckTolerances;
  /** Why it is not tried on this program; undefined: it is. */
  limit(lp: LinearProgram): string | undefined;
  /** It knows no time limit and may run for ever: it is tried in a process of its own first, which can be ended. */
  readonly endless?: boolean;
  /** Why it has no warm start. */
  readonly coldOnly?: string;
  /** Everything that a first use costs: loading the package, compiling WebAssembly. */
  load(): Promise<LoadedSolver>;
}
