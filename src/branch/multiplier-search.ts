/**
 * Searches better prices for the bound along stores, by a subgradient method. By weak duality, every vector y of row
 * prices and every vector m of copy prices gives a bound B(y, m) (`pricedParts`). The duals of the LP relaxation are
 * not the best prices here. B is concave. Let x be the point that attains it (the paths through the parts, and every
 * other column at the bound that its reduced cost selects), with the copies u. Then g_i = bound_i - a_i'x over the
 * priced rows and g_j = x_j - u_j over the copied columns are a supergradient. The prices p move by Polyak's step
 * towards the cost of the incumbent, `aim`:
 *
 *     p += theta (aim - B(p)) / |h|^2 h,      h = the mean of g and the previous directions
 *
 * If B does not rise, theta is halved and the search returns to the best prices. Columns without an upper bound must
 * not get a negative reduced cost; a projection ensures that. Rows inside the first part (its links, the balances of
 * the intervals) and the valid rows of pairs are not priced.
 */
import type { ChainBound, Stores } from "./chain-bound.ts";
import { type DualPoint, dualPoint } from "./dual-point.ts";
import type { Side } from "./exclusive-pairs.ts";
import { withinCone } from "./price-cone.ts";
import { copiedStores, followParts, guideOfParts, type PricedParts, pricedParts, writePoint } from "./priced-parts.ts";
import type { FollowedPath } from "./store-program.ts";

/** Start of a search: prices, and the point of the program's optimum. */
export interface SearchStart {
  readonly y: Float64Array;
  /** Copy prices by column; absent: none yet. */
  readonly split?: Float64Array | undefined;
  readonly x: Float64Array;
  /** First factor of the step; absent: that of a search that begins at an LP optimum. */
  readonly theta?: number | undefined;
}

export interface PricedChain extends PricedParts {
  readonly stores: Stores;
  readonly point: DualPoint;
  readonly split: Float64Array;
  /** Factor of the step at which the search ended. */
  readonly theta: number;
  readonly guide: ReadonlyMap<number, Side>;
}

const [FIRST_THETA, LEAST_THETA, MEMORY, PATIENCE] = [0.4, 1e-3, 0.7, 6];
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
  const { lp } = chains;
  const rows = pricedRows(chains, stores);
  const copies = copiedStores(chains, stores, colUpper);
  const copied = copies.flatMap(({ columns }) => columns);
  const direction = new Float64Array(lp.numRows);
  const copyDirection = new Float64Array(lp.numCols);
  let y = start.y;
  let split = start.split ?? new Float64Array(lp.numCols);
  let best: PricedChain | undefined;
  let [theta, stale] = [start.theta ?? FIRST_THETA, 0];
  for (let step = 0; step < most; step++) {
    const point = dualPoint(lp, colUpper, y);
    const priced =
      point.objective > -Infinity ? yield* pricedParts(chains, stores, copies, colUpper, { point, split }) : undefined;
    if (priced === undefined) return best;
    const { bound, parts } = priced;
    const paths = followParts(parts);
    stale = best !== undefined && !(bound > best.bound + RISE * (aim - best.bound)) ? stale + 1 : 0;
    if (best === undefined || bound > best.bound) {
      const guide: PricedChain["guide"] = paths ? guideOfParts(parts, paths) : new Map();
      best = { stores, point, split, bound, parts, theta, guide };
    }
    if (!(bound < aim) || paths === undefined) return best;
    if (stale >= PATIENCE) {
      [theta, stale] = [theta / 2, 0];
      best = { ...best, theta };
      if (theta < LEAST_THETA) return best;
      [y, split] = [best.point.y, best.split];
      continue;
    }
    const x = pointBehind(chains, colUpper, { point, priced, paths, start });
    const copy = x.slice();
    parts.slice(1).forEach((part, k) => writePoint(part, paths[k + 1], copy));
    copies.forEach(({ chain, hasLevelInFirst }) => {
      if (!hasLevelInFirst) for (const { state } of chain) x[state] = copy[state];
    });
    let size = 0;
    for (const i of rows) {
      direction[i] = MEMORY * direction[i] + (1 - MEMORY) * rowViolation(chains, i, point.y[i], x);
      size += direction[i] ** 2;
    }
    for (const j of copied) {
      copyDirection[j] = MEMORY * copyDirection[j] + (1 - MEMORY) * (x[j] - copy[j]);
      size += copyDirection[j] ** 2;
    }
    if (size === 0) return best;
    const length = (theta * (aim - bound)) / size;
    const next = point.y.slice();
    for (const i of rows) next[i] += length * direction[i];
    y = withinCone(lp, colUpper, rows, point, next);
    split = split.slice();
    for (const j of copied) split[j] += length * copyDirection[j];
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
  colUpper: Float64Array,
  {
    point: { reducedCost },
    priced: { parts },
    paths,
    start,
  }: {
    readonly point: DualPoint;
    readonly priced: PricedParts;
    readonly paths: readonly FollowedPath[];
    readonly start: SearchStart;
  },
): Float64Array {
  const x = new Float64Array(numCols);
  for (let j = 0; j < numCols; j++) {
    // At a reduced cost of 0 every value is optimal; the value at the LP optimum is the best guess.
    x[j] = reducedCost[j] > 0 ? colLower[j] : reducedCost[j] < 0 ? colUpper[j] : Math.min(start.x[j], colUpper[j]);
  }
  writePoint(parts[0], paths[0], x);
  return x;
}
