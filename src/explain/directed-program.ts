/**
 * Moves several limits together as one. Ranging moves the bounds of one variable, but a limit with one value per
 * interval is a bound in every interval. With s, a column fixed at zero, the limits u + s r of columns C and rows R
 * become
 *
 *     x_j - r_j s <= u_j   (a row for each j in C, whose own upper bound becomes infinite)
 *     a_i x - r_i s <= u_i (the rows i in R, without a lower bound)
 *
 * The optimum as a function of the fixed value s is v(u + s r). Ranging that one column gives the one-sided derivatives
 * along r, and how far each holds. They are exact, and the code is the same for any limit. Rejected: the sum of the
 * derivatives of the single limits, which at a breakpoint is only a bound on the derivative.
 */
import { BasisStatus, type LpBasis } from "../lp/basis.ts";
import type { LinearProgram } from "../lp/linear-program.ts";

/** Upper limits that move together, each by its rate per unit of s. Indices ascend; `rows` have no lower bound. */
export interface Direction {
  readonly cols: readonly number[];
  readonly colRates: readonly number[];
  readonly rows: readonly number[];
  readonly rowRates: readonly number[];
}

export interface DirectedProgram {
  readonly lp: LinearProgram;
  /** The basis of the program without s, in the shape of this program: the same vertex, the same prices. */
  readonly basis: LpBasis;
  /** The column s. */
  readonly column: number;
}

export function directedProgram(
  lp: LinearProgram,
  basis: LpBasis,
  { cols, colRates, rows, rowRates }: Direction,
): DirectedProgram {
  const { numRows, numCols, colStart } = lp;
  const added = cols.length;
  const nonzeros = colStart[numCols];
  const total = nonzeros + added + rows.length + added;
  const start = new Int32Array(numCols + 2);
  const rowIndex = new Int32Array(total);
  const value = new Float64Array(total);
  let next = 0;
  let k = 0;
  for (let j = 0; j < numCols; j++) {
    const [from, to] = [colStart[j], colStart[j + 1]];
    rowIndex.set(lp.rowIndex.subarray(from, to), next);
    value.set(lp.value.subarray(from, to), next);
    next += to - from;
    if (cols[k] === j) {
      rowIndex[next] = numRows + k++;
      value[next++] = 1;
    }
    start[j + 1] = next;
  }
  for (const [places, rates, shift] of [
    [rows, rowRates, 0],
    [cols.map((_, c) => c), colRates, numRows],
  ] as const) {
    places.forEach((place, p) => {
      rowIndex[next] = shift + place;
      value[next++] = -rates[p];
    });
  }
  start[numCols + 1] = next;
  const colUpper = extended(lp.colUpper, numCols + 1, 0);
  const rowUpper = extended(lp.rowUpper, numRows + added, 0);
  // A column x_j at its own upper bound becomes basic, and its new row is at the bound instead.
  const col = Uint8Array.from({ length: numCols + 1 }, (_, j) => (j < numCols ? basis.col[j] : BasisStatus.atLower));
  const row = Uint8Array.from({ length: numRows + added }, (_, i) => (i < numRows ? basis.row[i] : BasisStatus.basic));
  cols.forEach((j, c) => {
    rowUpper[numRows + c] = lp.colUpper[j];
    colUpper[j] = Infinity;
    if (col[j] !== BasisStatus.atUpper) return;
    col[j] = BasisStatus.basic;
    row[numRows + c] = BasisStatus.atUpper;
  });
  const { rowNames: _rows, colNames: _cols, ...unnamed } = lp;
  return {
    lp: {
      ...unnamed,
      numRows: numRows + added,
      numCols: numCols + 1,
      colStart: start,
      rowIndex,
      value,
      cost: extended(lp.cost, numCols + 1, 0),
      colLower: extended(lp.colLower, numCols + 1, 0),
      colUpper,
      rowLower: extended(lp.rowLower, numRows + added, -Infinity),
      rowUpper,
    },
    basis: { col, row },
    column: numCols,
  };
}

function extended(values: Float64Array, length: number, fill: number): Float64Array {
  const longer = new Float64Array(length).fill(fill);
  longer.set(values);
  return longer;
}
