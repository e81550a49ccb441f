import type { LinearProgram } from "wattsplit/lp";

/** Smoke takes seconds, default minutes, full an evening; each takes in the sizes of the ones before it. */
export const MODES = ["smoke", "default", "full"] as const;
export type Mode = (typeof MODES)[number];

/** One size of a case. */
export interface CaseSize {
  /** e.g. `week`; unique within its case. */
  readonly label: string;
  /** The horizontal axis of the growth plot; for cases without a time axis any figure that says how big. */
  readonly numIntervals: number;
  readonly stepHours?: number;
  /** The shortest mode that takes this size in. */
  readonly from: Mode;
}

/** A subject of the benchmark: a family of programs that differ in size alone. Same size, same program, to the bit. */
export interface BenchCase {
  readonly name: string;
  /** One sentence for the reader of the table. */
  readonly what: string;
  readonly sizes: readonly CaseSize[];
  /** Why there are no sizes, for cases on data outside the repository. */
  readonly absence?: string;
  /** Whether time against `numIntervals` is worth a curve. */
  readonly growth?: boolean;
  build(size: CaseSize): LinearProgram;
  /** The optimum where it is published; every answer must also agree with it. */
  optimum?(size: CaseSize): number;
  /** The same program in friendlier numbers, with the same optimum: solved and proven first, as the reference. */
  twin?(size: CaseSize): LinearProgram;
  /** The input of `planPower` that the program comes from: its phases are then timed as well. */
  planInput?(size: CaseSize): unknown;
}

/** A window that moves by one interval per program; all programs have the same matrix. */
export interface RollingCase {
  readonly name: string;
  readonly what: string;
  /** The program of step 0, 1, 2... */
  build(step: number): LinearProgram;
  readonly numSteps: number;
  /** The first `intervalCols * numIntervals` columns (rows) come interval by interval: how a basis is moved on. */
  readonly layout: { readonly numIntervals: number; readonly intervalCols: number; readonly intervalRows: number };
}

export function isIn(size: CaseSize, mode: Mode): boolean {
  return MODES.indexOf(size.from) <= MODES.indexOf(mode);
}
