/**
 * Searches better row prices for the bound along a store, by a subgradient method. By weak duality, every vector y of
 * row prices gives a bound
 *
 *     B(y) = z(y) + the extra cost of the pairs along the chain at y          (`dualPoint`, `ChainBound`)
 *
 * The duals of the LP relaxation are not the best prices here. B is concave. Let x be the point that attains it (the
 * path through the chain, and every other column at the bound that its reduced cost selects). Then g_i = bound_i -
 * a_i'x over the priced rows is a supergradient. y moves by Polyak's step towards the cost of the incumbent, `aim`:
 *
 *     y += theta (aim - B(y)) / |h|^2 h,      h = the mean of g and the previous directions
 *
 * and theta is halved if B does not rise. Columns without an upper bound must not get a negative reduced cost; a
 * projection ensures that. Rows inside the chain (its links, the balances of the intervals) and the valid rows of pairs
 * are not priced.
 */
import type { LinearProgram } from "../lp/linear-program.ts";
import type { Side } from "./exclusive-pairs.ts";
import { type ChainBound, guideOf, type Stores } from "./chain-bound.ts";
import type { ChainStage } from "./chain-stage.ts";
import { type DualPoint, dualPoint } from "./dual-point.ts";
import type { PiecewiseLinear } from "./piecewise-linear.ts";
import { followPath, lookAhead } from "./store-program.ts";
import { valueAt } from "./piecewise-linear.ts";

/** Start of a search: prices, and the point of the program's optimum. */
export interface SearchStart {
  readonly y: Float64Array;
  readonly x: Float64Array;
}

export interface PricedChain {
  readonly stores: Stores;
  readonly point: DualPoint;
  /** B(y). */
  readonly bound: number;
  readonly stages: readonly ChainStage[];
  /** See `lookAhead`. */
  readonly ahead: readonly PiecewiseLinear[];
  readonly guide: ReadonlyMap<number, Side>;
}

const [FIRST_THETA, LEAST_THETA, MEMORY, PATIENCE] = [0.2, 1e-3, 0.7, 6];
/** An increase of the bound by less than this share of the remaining gap does not count. */
const RISE = 1e-3;

/** The best prices found in `most` steps; undefined if the stores have no bound at `start`. */
export function* betterPrices(
  chains: ChainBound,
  stores: Stores,
  colUpper: Float64Array,
  start: SearchStart,
  { aim, most }: { readonly aim: number; readonly most: number },
): Generator<undefined, PricedChain | undefined> {
  const rows = pricedRows(chains, stores);
  const direction = new Float64Array(chains.lp.numRows);
  let y = start.y;
  let best: PricedChain | undefined;
  let [theta, stale] = [FIRST_THETA, 0];
  for (let step = 0; step < most; step++) {
    const point = dualPoint(chains.lp, colUpper, y);
    const stages = point.objective > -Infinity ? yield* chains.stages(stores, colUpper, point) : undefined;
    if (stages === undefined) return best;
    const ahead = yield* lookAhead(stages);
    const bound = point.objective + (ahead.length > stages.length ? valueAt(ahead[0], stages[0].gain) : Infinity);
    const path = bound < Infinity ? followPath(stages, ahead) : undefined;
    const guide = guideOf(stages, path?.decisions ?? []);
    stale = best !== undefined && !(bound > best.bound + RISE * (aim - best.bound)) ? stale + 1 : 0;
    if (best === undefined || bound > best.bound) best = { stores, point, bound, stages, ahead, guide };
    if (!(bound < aim) || path === undefined || path.decisions.length === 0) return best;
    if (stale >= PATIENCE) {
      [theta, stale] = [theta / 2, 0];
      if (theta < LEAST_THETA) return best;
    }
    const x = pointBehind(chains, stores, colUpper, { point, stages, path, start });
    let size = 0;
    for (const i of rows) {
      direction[i] = MEMORY * direction[i] + (1 - MEMORY) * rowViolation(chains, i, point.y[i], x);
      size += direction[i] ** 2;
    }
    if (size === 0) return best;
    const length = (theta * (aim - bound)) / size;
    const next = point.y.slice();
    for (const i of rows) next[i] += length * direction[i];
    y = withinCone(chains.lp, colUpper, rows, point, next);
  }
  return best;
}

