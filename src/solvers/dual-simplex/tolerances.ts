/**
 * Tolerances of the simplex engine in scaled units (coefficients, costs and bounds near one). Users can set the two
 * tolerances for bounds and reduced costs, which are in `LpOptions`; they cannot set these.
 */

/** Default of `LpOptions.primalTolerance` and `.dualTolerance`. */
export const DEFAULT_TOLERANCE = 1e-9;
/** Slack of the two-pass (Harris) ratio test while costs are perturbed; otherwise it is the dual tolerance. */
export const HARRIS_SLACK = 1e-7;
/** The slack in strict mode. */
export const EXACT_SLACK = 1e-12;
/** Smaller entries of the pivot row or column are not candidates. */
export const LEAST_ALPHA = 1e-9;
/** The same in strict mode: the rounding error of entries near one. */
export const EXACT_ALPHA = 1e-13;
/** A smaller pivot is accepted only right after factoring. */
export const SOUND_PIVOT = 1e-7;
/** Greatest relative difference of a pivot computed by rows and by columns before factors are rebuilt. */
export const PIVOT_DISAGREEMENT = 1e-7;
/** Greatest relative difference of U's new pivot computed in two ways before factors are rebuilt. */
export const UPDATE_DISAGREEMENT = 1e-6;
/** Least steepest-edge weight. */
export const LEAST_WEIGHT = 1e-4;
/**
 * Markowitz thresholds: least pivot of the LU kernel, as a share of its column's greatest entry. Second: for retries.
 */
export const MARKOWITZ_THRESHOLDS = [0.1, 0.5] as const;
/** Cost perturbation relative to 1 + |cost|. */
export const COST_PERTURBATION = 5e-7;
/** Relative size of the bound perturbation when the primal simplex stalls. */
export const BOUND_PERTURBATION = 1e-7;
/** A bound is reached within this relative distance, however small the tolerance. */
export const BOUND_ROUNDING = 64 * Number.EPSILON;
/**
 * A row of A x, or the reduced cost of a basic variable, is exact if its residual is at most this share of its terms,
 * plus the floor.
 */
export const RESIDUAL_ROUNDING = 4 * Number.EPSILON;
export const RESIDUAL_FLOOR = 1e-22;
