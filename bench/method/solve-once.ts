import type { LinearProgram } from "wattsplit/lp";
import type { BenchAnswer, LoadedSolver } from "../bench-solver.ts";
import { timed } from "./stopwatch.ts";

/** One solve with its phases. */
export interface TimedAnswer {
  readonly answer: BenchAnswer;
  readonly handOverMs: number;
  readonly solveMs: number;
  readonly readMs: number;
}

/** Converts, solves and reads the answer, cold. If a solver throws, that is its answer. */
export function solveOnce(solver: LoadedSolver, lp: LinearProgram, timeLimitMs: number): TimedAnswer {
  const failed = (error: unknown): BenchAnswer => ({
    status: `error: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}`,
    objective: NaN,
  });
  try {
    const { result: run, ms: handOverMs } = timed(() => solver.prepare(lp, timeLimitMs));
    try {
      const { result: ownMs, ms } = timed(() => run.solve());
      const solveMs = typeof ownMs === "number" ? ownMs : ms;
      const { result: answer, ms: readMs } = timed(() => run.read());
      return { answer, handOverMs, solveMs, readMs };
    } finally {
      run.dispose();
    }
  } catch (error) {
    return { answer: failed(error), handOverMs: NaN, solveMs: NaN, readMs: NaN };
  }
}
