/**
 * The bound of a node along its stores. A node starts at the best prices of its parent, which are much better than the
 * duals of its linear program, and improves them in a few steps. From the bounds of all decisions of an interval
 * (`decisionBounds`) follow
 *
 * - the sides that are zero in every better point below the node,
 * - for each side of a pair that is open, a bound on every point with this side at zero. It is the bound of the child,
 *   and chooses the pair to branch on (strong branching without a linear program).
 */
import type { ChainBound } from "./chain-bound.ts";
import { commonSides, decisionBounds, excludedDecisions, sideGains } from "./decision-bounds.ts";
import type { Side, ZeroSide } from "./exclusive-pairs.ts";
import { betterPrices, type PricedChain } from "./multiplier-search.ts";

/** Prices at which the search of a child starts. */
export type InheritedPrices = Pick<PricedChain, "stores" | "point" | "split" | "theta">;

/** For each pair, the bounds of the children with side 0 and with side 1 at zero. */
export type SideBounds = ReadonlyMap<number, readonly [number, number]>;

export interface PricedNode {
  /** Every point below the node costs at least this or at least `most`. */
  readonly bound: number;
  readonly prices: InheritedPrices;
  readonly guide: ReadonlyMap<number, Side>;
  /** Sides that are zero in every point below the node that costs less than `most`. */
  readonly zero: readonly ZeroSide[];
  readonly sideBounds: SideBounds;
}

const STEPS = 8;
/** A child repeats the last steps of its parent somewhat longer. */
const WIDER = 2;

/** Undefined if there is no bound: no store of this form, or the stage budget is used up. */
export function* priceNode(
  chains: ChainBound,
  colUpper: Float64Array,
  { stores, point, split, theta }: InheritedPrices,
  x: Float64Array,
  most: number,
): Generator<undefined, PricedNode | undefined> {
  const start = { y: point.y, split, x, theta: WIDER * theta };
  const found = yield* betterPrices(chains, stores, colUpper, start, { aim: most, most: STEPS });
  if (found === undefined) return undefined;
  const { bound, parts, guide } = found;
  const zero: ZeroSide[] = [];
  const sideBounds = new Map<number, [number, number]>();
  if (bound >= most || most === Infinity) return { bound, prices: found, guide, zero, sideBounds };
  for (const { stages, ahead, gain } of parts) {
    const others = bound - gain;
    const bounds = yield* decisionBounds(stages, ahead, most - others);
    if (bounds.length === 0) return { bound: most, prices: found, guide, zero, sideBounds };
    excludedDecisions(stages, bounds, most - others).forEach((gone, t) => {
      if (gone.length > 0) zero.push(...commonSides(stages[t].ways.filter((way) => !gone.includes(way))));
    });
    for (const [pair, least] of sideGains(stages, bounds)) {
      const known = sideBounds.get(pair) ?? [bound, bound];
      sideBounds.set(pair, [
        Math.max(known[0], Math.min(most, others + least[0])),
        Math.max(known[1], Math.min(most, others + least[1])),
      ]);
    }
  }
  return { bound, prices: found, guide, zero, sideBounds };
}
