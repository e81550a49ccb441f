/**
 * The elastic program: every row bound may be violated at a price,
 *
 *     min sum w_i (missing_i + excess_i),   rowLower <= A x + missing - excess <= rowUpper,   column bounds as they are
 *
 * with w = stepHours for balance rows (1 per MWh) and twice as much for all other rows, so that shortages are reported
 * first. The valid rows of either-or rules may not be violated: they hold with both sides at 0, and a violation would
 * mean nothing to a person.
 */
import type { LinearProgram } from "../lp/linear-program.ts";
import type { RowBlock } from "../model/block.ts";
import type { SiteModel } from "../model/site-model.ts";

/** Price of violating any other row, relative to 1 MWh at the balance. */
const OTHER_ROWS = 2;

/** Columns `numCols + 2 i` and `numCols + 2 i + 1` are missing_i and excess_i of row i. */
export function elasticProgram(lp: LinearProgram, site: SiteModel): LinearProgram {
  const { numRows, numCols, colStart, rowIndex, value, colLower, colUpper } = lp;
  const nonzeros = colStart[numCols];
  const weight = new Float64Array(numRows).fill(OTHER_ROWS);
  const most = new Float64Array(numRows).fill(Infinity);
  const set = (values: Float64Array, { start, count }: RowBlock, to: number) => values.fill(to, start, start + count);
  set(weight, site.balance, site.time.stepHours);
  for (const { rows } of site.eitherOrs) if (rows) set(most, rows, 0);
  /**
   * The first `used` values of the program, then one value per elastic column k = 2 i (missing) or 2 i + 1 (excess).
   */
  const extended = (values: ArrayLike<number>, used: number, elastic: (k: number) => number) =>
    Float64Array.from({ length: used + 2 * numRows }, (_, j) => (j < used ? values[j] : elastic(j - used)));
  return {
    ...lp,
    numCols: numCols + 2 * numRows,
    colStart: Int32Array.from(extended(colStart, numCols + 1, (k) => nonzeros + k + 1)),
    rowIndex: Int32Array.from(extended(rowIndex, nonzeros, (k) => k >> 1)),
    value: extended(value, nonzeros, (k) => 1 - 2 * (k % 2)),
    cost: extended(new Float64Array(numCols), numCols, (k) => weight[k >> 1]),
    colLower: extended(colLower, numCols, () => 0),
    colUpper: extended(colUpper, numCols, (k) => most[k >> 1]),
    objectiveOffset: 0,
    sense: "min",
  };
}
