/**
 * A bound beyond the linear one, by Lagrange, over a whole store. As `BlockBound`, but of the rows that are priced by the
 * duals y of a node's optimum z those of one store are kept beside those of the blocks. No point that keeps the pairs
 * costs less than
 *
 *     z + min { p'x : rows of blocks and store, limits, pairs kept }  -  sum_j min(d_j lower_j, d_j upper_j) - sum of the valid rows' y
 *
 * where j runs over the columns of the blocks and the states of the store, and p = d + y of the valid rows. What is left
 * is a chain that `solveStore` settles exactly. Where the store is all that ties intervals together, this is the best
 * cost itself. In other sites it is what all else is paid for at the node's prices.
 */
import type { LinearProgram } from "../lp/linear-program.ts";
import type { OptimalSolution } from "../lp/solution.ts";
import { type RowWise, transpose } from "../sparse/transpose.ts";
import type { ExclusivePairs, Side } from "./exclusive-pairs.ts";
import { intervalCost } from "./interval-cost.ts";
import type { PiecewiseLinear } from "./piecewise-linear.ts";
import { type StoreChain, storeChains, type StoreLink } from "./store-chains.ts";
import { solveStore, type StoreStage } from "./store-program.ts";
import type { Decisions } from "./tree-node.ts";

/** Pairs of an interval that are decided in the chain; further ones are left open, which only weakens the bound. */
const MOST_PAIRS = 5;

export interface ChainAnswer {
  /** How much more than the node's objective every point below it costs; Infinity where there is none. */
  readonly gain: number;
  /** By pair the side at zero on a least path through the store: a guess where to find a good point. */
  readonly guide: ReadonlyMap<number, Side>;
}

/** What is read of a node's optimum. */
export type NodePrices = Pick<OptimalSolution, "y" | "reducedCost">;

export class ChainBound {
  readonly chains: readonly StoreChain[];
  private readonly lp: LinearProgram;
  private readonly pairs: ExclusivePairs;
  private readonly byRows: RowWise;

  constructor(lp: LinearProgram, pairs: ExclusivePairs) {
    this.lp = lp;
    this.pairs = pairs;
    this.byRows = transpose(lp.numRows, lp.numCols, lp.colStart, lp.rowIndex, lp.value);
    this.chains = storeChains(lp, this.byRows, pairs.blocks);
  }

  /**
   * By each store in turn, for the node whose upper limits are `colUpper`; stores whose chain has no such form are left
   * out. More than `gainMost` is of no interest.
   */
  *answers(colUpper: Float64Array, prices: NodePrices, gainMost: number): Generator<undefined, ChainAnswer[]> {
    const all: ChainAnswer[] = [];
    for (const chain of this.chains) {
      const answer = yield* this.answer(chain, colUpper, prices, gainMost);
      if (answer) all.push(answer);
    }
    return all;
  }

  private *answer(chain: StoreChain, colUpper: Float64Array, prices: NodePrices, gainMost: number): Generator<undefined, ChainAnswer | undefined> {
    const stages: StoreStage[] = [];
    const ways: Decisions["zero"][][] = [];
    for (const link of chain) {
      const stage = this.stage(link, colUpper, prices);
      if (stage === undefined || !Number.isFinite(stage.base)) return undefined;
      stages.push(stage);
      ways.push(stage.ways);
    }
    const { bound, decisions } = yield* solveStore(stages, gainMost);
    const guide = new Map<number, Side>();
    decisions.forEach((decision, t) => {
      for (const { pair, side } of ways[t][decision]) guide.set(pair, side);
    });
    return { gain: bound, guide };
  }

  private stage({ block, state, row, coefficient, keep }: StoreLink, colUpper: Float64Array, { y, reducedCost }: NodePrices) {
    const { lp, lp: { colLower }, pairs, byRows: { rowStart, colIndex, value } } = this;
    const { row: own, pairs: canBind, keptPairs = [], validRows } = pairs.blocks[block];
    if (lp.rowLower[own] !== lp.rowUpper[own] || !Number.isFinite(colUpper[state] - colLower[state])) return undefined;
    const columns = colIndex.slice(rowStart[own], rowStart[own + 1]);
    const a = value.slice(rowStart[own], rowStart[own + 1]);
    const price = Float64Array.from(columns, (j) => reducedCost[j]);
    const lower = Float64Array.from(columns, (j) => colLower[j]);
    const upper = Float64Array.from(columns, (j) => colUpper[j]);
    const push = new Float64Array(columns.length);
    for (let p = rowStart[row]; p < rowStart[row + 1]; p++) {
      const s = columns.indexOf(colIndex[p]);
      if (s >= 0) push[s] = -value[p] / coefficient;
    }
    let linear = leastOf(reducedCost[state], colLower[state], colUpper[state]);
    for (let s = 0; s < price.length; s++) linear += leastOf(price[s], lower[s], upper[s]);
    for (const i of validRows) {
      const places = Array.from(colIndex.subarray(rowStart[i], rowStart[i + 1]), (j) => columns.indexOf(j));
      // A valid row that reaches beyond the block stays priced.
      if (lp.rowUpper[i] !== 1 || places.includes(-1)) continue;
      linear += y[i];
      places.forEach((s, p) => { price[s] += y[i] * value[rowStart[i] + p]; });
    }
    const order = [...columns.keys()].filter((s) => push[s] === 0);
    if (order.some((s) => a[s] === 0)) return undefined;
    order.sort((s, t) => price[s] / a[s] - price[t] / a[t] || s - t);
    // The pairs of the store's own flows first, also where prices keep them: a decision leaves one flow.
    const isFlow = (pair: number) => ([0, 1] as const).every((side) => pairs.columns(pair, side).some((j) => push[columns.indexOf(j)] !== 0));
    const open = [...canBind, ...keptPairs].filter(isFlow).concat(canBind.filter((pair) => !isFlow(pair)));
    const ways: Decisions["zero"][] = [];
    const costs: PiecewiseLinear[] = [];
    const visit = (at: number, limits: Float64Array, zero: Decisions["zero"]): boolean => {
      if (at === open.length || zero.length >= MOST_PAIRS) {
        const cost = intervalCost({ price, a, b: lp.rowLower[own], lower, upper: limits, push, order });
        if (cost === undefined) return false;
        if (cost.length > 0) {
          costs.push(cost);
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
    const gain = lp.rowLower[row] / coefficient;
    return { keep, gain, lower: colLower[state], upper: colUpper[state], worth: reducedCost[state], costs, ways, base: linear };
  }
}

function leastOf(price: number, lower: number, upper: number): number {
  return price === 0 ? 0 : price * (price > 0 ? lower : upper);
}
