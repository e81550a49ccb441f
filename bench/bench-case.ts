import type { LinearProgram } from "wattsplit/lp";

/** Smoke takes seconds, default minutes, full hours; each mode includes the sizes of the ones before it. */
export const MODES = ["smoke", "default", "full"] as const;
export type Mode = (typeof MODES)[number];

/** One size of a case. */
export interface CaseSize {
  /** e.g. `week`; unique within its case. */
  readonly label: string;
  /** The horizontal axis of the growth plot; for cases without a time axis, any measure of size. */
  readonly numIntervals: number;
  readonly stepHours?: number;
  /** The shortest mode that includes this size. */
  readonly from: Mode;
}

/**
 * A subject of the benchmark: a family of programs that differ only in size. The same size gives a bit-identical
 * program.
 */
export interface BenchCase {
  readonly name: string;
  /** One sentence for the reader of the table. */
  readonly what: string;
  readonly sizes: readonly CaseSize[];
  /** Why there are no sizes, for cases whose data are not in the repository. */
  readonly absence?: string;
  /** Names of the solvers that take part; absent: all. */
  readonly solvers?: readonly string[];
  /** Share of the mode's time for each solver, for cases of many programs; absent: 1. */
  readonly effortShare?: number;
  /** Whether to plot time against `numIntervals`. */
  readonly growth?: boolean;
  build(size: CaseSize): LinearProgram;
  /** The published optimum, if there is one; every answer must also agree with it. */
  optimum?(size: CaseSize): number;
  /** The same program with better scaling and the same optimum: solved and proven first, as the reference. */
  twin?(size: CaseSize): LinearProgram;
  /** The input of `planPower` that produced the program; its phases are then timed as well. */
  planInput?(size: CaseSize): unknown;
}

/** A window that moves by one interval per program; all programs have the same matrix. */
export interface RollingCase {
  readonly name: string;
  readonly what: string;
  /** The program of step 0, 1, 2... */
  build(step: number): LinearProgram;
  readonly numSteps: number;
  /** The first `intervalCols * numIntervals` columns (rows) are ordered by interval, so that a basis can be shifted. */
  readonly layout: { readonly numIntervals: number; readonly intervalCols: number; readonly intervalRows: number };
}

export function isIn(size: CaseSize, mode: Mode): boolean {
  return MODES.indexOf(size.from) <= MODES.indexOf(mode);
}
