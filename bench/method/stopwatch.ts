import { performance } from "node:perf_hooks";

/** Wall time of `work` in ms. */
export function timed<T>(work: () => T): { readonly result: T; readonly ms: number } {
  const startedMs = performance.now();
  const result = work();
  return { result, ms: performance.now() - startedMs };
}

/**
 * Empties the heap where Node runs with --expose-gc. NB: once a program, never before each solve: a forced full
 * collection also throws away what the compiler has learnt, and a solver in JavaScript then runs 5 to 20 times slower
 * (measured on the day: 2-3 ms became 30-100), one in WebAssembly does not.
 */
export function collectGarbage(): void {
  globalThis.gc?.();
}
