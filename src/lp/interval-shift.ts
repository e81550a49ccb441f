import { ProgramError } from "../errors.ts";
import type { LpBasis } from "./basis.ts";
import type { LinearProgram } from "./linear-program.ts";

/**
 * A horizon rolled forward: interval t of the changed program is interval t + `by` of the one before. Columns
 * 0 .. intervalCols * numIntervals - 1 come interval by interval, rows likewise; what follows them is of no interval.
 */
export interface IntervalShift {
  readonly numIntervals: number;
  readonly intervalCols: number;
  readonly intervalRows: number;
  /** Intervals rolled forward, 0 .. numIntervals. Default 1. */
  readonly by?: number;
}

/** Throws {@link ProgramError} for counts that are not whole numbers or do not fit the program. */
export function checkShift(lp: LinearProgram, shift: IntervalShift): void {
  const check = (field: "numIntervals" | "intervalCols" | "intervalRows" | "by", most: number, why: string): void => {
    const got = shift[field] ?? 1;
    if (Number.isInteger(got) && got >= 0 && got <= most) return;
    throw new ProgramError(`shift.${field}`, `got ${String(got)}, wanted a whole number of 0 to ${most} (${why}).`);
  };
  check("numIntervals", Math.max(lp.numCols, lp.numRows), "as many columns or rows as the program has");
  const most = (count: number): number => Math.floor(count / Math.max(1, shift.numIntervals));
  check("intervalCols", most(lp.numCols), "numCols / numIntervals");
  check("intervalRows", most(lp.numRows), "numRows / numIntervals");
  check("by", shift.numIntervals, "numIntervals");
}

/**
 * Moves `perInterval` entries per interval, the first at `offset`, to their new places; the last `by` intervals, which
 * nobody knows yet, keep what stands there: the entries of a full horizon's end.
 */
export function shiftEntries(
  entries: Uint8Array | Float64Array,
  offset: number,
  perInterval: number,
  shift: IntervalShift,
): void {
  const { numIntervals, by = 1 } = shift;
  entries.copyWithin(offset, offset + perInterval * by, offset + perInterval * numIntervals);
}

/** The basis of the rolled horizon. Its number of basic variables may be wrong; the engine repairs that. */
export function shiftBasis(basis: LpBasis, shift: IntervalShift): LpBasis {
  const col = basis.col.slice();
  const row = basis.row.slice();
  shiftEntries(col, 0, shift.intervalCols, shift);
  shiftEntries(row, 0, shift.intervalRows, shift);
  return { col, row };
}
