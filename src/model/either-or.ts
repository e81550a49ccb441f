import type { ColumnBlock, RowBlock } from "./block.ts";

/**
 * In no interval may both sides, sums of powers in MW, be above zero. An LP cannot hold this: its answer is tested, and
 * where it breaks the rule the planner branches on which side is zero.
 */
export interface EitherOr {
  /** In the user's words, e.g. `bess charges and discharges`. */
  readonly rule: string;
  readonly a: readonly ColumnBlock[];
  readonly b: readonly ColumnBlock[];
  /** What the user may do where the rule stands in the way; `undefined` = nothing beyond the general advice. */
  readonly remedy: string | undefined;
  /** The valid rows of the program; `undefined` for a rule that is only tested. */
  readonly rows: RowBlock | undefined;
}

/** Columns of a side in an interval. */
export function columnsAt(side: readonly ColumnBlock[], interval: number): number[] {
  return side
    .filter(({ from, count }) => interval >= from && interval < from + count)
    .map(({ start, from }) => start + interval - from);
}
