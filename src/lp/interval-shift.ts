import { ProgramError } from "../errors.ts";
import type { LpBasis } from "./basis.ts";
import type { LinearProgram } from "./linear-program.ts";

/**
 * A horizon rolled forward: interval t of the changed program is interval t + `by` of the previous program. Columns 0
 * .. intervalCols * numIntervals - 1 are ordered by interval, and so are rows. Later columns and rows belong to no
 * interval.
 */
export interface IntervalShift {
  readonly numIntervals: number;
  readonly intervalCols: number;
  readonly intervalRows: number;
  /** Intervals rolled forward, 0 .. numIntervals. Default 1. */
  readonly by?: number;
}

/** Throws {@link ProgramError} if a count is not a whole number or does not fit the program. */
export function checkShift(lp: LinearProgram, shift: IntervalShift): void {
  const check = (field: "numIntervals" | "intervalCols" | "intervalRows" | "by", most: number, why: string): void => {
    const got = shift[field] ?? 1;
    if (Number.isInteger(got) && got >= 0 && got <= most) return;
    throw new ProgramError(`shift.${field}`, `got ${String(got)}, wanted a whole number of 0 to ${most} (${why}).`);
  };
  check("numIntervals", Math.max(lp.numCols, lp.numRows), "the number of columns or rows");
  const most = (count: number): number => Math.floor(count / Math.max(1, shift.numIntervals));
  check("intervalCols", most(lp.numCols), "numCols / numIntervals");
  check("intervalRows", most(lp.numRows), "numRows / numIntervals");
  check("by", shift.numIntervals, "numIntervals");
}

/**
 * Moves `perInterval` entries per interval, the first at `offset`, to their new places. The last `by` intervals are new
 * and have no earlier entries: they keep the entries of the old end of the horizon.
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

/** The basis of the rolled horizon. It may have the wrong number of basic variables; the engine repairs that. */
export function shiftBasis(basis: LpBasis, shift: IntervalShift): LpBasis {
  const col = basis.col.slice();
  const row = basis.row.slice();
  shiftEntries(col, 0, shift.intervalCols, shift);
  shiftEntries(row, 0, shift.intervalRows, shift);
  return { col, row };
}
