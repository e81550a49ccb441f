/** Rounding of a sum. */
const SUM_ROUNDING = 1e-9;

/**
 * First interval with at least its equal share of `leastMwh`. Where all intervals together have more than `leastMwh`,
 * there is one, also if none of them has so much alone.
 */
export function firstWithEnergy(powerMw: Float64Array, stepHours: number, leastMwh: number): number {
  const share = ((1 - SUM_ROUNDING) * leastMwh) / powerMw.length;
  return powerMw.findIndex((mw) => mw * stepHours >= share);
}
