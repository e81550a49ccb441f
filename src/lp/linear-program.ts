/**
 * A linear program in computational form, stored by columns (compressed sparse column, CSC):
 *
 *     min or max   cost' x + objectiveOffset
 *     subject to   rowLower <= A x <= rowUpper,   colLower <= x <= colUpper
 *
 * Column j has the coefficient `value[k]` in row `rowIndex[k]` for `colStart[j] <= k < colStart[j + 1]`. A missing
 * bound is -Infinity or Infinity; bounds of at least 1e20 in size mean the same, as in other tools. An equality row has
 * two equal bounds, and a free row has two infinite ones. Plain data: structured-cloneable, transferable.
 */
export interface LinearProgram {
  readonly numRows: number;
  readonly numCols: number;
  /** Length `numCols + 1`, non-decreasing, first entry 0. */
  readonly colStart: Int32Array;
  /** Row of each stored coefficient. Each row occurs at most once in a column. */
  readonly rowIndex: Int32Array;
  readonly value: Float64Array;
  readonly cost: Float64Array;
  readonly colLower: Float64Array;
  readonly colUpper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly sense: "min" | "max";
  readonly objectiveOffset: number;
  readonly rowNames?: readonly string[];
  readonly colNames?: readonly string[];
}
