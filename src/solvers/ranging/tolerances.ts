/** What ranging takes for zero, in scaled units. Limits and reduced costs go by the dual simplex's tolerances. */

/** Basic values that change more slowly than this per unit of the moved limit stand still. */
export const LEAST_RATE = 1e-9;
/** Slopes, and values, that differ by no more than this, relative to 1 + |slope|, are one price. */
export const SAME_PRICE = 1e-8;

/** Product-form pivots before the factors are computed anew. */
export const MOST_ETAS = 100;
/** Pivots per variable before a path is given up; far beyond what any sound one takes. */
export const MOST_PIVOTS = 40;
/** Pivots in a row without any progress before Bland's rule takes over. */
export const STALL = 50;
