import type { LpBasis } from "../lp/basis.ts";
import type { InheritedPrices, SideBounds } from "./price-node.ts";
import type { BrokenPair, ExclusivePairs, ZeroSide } from "./exclusive-pairs.ts";

/** Sides fixed at zero, in addition to those of `before`. */
export interface Decisions {
  readonly before: Decisions | undefined;
  readonly zero: readonly ZeroSide[];
}

/** A solved program of the tree that violates a pair. */
export interface TreeNode {
  readonly decisions: Decisions | undefined;
  /** Every point below this node costs at least this. */
  readonly bound: number;
  readonly depth: number;
  /** Order of creation; breaks ties of bound and depth, so that runs are reproducible. */
  readonly id: number;
  /** Final basis of its program; absent if the engine has none. */
  readonly basis: LpBasis | undefined;
  /** Optimal cost of its program. */
  readonly objective: number;
  /** Its duals, by row and column. */
  readonly y: Float64Array;
  readonly reducedCost: Float64Array;
  /** Whether `bound` already includes the bound of the stores. */
  readonly isChained: boolean;
  /** Sides that are zero in every better point below this node, by the bounds along stores. */
  readonly decided: readonly ZeroSide[];
  /** Best prices of its parent, or of the node itself if `isChained`; undefined if no chain of stores has a bound. */
  readonly prices: InheritedPrices | undefined;
  /** Bounds of the children by pair; empty until `isChained`. */
  readonly sideBounds: SideBounds;
  /** Pairs that its optimum violates, at least one. */
  readonly broken: readonly BrokenPair[];
}

/** Number of sides that the decisions fix at zero. */
export function countZero(decisions: Decisions | undefined): number {
  let count = 0;
  for (let at = decisions; at; at = at.before) count += at.zero.length;
  return count;
}

/** Upper bounds under the decisions; undefined if a lower bound excludes one of them. */
export function upperUnder(
  decisions: Decisions | undefined,
  pairs: ExclusivePairs,
  colLower: Float64Array,
  colUpper: Float64Array,
): Float64Array | undefined {
  const upper = colUpper.slice();
  for (let at = decisions; at; at = at.before) {
    for (const { pair, side } of at.zero) {
      for (const column of pairs.columns(pair, side)) {
        if (colLower[column] > 0) return undefined;
        upper[column] = 0;
      }
    }
  }
  return upper;
}

/** Best first; among equal bounds the deeper node, which is closer to a point that satisfies every pair. */
export function isBefore(a: TreeNode, b: TreeNode): boolean {
  if (a.bound !== b.bound) return a.bound < b.bound;
  return a.depth === b.depth ? a.id < b.id : a.depth > b.depth;
}
