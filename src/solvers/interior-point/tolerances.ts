/**
 * What the interior point takes for zero, in scaled units (coefficients, costs and limits near one). Not the users' to
 * set; theirs are in `LpOptions`.
 */

/** Columns whose limits are nearer than this are fixed: a box of 1e-15 (solar at sunset) would ask for duals of 1e15. */
export const FIXED_WIDTH = 1e-9;
/** Columns with more entries than this are kept in the reduced system instead of being squared into it. */
export const LONGEST_ELIMINATED = 40;
/** Least proximal weights: their product is above rounding, so that every pivot is. */
export const LEAST_REGULARISATION = 1e-7;
