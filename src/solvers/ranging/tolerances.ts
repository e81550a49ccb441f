/** Tolerances of ranging, in scaled units. Bounds and reduced costs have the tolerances of the dual simplex. */

/** Basic values that change by less than this per unit of the moved bound count as constant. */
export const LEAST_RATE = 1e-9;
/** Slopes, and values, that differ by at most this, relative to 1 + |slope|, are equal. */
export const SAME_PRICE = 1e-8;

/** Greatest number of product-form pivots before refactoring. */
export const MOST_ETAS = 100;
/** Pivots per variable before a path is given up; far more than any sound path takes. */
export const MOST_PIVOTS = 40;
/** Pivots in a row without any progress before Bland's rule takes over. */
export const STALL = 50;
