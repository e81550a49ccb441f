/** What separates a point that keeps every pair from the bound no such point can beat. */

/** (cost - bound) / max(1, |cost|), never below 0: a bound is above the cost by rounding alone. */
export function relativeGap(cost: number, bound: number): number {
  return Math.max(0, cost - bound) / Math.max(1, Math.abs(cost));
}

/** Bounds from here on cannot lead to a point that is better than `cost` by more than the tolerance. */
export function cutoff(cost: number, tolerance: number): number {
  return cost < Infinity ? cost - tolerance * Math.max(1, Math.abs(cost)) : Infinity;
}
