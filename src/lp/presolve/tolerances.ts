/** Tolerances of presolve, in the units of the program. Users cannot set them. */

/** A sum is within a bound if it exceeds it by at most this times the sum of its absolute terms. */
export const ROUNDING = 1e-14;
/** Bounds that cross by more than this, relative to max(1, |bound|), make the program infeasible. */
export const CROSSING = 1e-9;
/** A column is fixed if its whole range changes neither a row nor the objective by more than this. */
export const NEAR_FIXED = 1e-11;
/** Least coefficient of a column singleton, as a share of its row's greatest, for solving the row for it. */
export const LEAST_PIVOT_SHARE = 1e-3;
