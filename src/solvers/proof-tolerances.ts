/** What `checkSolution` may find in an engine's own answers before the engine claims them. */

/**
 * Greatest residual of a row at a vertex, relative to the row's terms: twice the `BOUND_ROUNDING` of the dual simplex,
 * and far below what `checkSolution` accepts by default.
 */
export const VERTEX_ROUNDING = 128 * Number.EPSILON;
/**
 * Greatest violation of a ray: the rounding of its sums. (1e-10 would call a program infeasible whose only points are
 * at 1e10.)
 */
export const RAY_ROUNDING = 1e-13;
