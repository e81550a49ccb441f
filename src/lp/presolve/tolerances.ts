/** What presolve takes for zero, in the units of the program. Not the users' to set. */

/** A sum that misses a limit by this times the sum of its absolute terms meets it. */
export const ROUNDING = 1e-14;
/** Limits that cross by no more than this, relative to max(1, |limit|), meet; beyond it the program is infeasible. */
export const CROSSING = 1e-9;
/** A column is as good as fixed where going from limit to limit moves no row, nor the objective, by more than this. */
export const NEAR_FIXED = 1e-11;
/** Least share of its row's greatest coefficient a column singleton must have for its row to be solved for it. */
export const LEAST_PIVOT_SHARE = 1e-3;
