/**
 * A bound by Lagrangian decomposition (variable splitting; Guignard and Kim, Mathematical Programming 39, 1987). The
 * inner problem of `ChainBound` contains whole intervals and one store, or the sum of some stores. Every other store
 * would be priced out, and a fraction of an hour's charging and discharging would count as feasible for it. Instead,
 * each store gets a copy u of its own columns, with its own rows and pairs:
 *
 *     B(y, m) = z(y) + extra cost of the whole intervals, with prices d_j + m_j        the first part
 *                    + sum over copied stores of  min { -m'u : rows, bounds and pairs of that store }
 *
 * for any prices m of u = x. With d = c - A'y, the levels of a store that the first part does not contain cost d in the
 * store's own part. By weak duality, each (y, m) gives a bound; x_j - u_j is a supergradient for m_j. All parts are
 * chains of intervals with one level, which `store-program` solves.
 */
import { type ChainBound, guideOf, type Stores } from "./chain-bound.ts";
import type { ChainStage } from "./chain-stage.ts";
import type { DualPoint } from "./dual-point.ts";
import type { Side } from "./exclusive-pairs.ts";
import { type PiecewiseLinear, valueAt } from "./piecewise-linear.ts";
import type { StoreChain } from "./store-chains.ts";
import { type FollowedPath, followPath, lookAhead } from "./store-program.ts";
import { flowsOf, storeStage } from "./store-stage.ts";

/** A chain of the decomposition: the first has whole intervals, each other the columns of one store. */
export interface PricedPart {
  readonly stores: Stores;
  readonly stages: readonly ChainStage[];
  /** See `lookAhead`. */
  readonly ahead: readonly PiecewiseLinear[];
  /** What it adds to z(y); Infinity if infeasible. */
  readonly gain: number;
}

export interface PricedParts {
  /** B(y, m). */
  readonly bound: number;
  readonly parts: readonly PricedPart[];
}

/** A copied store, and its columns with a price m: the flows, and the levels if the first part has them too. */
export interface CopiedStore {
  readonly chain: StoreChain;
  readonly columns: readonly number[];
  readonly hasLevelInFirst: boolean;
}

/** The stores that are copied if the first part has the given stores. */
export function copiedStores(source: ChainBound, stores: Stores, colUpper: Float64Array): CopiedStore[] {
  // Stores are compared by their first level: prices are also used in narrowed programs, which have their own chains.
  const inFirst = new Set(stores.map(({ chain }) => chain[0].state));
  const blocks = new Set(stores[0].chain.map(({ block }) => block));
  const taken = new Set<number>();
  const all: CopiedStore[] = [];
  for (const chain of source.chains) {
    if (stores.length === 1 && inFirst.has(chain[0].state)) continue;
    const flows = chain.flatMap((link) => flowsOf(source, link).map(({ column }) => column));
    const states = chain.map(({ state }) => state);
    // Two stores that share a column would need two prices for it.
    const isOwn = flows.every((j) => !taken.has(j)) && chain.every(({ block }) => blocks.has(block));
    const isBounded = [...flows, ...states].every((j) => Number.isFinite(colUpper[j] - source.lp.colLower[j]));
    if (!isOwn || !isBounded) continue;
    for (const j of flows) taken.add(j);
    const hasLevelInFirst = inFirst.has(chain[0].state);
    all.push({ chain, columns: hasLevelInFirst ? [...flows, ...states] : flows, hasLevelInFirst });
  }
  return all;
}

/** The parts at the prices `point` and m = `split` (by column); undefined if the first part has no bound. */
export function* pricedParts(
  source: ChainBound,
  stores: Stores,
  copies: readonly CopiedStore[],
  colUpper: Float64Array,
  { point, split }: { readonly point: DualPoint; readonly split: Float64Array },
): Generator<undefined, PricedParts | undefined> {
  const { y, reducedCost, objective } = point;
  const first = yield* source.stages(stores, colUpper, { y, reducedCost, split });
  if (first === undefined) return undefined;
  const parts = [yield* solved(stores, first)];
  for (const { chain, hasLevelInFirst } of copies) {
    const stages = chain.map((link) => {
      const d = reducedCost[link.state];
      const limit = d > 0 ? source.lp.colLower[link.state] : colUpper[link.state];
      return storeStage(source, link, colUpper, {
        price: (j) => -split[j],
        level: hasLevelInFirst ? -split[link.state] : d,
        levelBase: hasLevelInFirst || d === 0 ? 0 : d * limit,
      });
    });
    parts.push(yield* solved([{ chain, weight: 1 }], stages));
  }
  return { bound: parts.reduce((sum, { gain }) => sum + gain, objective), parts };
}

function* solved(stores: Stores, stages: readonly ChainStage[]): Generator<undefined, PricedPart> {
  const ahead = yield* lookAhead(stages);
  return { stores, stages, ahead, gain: ahead.length > stages.length ? valueAt(ahead[0], stages[0].gain) : Infinity };
}

/** A path through every part; undefined if a part has none. */
export function followParts(parts: readonly PricedPart[]): FollowedPath[] | undefined {
  const paths = parts.map(({ stages, ahead, gain }) => (gain < Infinity ? followPath(stages, ahead) : undefined));
  return paths.every((path): path is FollowedPath => path !== undefined && path.decisions.length > 0)
    ? paths
    : undefined;
}

/** For each pair, the side at zero on the paths; where a store's own part differs, the own part's side. */
export function guideOfParts(parts: readonly PricedPart[], paths: readonly FollowedPath[]): Map<number, Side> {
  return new Map(parts.flatMap(({ stages }, k) => [...guideOf(stages, paths[k].decisions)]));
}

/** Writes the points of a part's path to x: the columns and levels of its intervals. */
export function writePoint(
  { stores, stages }: PricedPart,
  { decisions, flows, levels }: FollowedPath,
  x: Float64Array,
) {
  stages.forEach((stage, t) => {
    const values = stage.pointAt(decisions[t], flows[t]);
    stage.columns.forEach((j, s) => {
      x[j] = values[s];
    });
    stage.levelsAt(levels[t]).forEach((level, k) => {
      x[stores[k].chain[t].state] = level;
    });
  });
}
