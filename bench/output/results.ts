import type { Mode } from "../bench-case.ts";
import type { Spread } from "../method/statistics.ts";
import type { Machine } from "./machine.ts";

/** The result file, from which the table and the plot are made. Times in ms, memory in MB (1e6 bytes). */
export interface BenchResults {
  readonly mode: Mode;
  readonly command: string;
  readonly startedAt: string;
  readonly tookS: number;
  readonly machine: Machine;
  readonly solvers: readonly { readonly name: string; readonly what: string }[];
  readonly cases: readonly CaseEntry[];
  readonly rolling: readonly RollingEntry[];
  readonly planner: readonly PlannerEntry[];
  /** Cases without sizes on this machine, with the reason. */
  readonly absent: readonly { readonly name: string; readonly reason: string }[];
}

export interface CaseEntry {
  readonly name: string;
  readonly what: string;
  readonly size: string;
  readonly growth: boolean;
  readonly numIntervals: number;
  readonly numRows: number;
  readonly numCols: number;
  readonly numNonzeros: number;
  readonly buildMs: number;
  /** The optimum that answers had to agree with. */
  readonly reference?: number;
  readonly entries: readonly SolverEntry[];
}

export interface SolverEntry {
  readonly solver: string;
  /**
   * `verified` answers are right; `limit`: not run; `wrong`: reported optimal, but is not; `no-answer`: reported
   * something else.
   */
  readonly outcome: "verified" | "limit" | "wrong" | "no-answer";
  readonly reason?: string;
  readonly primalInfeasibility?: number;
  readonly dualInfeasibility?: number;
  readonly relativeGap?: number;
  readonly objectiveError?: number;
  readonly iterations?: number;
  /** In a process that has run solver and program before; medians by phase. */
  readonly warm?: {
    readonly total: Spread;
    readonly handOverMs: number;
    readonly solveMs: number;
    readonly readMs: number;
    readonly phaseMs?: Readonly<Record<string, number>>;
  };
  readonly cold?: ColdFigures;
}

/** A fresh process: loads the solver, solves once. */
export interface ColdFigures {
  /** The solver's status; here always `optimal`, because it was verified before. */
  readonly status: string;
  /** Loading the package; about 0 for this library, which is part of the measuring program. */
  readonly loadMs: number;
  readonly firstSolveMs: number;
  /** Peak resident memory of the process, and its memory before the solver was loaded. */
  readonly peakMb: number;
  readonly baseMb: number;
}

export interface RollingEntry {
  readonly name: string;
  readonly what: string;
  readonly entries: readonly RollingSolverEntry[];
}

export interface RollingSolverEntry {
  readonly solver: string;
  readonly outcome: SolverEntry["outcome"];
  readonly reason?: string;
  /** Over all steps but the first; absent if nothing is timed or the solver has no warm start (`limit`). */
  readonly warmStart?: Spread;
  /** The same programs, cold. */
  readonly coldStart?: Spread;
}

export interface PlannerEntry {
  readonly name: string;
  readonly size: string;
  readonly solver: string;
  readonly status: string;
  /** From JSON to program (validate and build), in the solver, and from solution to result; medians. */
  readonly buildMs?: number;
  readonly solveMs?: number;
  readonly readMs?: number;
}
