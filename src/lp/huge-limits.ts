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

/**
 * Whether every number of a program that was derived from another is one that an engine takes: moving a column that
 * is fixed at 1e18 into a row with a coefficient of 1000 gives a limit of 1e21, which would be read as none.
 */
export function isWithinRange(lp: LinearProgram): boolean {
  const areLimits = [lp.colLower, lp.colUpper, lp.rowLower, lp.rowUpper].every(
    (limit) => !limit.some((l) => isHuge(l) || Number.isNaN(l)),
  );
  return (
    areLimits &&
    lp.cost.every(Number.isFinite) &&
    lp.value.every(Number.isFinite) &&
    Number.isFinite(lp.objectiveOffset)
  );
}
