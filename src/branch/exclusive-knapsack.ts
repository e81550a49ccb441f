/**
 * A continuous knapsack with one row and a few pairs, solved exactly:
 *
 *     min price'x   subject to   a'x = b,   lower <= x <= upper,   one side of every pair zero
 *
 * Without pairs, every x starts at the bound with the lower cost and then moves towards b in order of |price / a|. A
 * violated pair is tried with either side at zero.
 */
import { EXCLUSIVE_TOLERANCE } from "./exclusive-pairs.ts";

/** Column indices of its two sides. */
export type KnapsackPair = readonly [readonly number[], readonly number[]];

interface Knapsack {
  readonly price: Float64Array;
  readonly a: Float64Array;
  readonly b: number;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
  readonly pairs: readonly KnapsackPair[];
}

/** The least value; Infinity if infeasible, -Infinity if unbounded. */
export function exclusiveKnapsack(knapsack: Knapsack): number {
  const { price, a } = knapsack;
  const order = [...price.keys()].sort((s, t) => Math.abs(price[s] / a[s]) - Math.abs(price[t] / a[t]) || s - t);
  return search(knapsack, order, knapsack.upper, Infinity);
}

/** The least value below `best`, otherwise `best`. */
function search(knapsack: Knapsack, order: readonly number[], upper: Float64Array, best: number): number {
  const { lower, pairs } = knapsack;
  const x = new Float64Array(upper.length);
  const value = fill(knapsack, order, upper, x);
  if (!(value < best)) return best;
  const sum = (side: readonly number[]) => side.reduce((total, s) => total + x[s], 0);
  const broken = pairs.find((sides) => sides.every((side) => sum(side) > EXCLUSIVE_TOLERANCE));
  if (!broken) return value;
  for (const side of broken) {
    if (side.some((s) => lower[s] > 0)) continue;
    const less = upper.slice();
    for (const s of side) less[s] = 0;
    best = search(knapsack, order, less, best);
  }
  return best;
}

/** Solves the knapsack without pairs: returns its value and writes its point to `x`. */
function fill(
  { price, a, b, lower }: Knapsack,
  order: readonly number[],
  upper: Float64Array,
  x: Float64Array,
): number {
  let value = 0;
  let missing = b;
  for (let s = 0; s < x.length; s++) {
    x[s] = price[s] < 0 ? upper[s] : lower[s];
    if (!Number.isFinite(x[s])) return -Infinity;
    value += price[s] * x[s];
    missing -= a[s] * x[s];
  }
  for (const s of order) {
    if (missing === 0) break;
    // The direction in which x_s must move, and how far it can.
    const up = missing > 0 === a[s] > 0;
    const room = up ? upper[s] - x[s] : x[s] - lower[s];
    const step = Math.min(room, Math.abs(missing / a[s]));
    const moved = up ? step : -step;
    x[s] += moved;
    value += price[s] * moved;
    missing = step < room ? 0 : missing - a[s] * moved;
  }
  return Math.abs(missing) > ROUNDING * (1 + Math.abs(b)) ? Infinity : value;
}

/** A row counts as satisfied if its relative violation is at most this. */
const ROUNDING = 1e-9;
