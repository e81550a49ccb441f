import type { LpSolution } from "../../src/lp/solution.ts";

/** A solution without the one part that two runs do not share. */
export function untimed(solution: LpSolution): Omit<LpSolution, "timings"> {
  const { timings: _, ...rest } = solution;
  return rest;
}
