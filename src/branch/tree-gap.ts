/** MIP gap and pruning. */

/** (cost - bound) / max(1, |cost|), at least 0, because only rounding can raise a bound above the cost. */
export function relativeGap(cost: number, bound: number): number {
  return Math.max(0, cost - bound) / Math.max(1, Math.abs(cost));
}

/** The cutoff: a node with at least this bound cannot improve on `cost` by more than the tolerance. */
export function cutoff(cost: number, tolerance: number): number {
  return cost < Infinity ? cost - tolerance * Math.max(1, Math.abs(cost)) : Infinity;
}
