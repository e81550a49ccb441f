import type { LpOptions, LpProgress } from "../../lp/options.ts";

export type Stop = "iteration-limit" | "time-limit" | "stopped";

/** Iterations between two looks at the clock and the caller. */
const BATCH = 100;

/** The caller's limits. The clock decides only whether to go on, never what is done next. */
export class Limits {
  stop: Stop | undefined;
  private readonly iterationLimit: number;
  private readonly deadlineMs: number;
  private readonly onProgress: LpOptions["onProgress"];

  constructor(options: LpOptions) {
    this.iterationLimit = options.iterationLimit ?? Infinity;
    this.deadlineMs = options.timeLimitMs === undefined ? Infinity : Date.now() + options.timeLimitMs;
    this.onProgress = options.onProgress;
  }

  /** How many iterations the next batch may take; none where no time was given at all. */
  batchSize(iterations: number): number {
    if (Date.now() >= this.deadlineMs) return 0;
    return Math.max(0, Math.min(BATCH, this.iterationLimit - iterations));
  }

  /** Called after a batch that did not end its phase; true once any limit is met. */
  isMet(progress: LpProgress): boolean {
    if (progress.iterations >= this.iterationLimit) this.stop = "iteration-limit";
    else if (this.onProgress !== undefined && this.onProgress(progress) === "stop") this.stop = "stopped";
    else if (Date.now() >= this.deadlineMs) this.stop = "time-limit";
    return this.stop !== undefined;
  }
}
