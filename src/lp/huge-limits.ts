import type { LinearProgram } from "./linear-program.ts";

/** A limit of this size or more means none, as in MPS files and other solvers (HiGHS: `infinite_bound`). */
export const HUGE_LIMIT = 1e20;

/** Vectors of limits. */
type Limits = Pick<LinearProgram, "colLower" | "colUpper" | "rowLower" | "rowUpper">;

/** The same program with infinite limits for those of 1e20 and more; the program itself where it has none such. */
export function withoutHugeLimits<Program extends Partial<Limits>>(lp: Program): Program {
  let opened: Partial<Limits> = {};
  for (const field of ["colLower", "colUpper", "rowLower", "rowUpper"] as const) {
    const limit = lp[field];
    if (limit?.some(isHuge) === true)
      opened = { ...opened, [field]: limit.map((l) => (isHuge(l) ? Math.sign(l) * Infinity : l)) };
  }
  return Object.keys(opened).length === 0 ? lp : { ...lp, ...opened };
}

function isHuge(limit: number): boolean {
  return Math.abs(limit) >= HUGE_LIMIT && Number.isFinite(limit);
}
