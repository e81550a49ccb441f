/**
 * Pairs of sides, each the sum of a few columns that are not negative, of which at least one must be zero. A linear
 * program cannot hold that; the tree does, by setting the upper limits of a side's columns to zero.
 */
export interface ExclusivePairs {
  /** Columns of a side of a pair. */
  columns(pair: number, side: Side): readonly number[];
  /** Pairs of which `x` has both sides above the tolerance, always in the same order. */
  broken(x: Float64Array): readonly BrokenPair[];
  /** Pairs that stand in a row together. */
  readonly blocks: readonly Block[];
}

/**
 * The pairs of an interval, the equality row all their columns stand in (its balance), and the rows that follow from
 * them.
 */
export interface Block {
  readonly row: number;
  readonly pairs: readonly number[];
  /** Pairs that prices keep: no optimum breaks them, so they stand in no row. */
  readonly keptPairs?: readonly number[];
  readonly validRows: readonly number[];
  /** Sides that are not zero together in any point the search still looks for; chains pass over them. */
  readonly excluded?: readonly (readonly ZeroSide[])[];
}

/** A side of a pair, said to be zero. */
export interface ZeroSide {
  readonly pair: number;
  readonly side: Side;
}

/** Sums up to this count as zero. */
export const EXCLUSIVE_TOLERANCE = 1e-6;

export type Side = 0 | 1;

export interface BrokenPair {
  readonly pair: number;
  /** Sums of its two sides. */
  readonly sums: readonly [number, number];
}
