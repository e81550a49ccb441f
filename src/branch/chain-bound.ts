/**
 * A Lagrangian bound over a whole store. It extends `BlockBound`: the rows of one store remain in the inner problem
 * together with the rows of the blocks, and only the other rows are priced with the duals y of a node's optimum z.
 * Every point that satisfies the pairs costs at least
 *
 *     z + min { p'x : rows of blocks and store, bounds, pairs satisfied } - sum_j min(d_j lower_j, d_j upper_j)
 *       - sum of y over the valid rows
 *
 * where j runs over the columns of the blocks and the states of the store, and p = d + y of the valid rows. The inner
 * problem is a chain of intervals that `solveStore` solves exactly. If the store is the only link between intervals,
 * this bound is the optimal cost. In other sites, everything else is priced at the node.
 */
import type { LinearProgram } from "../lp/linear-program.ts";
import { type RowWise, transpose } from "../sparse/transpose.ts";
import { commonSides, decisionBounds, excludedDecisions } from "./decision-bounds.ts";
import type { ExclusivePairs, Side, ZeroSide } from "./exclusive-pairs.ts";
import { type ChainStage, chainStage, type NodePrices } from "./chain-stage.ts";
import { type StoreChain, storeChains } from "./store-chains.ts";
import { solveStore } from "./store-program.ts";

/**
 * Budget of stages per search: 1,800 bounds for a week of hours, 34 for a year. When it is used up, the
 * tree continues with linear programs alone, so that a search that does not settle ends within minutes.
 */
const MAX_STAGES = 300_000;

export interface StoreBound {
  /** How much every point below the node costs more than the node's objective; Infinity if there is no such point. */
  readonly gain: number;
  /** For each pair, the side at zero on a least-cost path through the store: a guess of where a good point is. */
  readonly guide: ReadonlyMap<number, Side>;
  /** Sides that are zero in every point that costs less than `gainMost` more than the node's objective. */
  readonly zero: readonly ZeroSide[];
}

/** Stores combined into one, each with the weight of its energy. */
export type Stores = readonly { readonly chain: StoreChain; readonly weight: number }[];

/** Number of chain stages that a search has solved. */
export interface SpentStages {
  stages: number;
}

export class ChainBound {
  readonly chains: readonly StoreChain[];
  readonly lp: LinearProgram;
  readonly pairs: ExclusivePairs;
  readonly byRows: RowWise;
  private readonly spent: SpentStages;

  constructor(lp: LinearProgram, pairs: ExclusivePairs, spent: SpentStages = { stages: 0 }) {
    this.spent = spent;
    this.lp = lp;
    this.pairs = pairs;
    this.byRows = transpose(lp.numRows, lp.numCols, lp.colStart, lp.rowIndex, lp.value);
    this.chains = storeChains(lp, this.byRows, pairs.blocks);
  }

  /** Whether the search has used up its budget of stages. */
  get isSpent(): boolean {
    return this.spent.stages >= MAX_STAGES;
  }

  /**
   * Bounds by each store in turn, and by the sum of stores with equal losses, for the node with the upper bounds
   * `colUpper`. Stores without such a form are skipped. The bound need not exceed `gainMost`. Returns nothing when the
   * stage budget of the search is used up.
   */
  *bounds(colUpper: Float64Array, prices: NodePrices, gainMost: number): Generator<undefined, StoreBound[]> {
    const all: StoreBound[] = [];
    if (this.isSpent) return all;
    for (const stores of this.storesBy(prices)) {
      const answer = yield* this.answer(stores, colUpper, prices, gainMost);
      if (answer) all.push(answer);
    }
    return all;
  }

  /** The sum of the stores with equal losses, and each store alone. */
  storesBy(prices: NodePrices): Stores[] {
    return [...this.alike(prices), ...this.chains.map((chain): Stores => [{ chain, weight: 1 }])];
  }

  /** Stores with the same blocks and losses, each weighted by the value of its energy relative to the first. */
  private alike({ y }: NodePrices): Stores[] {
    const [first] = this.chains;
    if (first === undefined) return [];
    const same = this.chains.filter(
      (chain) =>
        chain.length === first.length &&
        chain.every(
          ({ block, retention }, t) =>
            block === first[t].block && Math.abs(retention - first[t].retention) <= SAME_LOSS,
        ),
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
  ): Generator<undefined, StoreBound | undefined> {
    const stages = yield* this.stages(stores, colUpper, prices);
    if (stages === undefined) return undefined;
    const { bound, decisions, ahead } = yield* solveStore(stages, gainMost);
    const guide = guideOf(stages, decisions);
    if (bound >= gainMost || gainMost === Infinity) return { gain: bound, guide, zero: [] };
    const bounds = yield* decisionBounds(stages, ahead, gainMost);
    if (bounds.length === 0) return { gain: gainMost, guide, zero: [] };
    const zero = excludedDecisions(stages, bounds, gainMost).flatMap((gone, t) =>
      gone.length === 0 ? [] : commonSides(stages[t].ways.filter((way) => !gone.includes(way))),
    );
    return { gain: bound, guide, zero };
  }

  /**
   * The chain of some stores; undefined if it does not have this form, or if the stage budget of the search is used up.
   */
  *stages(
    stores: Stores,
    colUpper: Float64Array,
    prices: NodePrices,
  ): Generator<undefined, readonly ChainStage[] | undefined> {
    if (this.isSpent) return undefined;
    const stages: ChainStage[] = [];
    for (let t = 0; t < stores[0].chain.length; t++) {
      const links = stores.map(({ chain, weight }) => ({ link: chain[t], weight }));
      const stage = chainStage(this, links, colUpper, prices);
      if (stage === undefined) return undefined;
      stages.push(stage);
      yield;
    }
    this.spent.stages += stages.length;
    return stages;
  }
}

/** For each pair, the side at zero under the decisions of a path. */
export function guideOf(stages: readonly ChainStage[], decisions: readonly number[]): Map<number, Side> {
  const guide = new Map<number, Side>();
  decisions.forEach((decision, t) => {
    for (const { pair, side } of stages[t].ways[decision]) guide.set(pair, side);
  });
  return guide;
}

/** Loss factors closer than this are equal. */
const SAME_LOSS = 1e-12;
