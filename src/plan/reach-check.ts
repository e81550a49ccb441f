/**
 * Finds limits that no schedule can satisfy, without a solve. The least and greatest activity of each row within the
 * bounds of its columns are
 *
 *     least_i = sum_j min(a_ij l_j, a_ij u_j),    greatest_i = sum_j max(a_ij l_j, a_ij u_j)
 *
 * A row with least_i > rowUpper_i or greatest_i < rowLower_i is violated by at least the difference. Every other row
 * tightens the bounds of its columns to what the rest of the row allows. Rows are processed interval by interval, so
 * one pass follows a state from its start to every value it can reach. The balance comes last: it compares the demand
 * with what all supply together can give.
 */
import type { LinearProgram } from "../lp/linear-program.ts";
import type { RowBlock } from "../model/block.ts";
import type { SiteModel } from "../model/site-model.ts";
import { transpose } from "../sparse/transpose.ts";
import { NO_MISS } from "./binding-limits.ts";

/** A row that no schedule satisfies; `miss` > 0: too little, by at least that amount. */
export interface CertainMiss {
  readonly rows: RowBlock;
  readonly interval: number;
  readonly miss: number;
}

export function certainMisses(site: SiteModel, lp: LinearProgram): CertainMiss[] {
  const { rowStart, colIndex, value } = transpose(lp.numRows, lp.numCols, lp.colStart, lp.rowIndex, lp.value);
  const lower = lp.colLower.slice();
  const upper = lp.colUpper.slice();
  const found: CertainMiss[] = [];
  const check = (rows: RowBlock): void => {
    for (let row = rows.start; row < rows.start + rows.count; row++) {
      const miss = narrow(
        lp,
        row,
        colIndex.subarray(rowStart[row], rowStart[row + 1]),
        value.subarray(rowStart[row], rowStart[row + 1]),
        lower,
        upper,
      );
      if (Math.abs(miss) > NO_MISS) found.push({ rows, interval: rows.from + row - rows.start, miss });
    }
  };
  for (const rows of site.rowBlocks) if (rows !== site.balance) check(rows);
  check(site.balance);
  return found;
}

/** The violation of the row. If it is 0, the bounds of its columns are tightened. */
function narrow(
  lp: LinearProgram,
  row: number,
  cols: Int32Array,
  values: Float64Array,
  lower: Float64Array,
  upper: Float64Array,
): number {
  const [low, high] = [lp.rowLower[row], lp.rowUpper[row]];
  // Sums of the finite terms, and the number of infinite ones.
  let [least, most, numLeast, numMost] = [0, 0, 0, 0];
  const ends = (k: number): [number, number] => {
    const [a, b] = [values[k] * lower[cols[k]], values[k] * upper[cols[k]]];
    return values[k] > 0 ? [a, b] : [b, a];
  };
  for (let k = 0; k < cols.length; k++) {
    const [from, to] = ends(k);
    if (from === -Infinity) numLeast++;
    else least += from;
    if (to === Infinity) numMost++;
    else most += to;
  }
  const rounding = NO_MISS * (1 + Math.abs(least) + Math.abs(most));
  if (numMost === 0 && most < low - rounding) return low - most;
  if (numLeast === 0 && least > high + rounding) return high - least;
  for (let k = 0; k < cols.length; k++) {
    const j = cols[k];
    const [from, to] = ends(k);
    // a_j x_j <= high - (least of the others), >= low - (most of the others).
    const top =
      from === -Infinity ? (numLeast === 1 ? high - least : Infinity) : numLeast === 0 ? high - least + from : Infinity;
    const bottom =
      to === Infinity ? (numMost === 1 ? low - most : -Infinity) : numMost === 0 ? low - most + to : -Infinity;
    const [less, more] = values[k] > 0 ? [bottom / values[k], top / values[k]] : [top / values[k], bottom / values[k]];
    // Never crossed: equal bounds differ by rounding here.
    if (less > lower[j]) lower[j] = Math.min(less, upper[j]);
    if (more < upper[j]) upper[j] = Math.max(more, lower[j]);
  }
  return 0;
}
