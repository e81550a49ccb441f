import type { LpProgress } from "../lp/options.ts";
import { progressShare } from "./progress-share.ts";
import type { Terminal } from "./terminal.ts";

/** Milliseconds between two writings of the line. */
const EVERY_MS = 250;

/**
 * A line on standard error that is written over while a plan is made: phase, share done, time spent and about how long
 * it still takes. Nothing is written where nobody watches. `nowMs` is the clock, which no answer depends on.
 */
export function progressLine(terminal: Terminal, nowMs: () => number) {
  const shareOf = progressShare();
  let startMs = nowMs();
  let program = 1;
  let lastMs = startMs;
  let isShown = false;
  return {
    onProgress(progress: LpProgress): void {
      const now = nowMs();
      const done = shareOf(progress);
      if (done.program > program) {
        program = done.program;
        startMs = now;
      }
      if (!terminal.isWatched || now - lastMs < EVERY_MS) return;
      lastMs = now;
      isShown = true;
      terminal.note(`\r\u001B[K${lineOf(progress, done, (now - startMs) / 1000)}`);
    },
    clear(): void {
      if (isShown) terminal.note("\r\u001B[K");
    },
  };
}

function lineOf(
  { phase, iterations }: LpProgress,
  { program, share }: ReturnType<ReturnType<typeof progressShare>>,
  seconds: number,
): string {
  const what = program === 1 ? "planning" : `planning, program ${program}`;
  const spent = `${seconds.toFixed(1)} s`;
  if (share === undefined) return `${what}: ${phase}, ${iterations} iterations, ${spent}`;
  const leftSeconds = (seconds * (1 - share)) / share;
  return `${what}: about ${Math.round(100 * share)} %, ${phase}, ${spent}, about ${Math.ceil(leftSeconds)} s left`;
}
