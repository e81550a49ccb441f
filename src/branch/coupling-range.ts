/**
 * Columns outside all intervals and stores that rows connect with many intervals, e.g. the peak of a month's demand
 * charge. If such a column has one value, its rows are bounds of the intervals, and the bound along a store includes
 * them exactly. Over a range of values, the bound is a relaxation of their connection, the better the narrower.
 */
import type { LinearProgram } from "../lp/linear-program.ts";
import type { ExclusiveProgram } from "./exclusive-program.ts";

export interface CouplingRange {
  readonly column: number;
  readonly lower: number;
  /** Above it, no row of the column binds, if the column itself has no lower upper bound. */
  readonly upper: number;
}

/** Ranges this narrow, relative to 1 + the size of their ends, are not divided. */
const NARROW = 1e-5;

/** The columns with a range that can be divided, the most expensive range first. */
export function couplingRanges({ lp, pairs, chains: { byRows, chains } }: ExclusiveProgram): CouplingRange[] {
  const { colLower, colUpper, colStart, rowIndex, value, rowLower, rowUpper, cost, numCols } = lp;
  const isInner = new Uint8Array(numCols);
  for (const { row } of pairs.blocks)
    for (let p = byRows.rowStart[row]; p < byRows.rowStart[row + 1]; p++) isInner[byRows.colIndex[p]] = 1;
  for (const chain of chains) for (const { state } of chain) isInner[state] = 1;
  /** The value of column j from which row i can no longer bind in the direction that a greater x_j relaxes. */
  const freeFrom = (i: number, a: number, j: number) => {
    const side = a < 0 ? rowUpper[i] : rowLower[i];
    if (!Number.isFinite(side)) return -Infinity;
    let rest = -side;
    for (let p = byRows.rowStart[i]; p < byRows.rowStart[i + 1]; p++) {
      const k = byRows.colIndex[p];
      if (k !== j) rest += byRows.value[p] * (byRows.value[p] > 0 === a < 0 ? colUpper[k] : colLower[k]);
    }
    return -rest / a;
  };
  const ranges: CouplingRange[] = [];
  for (let j = 0; j < numCols; j++) {
    if (isInner[j] || cost[j] === 0 || colStart[j + 1] - colStart[j] < 2) continue;
    let upper = -Infinity;
    for (let p = colStart[j]; p < colStart[j + 1]; p++) upper = Math.max(upper, freeFrom(rowIndex[p], value[p], j));
    upper = Math.min(upper, colUpper[j]);
    const lower = colLower[j];
    if (Number.isFinite(lower) && upper - lower > NARROW * (1 + Math.abs(lower) + Math.abs(upper)) && upper < Infinity)
      ranges.push({ column: j, lower, upper });
  }
  const size = ({ column, lower, upper }: CouplingRange) => Math.abs(cost[column]) * (upper - lower);
  return ranges.sort((a, b) => size(b) - size(a) || a.column - b.column);
}

/** Ends of a range count as reached within this share of its width. */
const NEAR_END = 0.02;

/** Where to divide a range: at the value of the incumbent, or in the middle if that is at an end. */
export function dividedAt({ lower, upper }: CouplingRange, incumbent: number): number {
  const margin = NEAR_END * (upper - lower);
  return incumbent > lower + margin && incumbent < upper - margin ? incumbent : (lower + upper) / 2;
}

/** The bounds of the two parts, x_j <= value and x_j >= value, which together contain every point. */
export function partsAt(
  { colLower, colUpper }: Pick<LinearProgram, "colLower" | "colUpper">,
  { column }: CouplingRange,
  value: number,
): readonly Pick<LinearProgram, "colLower" | "colUpper">[] {
  return [
    { colLower, colUpper: colUpper.with(column, value) },
    { colLower: colLower.with(column, value), colUpper },
  ];
}
