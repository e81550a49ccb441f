/**
 * What the engine takes for zero, all in scaled units (coefficients, costs and limits near one). The two tolerances
 * users may set, for limits and reduced costs, are in `LpOptions`; these are not theirs to set.
 */

/** Default of `LpOptions.primalTolerance` and `.dualTolerance`. */
export const DEFAULT_TOLERANCE = 1e-9;
/** Slack of the two-pass (Harris) ratio tests while costs are perturbed; without, the tolerance of the solve. */
export const HARRIS_SLACK = 1e-7;
/** The slack where the solve is exacting. */
export const EXACT_SLACK = 1e-12;
/** Entries of the pivot row or column below this are no candidates. */
export const LEAST_ALPHA = 1e-9;
/** The same where the solve is exacting: what rounding leaves of entries near one. */
export const EXACT_ALPHA = 1e-13;
/** A pivot below this is accepted only right after factoring. */
export const SOUND_PIVOT = 1e-7;
/** Greatest relative difference of a pivot computed by rows and by columns before factors are rebuilt. */
export const PIVOT_DISAGREEMENT = 1e-7;
/** Greatest relative difference of U's new pivot computed in two ways before factors are rebuilt. */
export const UPDATE_DISAGREEMENT = 1e-6;
/** Least steepest-edge weight. */
export const LEAST_WEIGHT = 1e-4;
/** Smallest share of its column's greatest entry a pivot of the LU kernel may have; the second is for retries. */
export const MARKOWITZ_THRESHOLDS = [0.1, 0.5] as const;
/** Cost perturbation relative to 1 + |cost|. */
export const COST_PERTURBATION = 5e-7;
/** Relative size of limits' perturbation when the primal simplex stalls. */
export const BOUND_PERTURBATION = 1e-7;
/** A limit this many units of rounding of itself away is reached, however small the tolerance. */
export const BOUND_ROUNDING = 64 * Number.EPSILON;
/**
 * A row of A x or a reduced cost of a basic variable holds where its residual is this share of its own terms, or the
 * floor.
 */
export const RESIDUAL_ROUNDING = 4 * Number.EPSILON;
export const RESIDUAL_FLOOR = 1e-22;
