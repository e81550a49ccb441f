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
import { type RowWise, transpose } from "../sparse/transpose.ts";
import type { ExclusivePairs, Side } from "./exclusive-pairs.ts";
import { type ChainStage, chainStage, type NodePrices } from "./chain-stage.ts";
import { type StoreChain, storeChains } from "./store-chains.ts";
import { solveStore } from "./store-program.ts";

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

/** Stores that are taken as one, the energy of each by its weight. */
export type Stores = readonly { readonly chain: StoreChain; readonly weight: number }[];

/** Stages of chains that a search has solved. */
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

  /**
   * By each store in turn and, of stores that lose energy alike, by their sum; for the node whose upper limits are
   * `colUpper`. What has no such form is left out. More than `gainMost` is of no interest. None once the stages of a
   * search are spent.
   */
  *answers(colUpper: Float64Array, prices: NodePrices, gainMost: number): Generator<undefined, ChainAnswer[]> {
    const all: ChainAnswer[] = [];
    if (this.spent.stages >= MOST_STAGES) return all;
    for (const stores of this.storesBy(prices)) {
      const answer = yield* this.answer(stores, colUpper, prices, gainMost);
      if (answer) all.push(answer);
    }
    return all;
  }

  /** The sum of the stores that lose alike, and each store. */
  storesBy(prices: NodePrices): Stores[] {
    return [...this.alike(prices), ...this.chains.map((chain): Stores => [{ chain, weight: 1 }])];
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
    const stages = yield* this.stages(stores, colUpper, prices);
    if (stages === undefined) return undefined;
    const { bound, decisions } = yield* solveStore(stages, gainMost);
    return { gain: bound, guide: guideOf(stages, decisions) };
  }

  /** The chain of some stores; undefined where it has no such form or the stages of a search are spent. */
  *stages(
    stores: Stores,
    colUpper: Float64Array,
    prices: NodePrices,
  ): Generator<undefined, readonly ChainStage[] | undefined> {
    if (this.spent.stages >= MOST_STAGES) return undefined;
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

/** By pair the side at zero under the decisions of a path. */
export function guideOf(stages: readonly ChainStage[], decisions: readonly number[]): Map<number, Side> {
  const guide = new Map<number, Side>();
  decisions.forEach((decision, t) => {
    for (const { pair, side } of stages[t].ways[decision]) guide.set(pair, side);
  });
  return guide;
}

/** Shares of energy kept that are this near are one. */
const SAME_LOSS = 1e-12;
