import type { LpProgress } from "../lp/options.ts";
import type { Terminal } from "./terminal.ts";

/** Milliseconds between two writings of the line. */
const EVERY_MS = 250;

/**
 * A line on standard error that is written over while a plan is made; nothing where nobody watches. `nowMs` is the
 * clock, which no answer depends on.
 */
export function progressLine(terminal: Terminal, nowMs: () => number) {
  const startMs = nowMs();
  let lastMs = startMs;
  let isShown = false;
  return {
    onProgress({ phase, iterations }: LpProgress): void {
      const now = nowMs();
      if (!terminal.isWatched || now - lastMs < EVERY_MS) return;
      lastMs = now;
      isShown = true;
      terminal.note(`\r\u001B[Kplanning: ${phase}, ${iterations} iterations, ${((now - startMs) / 1000).toFixed(1)} s`);
    },
    clear(): void {
      if (isShown) terminal.note("\r\u001B[K");
    },
  };
}
