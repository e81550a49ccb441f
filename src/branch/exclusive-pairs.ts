/**
 * Pairs of sides, each the sum of a few nonnegative columns; at least one side of each pair must be zero. A linear
 * program cannot express this. Branch and bound enforces it by setting the upper bounds of a side's columns to zero.
 */
export interface ExclusivePairs {
  /** Columns of one side of a pair. */
  columns(pair: number, side: Side): readonly number[];
  /** Pairs with both sides of `x` above the tolerance, always in the same order. */
  broken(x: Float64Array): readonly BrokenPair[];
  /** Pairs that share a row. */
  readonly blocks: readonly Block[];
}

/**
 * The pairs of an interval, the equality row with all their columns (the balance), and the rows that the pairs imply.
 */
export interface Block {
  readonly row: number;
  readonly pairs: readonly number[];
  /** Pairs that prices alone ensure: no optimum violates them, so they have no row. */
  readonly impliedPairs?: readonly number[];
  readonly validRows: readonly number[];
  /** Sets of sides that are not all zero in any point of interest; chains skip them. */
  readonly excluded?: readonly (readonly ZeroSide[])[];
}

/** A side of a pair that is fixed at zero. */
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
