/**
 * One interval of a chain: its columns with their prices, its cost as a function of the energy put into the store for
 * each decision of its pairs, and the cost of the levels after it. `ChainBound` defines the prices.
 */
import type { LinearProgram } from "../lp/linear-program.ts";
import type { OptimalSolution } from "../lp/solution.ts";
import { gather } from "../sparse/gather.ts";
import type { RowWise } from "../sparse/transpose.ts";
import type { ExclusivePairs, Side, ZeroSide } from "./exclusive-pairs.ts";
import { intervalCost, intervalPoint } from "./interval-cost.ts";
import type { PiecewiseLinear } from "./piecewise-linear.ts";
import type { StoreLink } from "./store-chains.ts";
import type { StoreStage } from "./store-program.ts";

/** Number of pairs per interval that the chain decides. Further pairs stay open, which only weakens the bound. */
const MAX_PAIRS = 5;

/** Prices of rows and the resulting reduced costs, of an optimum or of any other dual vector. */
export interface NodePrices extends Pick<OptimalSolution, "y" | "reducedCost"> {
  /** Added to the reduced costs in the chain, but not in what is subtracted as already counted; see `pricedParts`. */
  readonly split?: Float64Array | undefined;
}

/** The interval of a store, and the weight of its energy in the sum of the chain's stores. */
export interface WeighedLink {
  readonly link: StoreLink;
  readonly weight: number;
}

export interface ChainStage extends StoreStage {
  /** The sides at zero, for each index in `costs`. */
  readonly ways: readonly (readonly ZeroSide[])[];
  /** Columns of the interval's own row. */
  readonly columns: Int32Array;
  /** Values of `columns` under decision `way` that put `flow` into the store at least cost. */
  pointAt(way: number, flow: number): Float64Array;
  /** For each link, the level of its store if the weighted sum of the levels is `level`. */
  levelsAt(level: number): number[];
}

/** The data from which the stages of a chain are built. */
export interface StageSource {
  readonly lp: LinearProgram;
  readonly pairs: ExclusivePairs;
  readonly byRows: RowWise;
}

