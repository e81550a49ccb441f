/** What ranging takes for zero, in scaled units. Limits and reduced costs go by the dual simplex's tolerances. */

/** Basic values that change more slowly than this per unit of the moved limit stand still. */
export const LEAST_RATE = 1e-9;
/** Slopes that differ by no more than this, relative to 1 + |slope|, are one price. */
export const SAME_PRICE = 1e-8;
