import { performance } from "node:perf_hooks";

/** Wall time of `work` in ms. */
export function timed<T>(work: () => T): { readonly result: T; readonly ms: number } {
  const startedMs = performance.now();
  const result = work();
  return { result, ms: performance.now() - startedMs };
}

/**
 * Collects garbage if Node runs with --expose-gc. NB: once a program, never before each solve. A forced full collection
 * also discards compiled code: a solver in JavaScript then runs 5 to 20 times slower (measured: 2-3 ms became 30-100
 * for a day), one in WebAssembly does not.
 */
export function collectGarbage(): void {
  globalThis.gc?.();
}
