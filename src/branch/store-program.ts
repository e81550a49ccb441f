/**
 * A chain of intervals linked by one store. For the program
 *
 *     min sum_t price_t'x_t + worth_t(s_t)   subject to   s_t = keep_t s_{t-1} + gain_t + push_t'x_t,   a_t'x_t = b_t,
 *                                                        bounds on x and s,   one side of every pair zero
 *
 * it computes a bound on the least value and a path close to it, by dynamic programming over the level s. Let
 * cost_td(q) be the cost of interval t under decision d if it puts q into the store. The least cost of the intervals up
 * to t that ends at level s, and the least cost of the intervals after t from level s, are piecewise linear and not
 * convex:
 *
 *     V_t(s)     = worth_t(s) + min over d, q of  V_{t-1}((s - gain_t - q) / keep_t) + cost_td(q)
 *     L_{t-1}(s) = min over d, q of  cost_td(q) + worth_t(s') + L_t(s'),     s' = keep_t s + gain_t + q
 *
 * Exact functions may have very many pieces. L is therefore underestimated with few pieces (`underestimate`), so the
 * bound remains valid. A path that follows L costs little more than the bound. V needs only the levels s with
 * V_t(s) + L_t(s) at most that cost, which are few.
 */
import { underestimate } from "./lowered.ts";
import {
  convolutions,
  lowerEnvelope,
  type PiecewiseLinear,
  plus,
  reversed,
  rescaled,
  valueAt,
  within,
} from "./piecewise-linear.ts";

/** One interval. */
export interface StoreStage {
  readonly retention: number;
  readonly gain: number;
  /** Cost of the level after the interval: convex, on the allowed levels. */
  readonly worth: PiecewiseLinear;
  /** For each decision of the interval's pairs, its cost as a convex function of the energy put into the store. */
  readonly costs: readonly PiecewiseLinear[];
}

export interface StorePath {
  /** Every path costs at least this; Infinity if infeasible. */
  readonly bound: number;
  /** For each stage, the index in `costs` of the path's decision; empty if no path was found. */
  readonly decisions: readonly number[];
  /** Cost of that path. */
  readonly cost: number;
  /** As of `lookAhead`. */
  readonly ahead: readonly PiecewiseLinear[];
}

/** A path with its levels: `levels[t]` after stage t, after `flows[t]` went into the store. */
export interface FollowedPath {
  readonly decisions: readonly number[];
  readonly flows: readonly number[];
  readonly levels: readonly number[];
  readonly cost: number;
}

/** Maximum number of pieces of the backward and forward functions. */
const [PIECES_BACK, PIECES_ON] = [60, 400];
/** Bound and path this close, relative to the size of the values, are equal. */
const SAME_VALUE = 1e-10;

/** Paths that cost more than `maxCost` need not be found. */
export function* solveStore(stages: readonly StoreStage[], maxCost = Infinity): Generator<undefined, StorePath> {
  const ahead = yield* lookAhead(stages);
  const bound = ahead.length > stages.length ? valueAt(ahead[0], stages[0].gain) : Infinity;
  if (bound === Infinity) return { bound, decisions: [], cost: Infinity, ahead };
  const { decisions, cost } = followPath(stages, ahead);
  const path = { bound, decisions, cost, ahead };
  if (bound > maxCost || cost - bound <= SAME_VALUE * (1 + Math.abs(bound))) return path;
  const exact = yield* forwardPass(stages, ahead, Math.min(maxCost, cost));
  if (exact.decisions.length === 0) return { ...path, bound: Math.max(bound, exact.bound) };
  return { ...exact, ahead, bound: Math.max(bound, exact.bound) };
}

/**
 * At index t, the least cost of stage t and all later ones as a function of keep_t s + gain_t, lowered to few pieces.
 * The list is shorter if a stage is infeasible.
 */
export function* lookAhead(stages: readonly StoreStage[]): Generator<undefined, PiecewiseLinear[]> {
  let after: PiecewiseLinear = [-1e300, 0, 1e300, 0];
  const all: PiecewiseLinear[] = [after];
  for (let t = stages.length - 1; t >= 0; t--) {
    const { worth, costs } = stages[t];
    const from = plus(levelCost(stages, t, after), worth);
    after = underestimate(lowerEnvelope(costs.flatMap((cost) => convolutions(from, reversed(cost)))), PIECES_BACK);
    if (after.length === 0) return [];
    all.unshift(after);
    yield;
  }
  return all;
}

