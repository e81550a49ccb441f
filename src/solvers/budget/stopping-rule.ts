import type { LpOptions, LpProgress } from "../../lp/options.ts";

export type Stop = "iteration-limit" | "time-limit" | "stopped";

/** Greatest number of iterations between two reports to the caller, and of milliseconds. */
const BATCH = 100;
const SLICE_MS = 10;

/** The caller's limits. The clock decides only whether to go on, never what is done next. */
export interface Limits {
  /** Which was met. */
  stop: Stop | undefined;
  /** How many iterations the batch that begins now may take; none where no time is left. */
  batchSize(iterations: number): number;
  /** Whether the slice of time of the batch is over, which then ends early. Nothing else depends on it. */
  isSliceOver(): boolean;
  /** Called after a batch that did not end its phase; true once any limit is met. */
  isMet(progress: LpProgress): boolean;
}

export function limitsOf({ iterationLimit = Infinity, timeLimitMs = Infinity, onProgress }: LpOptions): Limits {
  const deadlineMs = Date.now() + timeLimitMs;
  let sliceEndMs = deadlineMs;
  const limits: Limits = {
    stop: undefined,
    batchSize(iterations) {
      const nowMs = Date.now();
      sliceEndMs = Math.min(deadlineMs, nowMs + SLICE_MS);
      return nowMs >= deadlineMs ? 0 : Math.max(0, Math.min(BATCH, iterationLimit - iterations));
    },
    isSliceOver: () => Date.now() >= sliceEndMs,
    isMet(progress) {
      if (progress.iterations >= iterationLimit) limits.stop = "iteration-limit";
      else if (onProgress?.(progress) === "stop") limits.stop = "stopped";
      else if (Date.now() >= deadlineMs) limits.stop = "time-limit";
      return limits.stop !== undefined;
    },
  };
  return limits;
}
