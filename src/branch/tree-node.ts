import type { LpBasis } from "../lp/basis.ts";
import type { BrokenPair, ExclusivePairs, ZeroSide } from "./exclusive-pairs.ts";

/** Sides set to zero, on top of those of `before`. */
export interface Decisions {
  readonly before: Decisions | undefined;
  readonly zero: readonly ZeroSide[];
}

/** A program of the tree that has been solved and breaks a pair. */
export interface TreeNode {
  readonly decisions: Decisions | undefined;
  /** No point below this node costs less. */
  readonly bound: number;
  readonly depth: number;
  /** Order of creation: the last word where bound and depth are equal, so that runs repeat. */
  readonly id: number;
  /** Where its program ended; absent of an engine without one. */
  readonly basis: LpBasis | undefined;
  /** Least cost of its program. */
  readonly objective: number;
  /** Its prices, by rows and columns. */
  readonly y: Float64Array;
  readonly reducedCost: Float64Array;
  /** Whether `bound` is already that of the stores. */
  readonly isChained: boolean;
  /** What its optimum breaks; at least one pair. */
  readonly broken: readonly BrokenPair[];
}

/** How many sides the decisions set to zero. */
export function countZero(decisions: Decisions | undefined): number {
  let count = 0;
  for (let at = decisions; at; at = at.before) count += at.zero.length;
  return count;
}

/** Upper limits under the decisions; undefined where a lower limit forbids one. */
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

/** Best first; of equal bounds the deeper, which is nearer to a point that keeps every pair. */
export function isBefore(a: TreeNode, b: TreeNode): boolean {
  if (a.bound !== b.bound) return a.bound < b.bound;
  return a.depth === b.depth ? a.id < b.id : a.depth > b.depth;
}
