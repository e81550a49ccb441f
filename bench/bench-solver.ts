import type { CheckTolerances, LinearProgram, LpSolver } from "wattsplit/lp";
import type { RollingCase } from "./bench-case.ts";

/** A solver's answer, in the terms of `LpSolution` (y = d objective / d rhs, objective with the offset). */
export interface BenchAnswer {
  /** `optimal`, or the solver's own word for another outcome. */
  readonly status: string;
  readonly objective: number;
  readonly x?: Float64Array;
  readonly y?: Float64Array;
  readonly reducedCost?: Float64Array;
  readonly iterations?: number;
  /** Milliseconds by phase, if the solver reports them. */
  readonly phaseMs?: Readonly<Record<string, number>>;
}

/** One program passed to a solver. The three calls are timed separately; `solve` is called once. */
export interface SolverRun {
  /** Gives the milliseconds of the solve where the solver is a program of its own, without its start. */
  solve(): number | void;
  read(): BenchAnswer;
  /** Frees what the garbage collector does not. */
  dispose(): void;
}

/** A solver that warm-starts from its last answer. */
export interface RollingRun {
  next(lp: LinearProgram): BenchAnswer;
  dispose(): void;
}

export interface LoadedSolver {
  /** Converts the program to the solver's own form. */
  prepare(lp: LinearProgram, timeLimitMs: number): SolverRun;
  /** Absent if the solver has no warm start; `coldOnly` says why. */
  roll?(layout: RollingCase["layout"], timeLimitMs: number): RollingRun;
}

export interface BenchSolver {
  /** Unique; the heading of its column. */
  readonly name: string;
  /** Package, method and options, in one line. */
  readonly what: string;
  /** Present for an engine of this library: the smoke run requires a correct answer to every program. */
  readonly engine?: LpSolver;
  /**
   * `duals`: proven by `checkSolution`. `objective`: the solver returns no duals, so its point must be feasible and its
   * objective that of the proven optimum.
   */
  readonly proof: "duals" | "objective";
  /** Tolerances that differ from the defaults of `checkSolution`; the README gives the reason. */
  readonly tolerances?: CheckTolerances;
  /** Why the solver is not run on this program; undefined if it is. */
  limit(lp: LinearProgram): string | undefined;
  /** The solver has no time limit and may never end: it is run first in a separate process, which can be ended. */
  readonly endless?: boolean;
  /** Why it has no warm start. */
  readonly coldOnly?: string;
  /** The cost of the first use: loading the package, compiling WebAssembly. */
  load(): Promise<LoadedSolver>;
}