/** Priced rows with a finite bound: they are outside the chain and not implied by the pairs. */
function pricedRows({ lp, pairs }: ChainBound, stores: Stores): Int32Array {
  const isInner = new Uint8Array(lp.numRows);
  for (const { chain } of stores.length === 1 ? stores : []) for (const { row } of chain) isInner[row] = 1;
  for (const { block } of stores[0].chain) {
    const { row, validRows } = pairs.blocks[block];
    isInner[row] = 1;
    for (const i of validRows) isInner[i] = 1;
  }
  return Int32Array.from(
    Array.from(isInner.keys()).filter((i) => !isInner[i] && (lp.rowLower[i] > -Infinity || lp.rowUpper[i] < Infinity)),
  );
}

/** Bound minus activity of a row: the supergradient for its price. */
function rowViolation(
  { lp: { rowLower, rowUpper }, byRows }: ChainBound,
  i: number,
  price: number,
  x: Float64Array,
): number {
  let sum = 0;
  for (let p = byRows.rowStart[i]; p < byRows.rowStart[i + 1]; p++) sum += byRows.value[p] * x[byRows.colIndex[p]];
  if (price > 0) return rowLower[i] - sum;
  if (price < 0) return rowUpper[i] - sum;
  return sum < rowLower[i] ? rowLower[i] - sum : sum > rowUpper[i] ? rowUpper[i] - sum : 0;
}

function pointBehind(
  { lp: { numCols, colLower } }: ChainBound,
  stores: Stores,
  colUpper: Float64Array,
  {
    point: { reducedCost },
    stages,
    path,
    start,
  }: {
    readonly point: DualPoint;
    readonly stages: readonly ChainStage[];
    readonly path: ReturnType<typeof followPath>;
    readonly start: SearchStart;
  },
): Float64Array {
  const x = new Float64Array(numCols);
  for (let j = 0; j < numCols; j++) {
    // At a reduced cost of 0 every value is optimal; the value at the LP optimum is the best guess.
    x[j] = reducedCost[j] > 0 ? colLower[j] : reducedCost[j] < 0 ? colUpper[j] : Math.min(start.x[j], colUpper[j]);
  }
  stages.forEach((stage, t) => {
    const values = stage.pointAt(path.decisions[t], path.flows[t]);
    stage.columns.forEach((j, s) => {
      x[j] = values[s];
    });
    stage.levelsAt(path.levels[t]).forEach((level, k) => {
      x[stores[k].chain[t].state] = level;
    });
  });
  return x;
}

/** Rounds of projection onto the reduced costs that `y` makes infeasible. */
const PROJECTIONS = 8;

/**
 * Moves `next` so that no column without an upper bound has a negative reduced cost and no price refers to an infinite
 * bound. It projects onto each condition in turn, and then moves back towards `from`, which satisfies them all.
 */
function withinCone(
  { colStart, rowIndex, value, cost, rowLower, rowUpper, numCols }: LinearProgram,
  colUpper: Float64Array,
  rows: Int32Array,
  from: DualPoint,
  next: Float64Array,
): Float64Array {
  const signed = () => {
    for (const i of rows) if (!Number.isFinite(next[i] > 0 ? rowLower[i] : rowUpper[i])) next[i] = 0;
  };
  const reducedCost = (j: number) => {
    let d = cost[j];
    for (let k = colStart[j]; k < colStart[j + 1]; k++) d -= next[rowIndex[k]] * value[k];
    return d;
  };
  const isPriced = new Uint8Array(next.length);
  for (const i of rows) isPriced[i] = 1;
  const endless = Array.from({ length: numCols }, (_, j) => j).filter((j) => colUpper[j] === Infinity);
  signed();
  for (let round = 0; round < PROJECTIONS; round++) {
    let isIn = true;
    for (const j of endless) {
      const d = reducedCost(j);
      if (d >= 0) continue;
      isIn = false;
      let size = 0;
      for (let k = colStart[j]; k < colStart[j + 1]; k++) if (isPriced[rowIndex[k]]) size += value[k] ** 2;
      if (size === 0) continue;
      for (let k = colStart[j]; k < colStart[j + 1]; k++)
        if (isPriced[rowIndex[k]]) next[rowIndex[k]] += (d / size) * value[k];
    }
    if (isIn) return next;
    signed();
  }
  let share = 1;
  for (const j of endless) {
    const d = reducedCost(j);
    const before = Math.max(0, from.reducedCost[j]);
    if (d < 0) share = Math.min(share, before / (before - d));
  }
  return share === 1 ? next : next.map((price, i) => from.y[i] + share * (price - from.y[i]));
}
