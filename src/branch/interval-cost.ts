/**
 * What an interval costs as a function of what it puts into a store. With the pairs of the interval decided, at most one
 * column x_f of the store's row is above zero, and
 *
 *     cost(q) = min price'x   subject to   a'x = b,   push_f x_f = q,   lower <= x <= upper
 *
 * is a continuous knapsack in the right-hand side b - a_f q / push_f: convex and linear by pieces, the other columns
 * taken in the order of price / a.
 */
import { append, type PiecewiseLinear } from "./piecewise-linear.ts";

export interface IntervalProgram {
  readonly price: Float64Array;
  readonly a: Float64Array;
  readonly b: number;
  readonly lower: Float64Array;
  /** With the sides at zero that are decided. */
  readonly upper: Float64Array;
  /** What a unit of the column puts into the store; 0 of columns that are not in its row. */
  readonly push: Float64Array;
  /** Places of the columns with `push` 0 in the order of price / a. */
  readonly order: readonly number[];
}

/** The cost by q, empty where nothing is feasible; undefined where it is no function of this kind: two columns push, or a limit is infinite. */
export function intervalCost({ price, a, b, lower, upper, push, order }: IntervalProgram): PiecewiseLinear | undefined {
  let flow = -1;
  for (let s = 0; s < push.length; s++) {
    if (push[s] === 0 || (upper[s] === 0 && lower[s] === 0)) continue;
    if (flow >= 0) return undefined;
    flow = s;
  }
  // The knapsack from its least sum up: ends of its segments, by sum and cost.
  let sum = 0;
  let cost = 0;
  for (const s of order) {
    const from = a[s] > 0 ? lower[s] : upper[s];
    if (!Number.isFinite(lower[s]) || !Number.isFinite(upper[s])) return undefined;
    sum += a[s] * from;
    cost += price[s] * from;
  }
  const sums = [sum];
  const costs = [cost];
  for (const s of order) {
    const width = Math.abs(a[s]) * (upper[s] - lower[s]);
    if (!(width > 0)) continue;
    sum += width;
    cost += (price[s] / a[s]) * width;
    sums.push(sum);
    costs.push(cost);
  }
  if (flow < 0) {
    const value = knapsackAt(sums, costs, b);
    return value === undefined ? [] : [0, value, 0, value];
  }
  return alongFlow(sums, costs, b, { price: price[flow], a: a[flow], push: push[flow], lower: lower[flow], upper: upper[flow] });
}

interface Flow {
  readonly price: number;
  readonly a: number;
  readonly push: number;
  readonly lower: number;
  readonly upper: number;
}

function alongFlow(sums: readonly number[], costs: readonly number[], b: number, { price, a, push, lower, upper }: Flow): PiecewiseLinear | undefined {
  if (!Number.isFinite(lower) || !Number.isFinite(upper) || a === 0) return undefined;
  // x between the limits and where the others can make up for it.
  const [atLeast, atMost] = [sums[0], sums[sums.length - 1]].map((total) => (b - total) / a);
  const slack = ROUNDING * (1 + Math.abs(b / a));
  let from = Math.max(lower, Math.min(atLeast, atMost));
  let to = Math.min(upper, Math.max(atLeast, atMost));
  if (from > to + slack) return [];
  if (from > to) from = to = Math.min(upper, Math.max(lower, to));
  const points = [from, to];
  for (const total of sums) {
    const x = (b - total) / a;
    if (x > from && x < to) points.push(x);
  }
  points.sort((x, z) => (x - z) * push);
  const out: number[] = [];
  let last: [number, number] | undefined;
  for (const x of points) {
    const rest = knapsackAt(sums, costs, b - a * x);
    if (rest === undefined) continue;
    const [q, y] = [push * x, price * x + rest];
    if (last) append(out, last[0], last[1], q, y);
    last = [q, y];
  }
  if (out.length === 0 && last) out.push(last[0], last[1], last[0], last[1]);
  return out;
}

/** The least cost of the sum; undefined where it cannot be had. */
function knapsackAt(sums: readonly number[], costs: readonly number[], wanted: number): number | undefined {
  const last = sums.length - 1;
  const slack = ROUNDING * (1 + Math.abs(wanted));
  if (wanted < sums[0] - slack || wanted > sums[last] + slack) return undefined;
  if (wanted <= sums[0]) return costs[0];
  for (let k = 1; k <= last; k++) {
    if (wanted <= sums[k]) return costs[k - 1] + ((costs[k] - costs[k - 1]) * (wanted - sums[k - 1])) / (sums[k] - sums[k - 1]);
  }
  return costs[last];
}

/** A sum missed by this, relative, is met. */
const ROUNDING = 1e-9;
