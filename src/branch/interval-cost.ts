/**
 * The cost of an interval as a function of the energy q that it puts into a store:
 *
 *     cost(q) = min price'x   subject to   a'x = b,   push'x = q,   lower <= x <= upper
 *
 * It is convex and piecewise linear. The point with slope r is the optimum of a continuous knapsack, min (price - r
 * push)'x with a'x = b. The breakpoints are found recursively: for two points of the graph, the slope of their chord
 * either gives a point below the chord or proves that there is none (Eisner and Severance, 1976).
 */
import type { PiecewiseLinear } from "./piecewise-linear.ts";

export interface IntervalProgram {
  readonly price: Float64Array;
  readonly a: Float64Array;
  readonly b: number;
  readonly lower: Float64Array;
  /** Includes the sides that are fixed at zero. */
  readonly upper: Float64Array;
  /** Energy that one unit of the column puts into the store; 0 for columns outside its row. */
  readonly push: Float64Array;
  /** Indices of the columns with `push` 0, in the order of price / a. */
  readonly order: readonly number[];
}

/** The cost as a function of q; empty if infeasible, undefined if a bound is infinite. */
export function intervalCost(program: IntervalProgram): PiecewiseLinear | undefined {
  for (let s = 0; s < program.a.length; s++)
    if (!Number.isFinite(program.lower[s]) || !Number.isFinite(program.upper[s])) return undefined;
  const knapsack = new SlopedKnapsack(program);
  const points: number[] = [];
  const first = knapsack.solve(-1, 0);
  if (first === undefined) return [];
  const [q0, y0] = first;
  const [q1, y1] = knapsack.solve(1, 0) ?? first;
  if (q1 - q0 <= ROUNDING * (1 + Math.abs(q0))) return [q0, y0, q0, y0];
  points.push(q0, y0);
  /** Breakpoints strictly between two points of the graph, in order. */
  const between = (qa: number, ya: number, qb: number, yb: number, depth: number) => {
    const slope = (yb - ya) / (qb - qa);
    const found = depth > 0 ? knapsack.solve(slope, 1) : undefined;
    if (found === undefined) return;
    const [q, y] = found;
    const below = ya + slope * (q - qa) - y;
    if (!(below > SAME_LINE * (1 + Math.abs(y)) && q > qa && q < qb)) return;
    between(qa, ya, q, y, depth - 1);
    points.push(q, y);
    between(q, y, qb, yb, depth - 1);
  };
  between(q0, y0, q1, y1, MAX_DEPTH);
  points.push(q1, y1);
  const out: number[] = [];
  for (let k = 0; k + 3 < points.length; k += 2) out.push(points[k], points[k + 1], points[k + 2], points[k + 3]);
  return out;
}

/** The point that attains the cost at q: a convex combination of the points at the two ends of its segment. */
export function intervalPoint(program: IntervalProgram, cost: PiecewiseLinear, q: number): Float64Array {
  let at = 0;
  while (at + 4 < cost.length && cost[at + 2] < q) at += 4;
  const knapsack = new SlopedKnapsack(program);
  // Slopes slightly below and above the segment's slope lead to the points at its two ends.
  const slope = cost[at + 2] > cost[at] ? (cost[at + 3] - cost[at + 1]) / (cost[at + 2] - cost[at]) : 0;
  const aside = BESIDE * (1 + Math.abs(slope));
  const [left = q] = knapsack.solve(slope - aside, 1) ?? [];
  const before = knapsack.x.slice();
  const [right = q] = knapsack.solve(slope + aside, 1) ?? [];
  const share = right > left ? Math.min(1, Math.max(0, (q - left) / (right - left))) : 0;
  return before.map((x, s) => x + share * (knapsack.x[s] - x));
}

/** min (weight price - slope push)'x with a'x = b; any of several optima. */
class SlopedKnapsack {
  private readonly program: IntervalProgram;
  private readonly order: number[];
  /** Values at the last optimum. */
  readonly x: Float64Array;
  private readonly key: Float64Array;

  constructor(program: IntervalProgram) {
    this.program = program;
    this.order = [...program.order];
    for (let s = 0; s < program.push.length; s++)
      if (program.push[s] !== 0 && program.upper[s] > program.lower[s]) this.order.push(s);
    this.x = new Float64Array(program.a.length);
    this.key = new Float64Array(program.a.length);
  }

  /**
   * push'x and price'x at the optimum; undefined if infeasible. With weight 0: the least (slope -1) or greatest q, at
   * the lowest cost among these.
   */
  solve(slope: number, weight: 0 | 1): [q: number, y: number] | undefined {
    const {
      program: { price, a, b, lower, upper, push },
      order,
      x,
      key,
    } = this;
    // With weight 0 the price breaks ties between equal slopes. A small weight instead could exceed a difference of
    // slopes.
    for (const s of order) key[s] = (weight * price[s] - slope * push[s]) / a[s];
    order.sort((s, t) => key[s] - key[t] || price[s] / a[s] - price[t] / a[t] || s - t);
    let missing = b;
    for (let s = 0; s < x.length; s++) {
      x[s] = a[s] > 0 ? lower[s] : upper[s];
      missing -= a[s] * x[s];
    }
    const slack = ROUNDING * (1 + Math.abs(b));
    if (missing < -slack) return undefined;
    for (const s of order) {
      if (missing <= 0) break;
      const room = Math.abs(a[s]) * (upper[s] - lower[s]);
      const step = Math.min(room, missing);
      x[s] += step / a[s];
      missing -= step;
    }
    if (missing > slack) return undefined;
    let [q, y] = [0, 0];
    for (let s = 0; s < x.length; s++) {
      q += push[s] * x[s];
      y += price[s] * x[s];
    }
    return [q, y];
  }
}

/** A point below a chord by a smaller relative amount is on the chord. */
const SAME_LINE = 1e-12;
/** Slopes of adjacent segments differ by at least this, relative to 1 + |slope|, apart from rounding. */
const BESIDE = 1e-7;
/** Maximum recursion depth, far above what a function of a few dozen columns needs. */
const MAX_DEPTH = 40;
/** A sum counts as reached if its relative error is at most this. */
const ROUNDING = 1e-9;
