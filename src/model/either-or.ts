import type { ColumnBlock, RowBlock } from "./block.ts";

/**
 * A complementarity rule: in no interval may both sides, sums of powers in MW, be above zero. A linear program cannot
 * express it. Its valid row a / Ua + b / Ub <= 1 is the LP relaxation of the binary formulation with big-M = upper
 * bound. The optimum is tested, and where it violates the rule the planner branches on which side is zero.
 */
export interface EitherOr {
  /** In the user's words, e.g. `bess charges and discharges`. */
  readonly rule: string;
  readonly a: readonly ColumnBlock[];
  readonly b: readonly ColumnBlock[];
  /** What the user may do if the rule prevents a plan; `undefined` = nothing beyond the general advice. */
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
