import type { LinearProgram } from "../../lp/linear-program.ts";
import { withoutZeros } from "../../lp/presolve/without-zeros.ts";
import { type LpScaling, scaleData } from "../../lp/scale.ts";
import { transpose } from "../../sparse/transpose.ts";

/**
 * The program the engine works on, scaled and minimised:
 *
 *     min cost'x   subject to   A x_S + x_L = 0,   lower <= x <= upper
 *
 * Variables 0 .. numCols-1 are the structural x_S; numCols + i is the logical of row i, minus the row's activity, with
 * unit coefficient and cost 0. So the basis of all logicals is the identity, and its duals are zero.
 */
export interface InternalProgram {
  readonly numRows: number;
  readonly numCols: number;
  /** numCols + numRows. */
  readonly numVars: number;
  readonly colStart: Int32Array;
  readonly rowIndex: Int32Array;
  readonly value: Float64Array;
  readonly rowStart: Int32Array;
  readonly colIndex: Int32Array;
  readonly rowValue: Float64Array;
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** Scales `lp`; O(nonzeros). Stored zeros go: LU takes every entry of a column for one it could pivot on. */
export function internalProgram(lp: LinearProgram, scaling: LpScaling): InternalProgram {
  const { numRows, numCols, colStart, rowIndex, value: coefficient } = withoutZeros(lp);
  const { row, col } = scaling;
  const numVars = numCols + numRows;
  const value = coefficient.slice();
  for (let j = 0; j < numCols; j++) {
    for (let k = colStart[j]; k < colStart[j + 1]; k++) value[k] *= row[rowIndex[k]] * col[j];
  }
  const byRows = transpose(numRows, numCols, colStart, rowIndex, value);
  const program = {
    numRows,
    numCols,
    numVars,
    colStart,
    rowIndex,
    value,
    rowStart: byRows.rowStart,
    colIndex: byRows.colIndex,
    rowValue: byRows.value,
    cost: new Float64Array(numVars),
    lower: new Float64Array(numVars),
    upper: new Float64Array(numVars),
  };
  loadData(program, lp, scaling);
  return program;
}

/** Scales costs and limits of `lp`, which has the matrix `program` was made from. */
export function loadData(program: InternalProgram, lp: LinearProgram, scaling: LpScaling): void {
  const { numCols, numVars, lower, upper } = program;
  scaleData(lp, scaling, program);
  for (let j = numCols; j < numVars; j++) [lower[j], upper[j]] = [0 - upper[j], 0 - lower[j]];
}