/**
 * L_t as a function of the level after stage t, from the cost of the next stage as a function of that level after loss
 * and gain.
 */
export function levelCost(stages: readonly StoreStage[], t: number, after: PiecewiseLinear): PiecewiseLinear {
  if (t === stages.length - 1) return after;
  const { retention, gain } = stages[t + 1];
  return rescaled(after, 1 / retention, -gain / retention);
}

/** The path that chooses the best decision in every stage according to the lowered functions ahead. */
export function followPath(stages: readonly StoreStage[], ahead: readonly PiecewiseLinear[]): FollowedPath {
  const decisions: number[] = [];
  const flows: number[] = [];
  const levels: number[] = [];
  let cost = 0;
  let level = 0;
  for (let t = 0; t < stages.length; t++) {
    const { retention, gain, worth, costs } = stages[t];
    const rest = plus(levelCost(stages, t, ahead[t + 1]), worth);
    const start = retention * level + gain;
    let least = Infinity;
    let [to, decision, own] = [start, -1, 0];
    costs.forEach((f, d) => {
      const consider = (end: number, fValue: number, restValue: number) => {
        if (fValue + restValue >= least) return;
        least = fValue + restValue;
        [to, decision, own] = [end, d, fValue + valueAt(worth, end)];
      };
      // The least over q is at an end of a segment of one of the two functions.
      for (let k = 0; k < f.length; k += 2) consider(start + f[k], f[k + 1], valueAt(rest, start + f[k]));
      for (let k = 0; k < rest.length; k += 2) consider(rest[k], valueAt(f, rest[k] - start), rest[k + 1]);
    });
    if (decision < 0) return { decisions: [], flows: [], levels: [], cost: Infinity };
    decisions.push(decision);
    flows.push(to - start);
    levels.push(to);
    cost += own;
    level = to;
  }
  return { decisions, flows, levels, cost };
}

/** Forward pass over the levels that a path of cost at most `most` can pass through. */
function* forwardPass(
  stages: readonly StoreStage[],
  ahead: readonly PiecewiseLinear[],
  most: number,
): Generator<undefined, Omit<StorePath, "ahead">> {
  const values: PiecewiseLinear[] = [];
  let value: PiecewiseLinear = [0, 0, 0, 0];
  const slack = SAME_VALUE * (1 + Math.abs(most));
  for (let t = 0; t < stages.length; t++) {
    const { retention, gain, worth, costs } = stages[t];
    const moved = rescaled(value, retention, gain);
    const all = plus(lowerEnvelope(costs.flatMap((cost) => convolutions(moved, cost))), worth);
    value = underestimate(within(all, levelCost(stages, t, ahead[t + 1]), most + slack), PIECES_ON);
    if (value.length === 0) return { bound: most, decisions: [], cost: Infinity };
    values.push(value);
    yield;
  }
  let [level, bound] = [0, Infinity];
  for (let k = 0; k < value.length; k += 2) if (value[k + 1] < bound) [level, bound] = [value[k], value[k + 1]];
  return { bound, ...backtrack(stages, values, level) };
}

/** The decisions of a least-cost path that ends at `level`: in each stage, a decision that attains its value. */
function backtrack(
  stages: readonly StoreStage[],
  values: readonly PiecewiseLinear[],
  end: number,
): Omit<StorePath, "bound" | "ahead"> {
  const decisions = new Array<number>(stages.length);
  let cost = 0;
  let level = end;
  for (let t = stages.length - 1; t >= 0; t--) {
    const { retention, gain, worth, costs } = stages[t];
    const before = rescaled(t > 0 ? values[t - 1] : [0, 0, 0, 0], retention, gain);
    let [least, from, own] = [Infinity, 0, 0];
    costs.forEach((f, d) => {
      const consider = (at: number, beforeValue: number, fValue: number) => {
        if (beforeValue + fValue >= least) return;
        least = beforeValue + fValue;
        [from, own] = [at, fValue];
        decisions[t] = d;
      };
      for (let k = 0; k < f.length; k += 2) consider(level - f[k], valueAt(before, level - f[k]), f[k + 1]);
      for (let k = 0; k < before.length; k += 2) consider(before[k], before[k + 1], valueAt(f, level - before[k]));
    });
    cost += own + valueAt(worth, level);
    level = retention > 0 ? (from - gain) / retention : 0;
  }
  return { decisions, cost };
}