/** Undefined if the interval does not have this form. */
export function chainStage(
  { lp, pairs, byRows: { rowStart, colIndex, value } }: StageSource,
  links: readonly WeighedLink[],
  colUpper: Float64Array,
  { y, reducedCost, split }: NodePrices,
): ChainStage | undefined {
  const { colLower } = lp;
  const [
    {
      link: { block, retention },
    },
  ] = links;
  const { row: own, pairs: canBind, impliedPairs = [], validRows, excluded = [] } = pairs.blocks[block];
  if (lp.rowLower[own] !== lp.rowUpper[own]) return undefined;
  const columns = colIndex.slice(rowStart[own], rowStart[own + 1]);
  const a = value.slice(rowStart[own], rowStart[own + 1]);
  const inChain = split ? (j: number) => reducedCost[j] + split[j] : (j: number) => reducedCost[j];
  const price = new Float64Array(columns.length);
  for (let s = 0; s < price.length; s++) price[s] = inChain(columns[s]);
  const lower = gather(colLower, columns);
  const upper = gather(colUpper, columns);
  const push = new Float64Array(columns.length);
  let [linear, gain] = [0, 0];
  for (const {
    link: { row, state, coefficient },
    weight,
  } of links) {
    for (let p = rowStart[row]; p < rowStart[row + 1]; p++) {
      const s = columns.indexOf(colIndex[p]);
      if (s >= 0) push[s] -= (weight * value[p]) / coefficient;
    }
    gain += (weight * lp.rowLower[row]) / coefficient;
    linear += leastOf(reducedCost[state], colLower[state], colUpper[state]);
  }
  for (let s = 0; s < price.length; s++) linear += leastOf(reducedCost[columns[s]], lower[s], upper[s]);
  for (const i of validRows) {
    const places = Array.from(colIndex.subarray(rowStart[i], rowStart[i + 1]), (j) => columns.indexOf(j));
    // A valid row with columns outside the block remains priced.
    if (lp.rowUpper[i] !== 1 || places.includes(-1)) continue;
    linear += y[i];
    places.forEach((s, p) => {
      price[s] += y[i] * value[rowStart[i] + p];
    });
  }
  if (
    !Number.isFinite(linear) ||
    links.some(({ link: { state } }) => !Number.isFinite(colUpper[state] - colLower[state]))
  )
    return undefined;
  const order = [...columns.keys()].filter((s) => push[s] === 0);
  if (a.includes(0)) return undefined;
  order.sort((s, t) => price[s] / a[s] - price[t] / a[t] || s - t);
  // Pairs of the store's own flows come first, even if prices ensure them, because a decision leaves only one flow.
  const isFlow = (pair: number) =>
    ([0, 1] as const).every((side) => pairs.columns(pair, side).some((j) => push[columns.indexOf(j)] !== 0));
  const open = [...canBind, ...impliedPairs].filter(isFlow).concat(canBind.filter((pair) => !isFlow(pair)));
  const ways: (readonly ZeroSide[])[] = [];
  const costs: PiecewiseLinear[] = [];
  const uppers: Float64Array[] = [];
  const placesExcluded = excluded.map((sides) =>
    sides
      .flatMap(({ pair, side }) => pairs.columns(pair, side))
      .filter((j) => colUpper[j] > 0)
      .map((j) => columns.indexOf(j)),
  );
  const isExcluded = (limits: Float64Array) =>
    placesExcluded.some((places) => places.every((s) => s >= 0 && limits[s] <= 0));
  const visit = (at: number, limits: Float64Array, zero: readonly ZeroSide[]): boolean => {
    if (at === open.length || zero.length >= MAX_PAIRS) {
      if (isExcluded(limits)) return true;
      const cost = intervalCost({ price, a, b: lp.rowLower[own], lower, upper: limits, push, order });
      if (cost === undefined) return false;
      if (cost.length > 0) {
        costs.push(cost);
        uppers.push(limits);
        ways.push(zero);
      }
      return true;
    }
    const pair = open[at];
    const sides = ([0, 1] as const).map((side) => pairs.columns(pair, side).map((j) => columns.indexOf(j)));
    const isZero = (side: Side) => sides[side].every((s) => s < 0 || limits[s] <= 0);
    if (sides.flat().includes(-1) || isZero(0) || isZero(1)) return visit(at + 1, limits, zero);
    return ([0, 1] as const).every((side) => {
      if (sides[side].some((s) => lower[s] > 0)) return true;
      const less = limits.slice();
      for (const s of sides[side]) less[s] = 0;
      return visit(at + 1, less, [...zero, { pair, side }]);
    });
  };
  if (!visit(0, upper, [])) return undefined;
  const cheapestFirst = links
    .map((entry, k) => ({ ...entry, k }))
    .toSorted((s, t) => inChain(s.link.state) / s.weight - inChain(t.link.state) / t.weight);
  return {
    retention,
    gain,
    worth: worthOf(links, inChain, colLower, colUpper, linear),
    costs,
    ways,
    columns,
    pointAt: (way, flow) =>
      intervalPoint({ price, a, b: lp.rowLower[own], lower, upper: uppers[way], push, order }, costs[way], flow),
    levelsAt: (level) => {
      const levels = links.map(({ link: { state } }) => colLower[state]);
      let left = level - links.reduce((sum, { weight }, k) => sum + weight * levels[k], 0);
      for (const { link, weight, k } of cheapestFirst) {
        const step = Math.max(0, Math.min(left, weight * (colUpper[link.state] - colLower[link.state])));
        levels[k] += step / weight;
        left -= step;
      }
      return levels;
    },
  };
}

/** Cost of a level of the sum of some stores, minus `base`: the energy with the lower price is used first. */
function worthOf(
  links: readonly WeighedLink[],
  price: (state: number) => number,
  colLower: Float64Array,
  colUpper: Float64Array,
  base: number,
): PiecewiseLinear {
  let [x, cost] = [0, -base];
  for (const {
    link: { state },
    weight,
  } of links) {
    x += weight * colLower[state];
    cost += price(state) * colLower[state];
  }
  const out: number[] = [];
  for (const {
    link: { state },
    weight,
  } of links.toSorted((a, b) => price(a.link.state) / a.weight - price(b.link.state) / b.weight)) {
    const width = weight * (colUpper[state] - colLower[state]);
    if (out.length > 0 && width === 0) continue;
    out.push(x, cost, x + width, cost + (price(state) / weight) * width);
    x += width;
    cost += (price(state) / weight) * width;
  }
  return out;
}

function leastOf(price: number, lower: number, upper: number): number {
  return price === 0 ? 0 : price * (price > 0 ? lower : upper);
}
