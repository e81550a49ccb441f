import type { LpOptions, LpProgress } from "../../lp/options.ts";

export type StopReason = "iteration-limit" | "time-limit" | "stopped";

/** Greatest number of iterations between two reports to the caller, and of milliseconds. */
const BATCH = 100;
const SLICE_MS = 10;

/** A stopping rule: it ends a solve early. The clock decides only whether to continue, never what is done next. */
export interface StoppingRule {
  /** Why the solve has to stop; undefined while it may continue. */
  reason: StopReason | undefined;
  /** How many iterations the batch that begins now may take; 0 once no time is left. */
  batchSize(iterations: number): number;
  /** Whether the batch has used up its slice of time and ends early. Nothing else depends on it. */
  isSliceOver(): boolean;
  /** Called after a batch that did not end its phase; true once the solve has to stop. */
  isMet(progress: LpProgress): boolean;
}

export function stoppingRule({
  iterationLimit = Infinity,
  timeLimitMs = Infinity,
  onProgress,
}: LpOptions): StoppingRule {
  const deadlineMs = Date.now() + timeLimitMs;
  let sliceEndMs = deadlineMs;
  const stopping: StoppingRule = {
    reason: undefined,
    batchSize(iterations) {
      const nowMs = Date.now();
      sliceEndMs = Math.min(deadlineMs, nowMs + SLICE_MS);
      return nowMs >= deadlineMs ? 0 : Math.max(0, Math.min(BATCH, iterationLimit - iterations));
    },
    isSliceOver: () => Date.now() >= sliceEndMs,
    isMet(progress) {
      if (progress.iterations >= iterationLimit) stopping.reason = "iteration-limit";
      else if (onProgress?.(progress) === "stop") stopping.reason = "stopped";
      else if (Date.now() >= deadlineMs) stopping.reason = "time-limit";
      return stopping.reason !== undefined;
    },
  };
  return stopping;
}
