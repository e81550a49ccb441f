import type { LinearProgram } from "./linear-program.ts";

/** A bound of this size or more is infinite, as in MPS files and in other solvers (HiGHS: `infinite_bound`). */
export const INFINITE_BOUND = 1e20;

/** Vectors of bounds. */
type Bounds = Pick<LinearProgram, "colLower" | "colUpper" | "rowLower" | "rowUpper">;

/**
 * The same program with infinite bounds instead of bounds of 1e20 and more. Returns the program itself if it has no
 * such bound.
 */
export function withInfiniteBounds<Program extends Partial<Bounds>>(lp: Program): Program {
  let opened: Partial<Bounds> = {};
  for (const field of ["colLower", "colUpper", "rowLower", "rowUpper"] as const) {
    const bound = lp[field];
    if (bound !== undefined && hasHugeBound(bound))
      opened = { ...opened, [field]: bound.map((l) => (meansInfinite(l) ? Math.sign(l) * Infinity : l)) };
  }
  return Object.keys(opened).length === 0 ? lp : { ...lp, ...opened };
}

/** A loop, because every check of a solution runs it on four vectors. */
function hasHugeBound(bound: Float64Array): boolean {
  for (let k = 0; k < bound.length; k++) {
    const l = bound[k];
    if ((l >= INFINITE_BOUND && l < Infinity) || (l <= -INFINITE_BOUND && l > -Infinity)) return true;
  }
  return false;
}

function meansInfinite(bound: number): boolean {
  return Math.abs(bound) >= INFINITE_BOUND && Number.isFinite(bound);
}

/**
 * Whether all data of a derived program are numbers that an engine accepts. Example: presolve moves a column fixed at
 * 1e18 into a row with a coefficient of 1000. The new bound of 1e21 would be read as infinite.
 */
export function hasOnlyFiniteData(lp: LinearProgram): boolean {
  const areLimits = [lp.colLower, lp.colUpper, lp.rowLower, lp.rowUpper].every(
    (bound) => !bound.some((l) => meansInfinite(l) || Number.isNaN(l)),
  );
  return (
    areLimits &&
    lp.cost.every(Number.isFinite) &&
    lp.value.every(Number.isFinite) &&
    Number.isFinite(lp.objectiveOffset)
  );
}
