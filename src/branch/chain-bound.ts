/**
 * A bound beyond the linear one, by Lagrange, over a whole store. As `BlockBound`, but of the rows that are priced by
 * the duals y of a node's optimum z those of one store are kept beside those of the blocks. No point that keeps the
 * pairs costs less than
 *
 *     z + min { p'x : rows of blocks and store, limits, pairs kept } - sum_j min(d_j lower_j, d_j upper_j) - sum of the
 *     valid rows' y
 *
 * where j runs over the columns of the blocks and the states of the store, and p = d + y of the valid rows. What is
 * left is a chain that `solveStore` settles exactly. Where the store is all that ties intervals together, this is the
 * best cost itself. In other sites it is what all else is paid for at the node's prices.
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

/**
 * Stages that one search may spend on stores: some hundred bounds of a week of hours, a dozen of a year. Beyond it the
 * tree goes on by linear programs alone, so that a search that does not settle ends in minutes.
 */
const MOST_STAGES = 100_000;

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
  private stagesSpent = 0;

  constructor(lp: LinearProgram, pairs: ExclusivePairs) {
    this.lp = lp;
    this.pairs = pairs;
    this.byRows = transpose(lp.numRows, lp.numCols, lp.colStart, lp.rowIndex, lp.value);
    this.chains = storeChains(lp, this.byRows, pairs.blocks);
  }

  /**
   * By each store in turn and, of stores that lose energy alike, by their sum; for the node whose upper limits are
   * `colUpper`. What has no such form is left out. More than `gainMost` is of no interest. None once the stages of a
   * search are spent.
   */
  *answers(colUpper: Float64Array, prices: NodePrices, gainMost: number): Generator<undefined, ChainAnswer[]> {
    const all: ChainAnswer[] = [];
    if (this.stagesSpent >= MOST_STAGES) return all;
    for (const stores of [...this.alike(prices), ...this.chains.map((chain): Stores => [{ chain, weight: 1 }])]) {
      const answer = yield* this.answer(stores, colUpper, prices, gainMost);
      if (answer) all.push(answer);
    }
    return all;
  }

  /** Stores of the same blocks and losses, each weighed by what its energy is worth against that of the first. */
  private alike({ y }: NodePrices): Stores[] {
    const [first] = this.chains;
    if (first === undefined) return [];
    const same = this.chains.filter(
      (chain) =>
        chain.length === first.length &&
        chain.every(({ block, keep }, t) => block === first[t].block && Math.abs(keep - first[t].keep) <= SAME_LOSS),
    );
    if (same.length < 2) return [];
    const worth = same.map((chain) =>
      chain.reduce((sum, { row, coefficient }) => sum + Math.abs(y[row] * coefficient), 0),
    );
    return [same.map((chain, k) => ({ chain, weight: worth[k] > 0 && worth[0] > 0 ? worth[k] / worth[0] : 1 }))];
  }

  private *answer(
    stores: Stores,
    colUpper: Float64Array,
    prices: NodePrices,
    gainMost: number,
  ): Generator<undefined, ChainAnswer | undefined> {
    const stages: StoreStage[] = [];
    const ways: Decisions["zero"][][] = [];
    for (let t = 0; t < stores[0].chain.length; t++) {
      const stage = this.stage(
        stores.map(({ chain, weight }) => ({ link: chain[t], weight })),
        colUpper,
        prices,
      );
      if (stage === undefined) return undefined;
      stages.push(stage);
      ways.push(stage.ways);
      yield;
    }
    this.stagesSpent += stages.length;
    const { bound, decisions } = yield* solveStore(stages, gainMost);
    const guide = new Map<number, Side>();
    decisions.forEach((decision, t) => {
      for (const { pair, side } of ways[t][decision]) guide.set(pair, side);
    });
    return { gain: bound, guide };
  }

  private stage(
    links: readonly { readonly link: StoreLink; readonly weight: number }[],
    colUpper: Float64Array,
    { y, reducedCost }: NodePrices,
  ) {
    const {
      lp,
      lp: { colLower },
      pairs,
      byRows: { rowStart, colIndex, value },
    } = this;
    const [
      {
        link: { block, keep },
      },
    ] = links;
    const { row: own, pairs: canBind, keptPairs = [], validRows } = pairs.blocks[block];
    if (lp.rowLower[own] !== lp.rowUpper[own]) return undefined;
    const columns = colIndex.slice(rowStart[own], rowStart[own + 1]);
    const a = value.slice(rowStart[own], rowStart[own + 1]);
    const price = Float64Array.from(columns, (j) => reducedCost[j]);
    const lower = Float64Array.from(columns, (j) => colLower[j]);
    const upper = Float64Array.from(columns, (j) => colUpper[j]);
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
    for (let s = 0; s < price.length; s++) linear += leastOf(price[s], lower[s], upper[s]);
    for (const i of validRows) {
      const places = Array.from(colIndex.subarray(rowStart[i], rowStart[i + 1]), (j) => columns.indexOf(j));
      // A valid row that reaches beyond the block stays priced.
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
    // The pairs of the store's own flows first, also where prices keep them: a decision leaves one flow.
    const isFlow = (pair: number) =>
      ([0, 1] as const).every((side) => pairs.columns(pair, side).some((j) => push[columns.indexOf(j)] !== 0));
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
    return { keep, gain, worth: worthOf(links, reducedCost, colLower, colUpper, linear), costs, ways };
  }
}

/** What a level of the sum of some stores costs, less `base`: the cheaper energy by its price is had first. */
function worthOf(
  links: readonly { readonly link: StoreLink; readonly weight: number }[],
  price: Float64Array,
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
    cost += price[state] * colLower[state];
  }
  const out: number[] = [];
  for (const {
    link: { state },
    weight,
  } of links.toSorted((a, b) => price[a.link.state] / a.weight - price[b.link.state] / b.weight)) {
    const width = weight * (colUpper[state] - colLower[state]);
    if (out.length > 0 && width === 0) continue;
    out.push(x, cost, x + width, cost + (price[state] / weight) * width);
    x += width;
    cost += (price[state] / weight) * width;
  }
  return out;
}

function leastOf(price: number, lower: number, upper: number): number {
  return price === 0 ? 0 : price * (price > 0 ? lower : upper);
}

/** Shares of energy kept that are this near are one. */
const SAME_LOSS = 1e-12;

/** Stores that are taken as one, the energy of each by its weight. */
type Stores = readonly { readonly chain: StoreChain; readonly weight: number }[];
