import type { LpOptions } from "../../lp/options.ts";

/**
 * What is left of a budget of time and iterations that several solves share. The clock starts with this call; the
 * function it returns takes the iterations spent so far and gives the options for the next solve.
 */
export function remainingBudget(options: LpOptions): (iterations: number) => LpOptions {
  const { timeLimitMs, iterationLimit } = options;
  const startMs = Date.now();
  return (iterations) => ({
    ...options,
    ...(timeLimitMs !== undefined && { timeLimitMs: Math.max(0, timeLimitMs - (Date.now() - startMs)) }),
    ...(iterationLimit !== undefined && { iterationLimit: Math.max(0, iterationLimit - iterations) }),
  });
}
