import type { LinearProgram } from "../../../lp/linear-program.ts";
import { withoutZeros } from "../../../lp/presolve/without-zeros.ts";
import { type LpScaling, scaleData, type ScaledData } from "../../../lp/scale.ts";
import { transpose } from "../../../sparse/transpose.ts";

/**
 * The program the engine works on, scaled and minimised:
 *
 *     min cost'x   subject to   A x_S + x_L = 0,   lower <= x <= upper
 *
 * Variables 0 .. numCols-1 are the structural x_S; numCols + i is the logical of row i, minus the row's activity, with
 * unit coefficient and cost 0. So the basis of all logicals is the identity, and its prices are zero.
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

/** Scales `lp`; O(nonzeros). Removes stored zeros, because LU takes every stored entry for a possible pivot. */
export function internalProgram(lp: LinearProgram, scaling: LpScaling): InternalProgram {
  const { numRows, numCols, colStart, rowIndex, value: coefficient } = withoutZeros(lp);
  const { row, col } = scaling;
  const value = coefficient.slice();
  for (let j = 0; j < numCols; j++) {
    for (let k = colStart[j]; k < colStart[j + 1]; k++) value[k] *= row[rowIndex[k]] * col[j];
  }
  const { rowStart, colIndex, value: rowValue } = transpose(numRows, numCols, colStart, rowIndex, value);
  const numVars = numCols + numRows;
  const data = withLogicalBounds(scaleData(lp, scaling), numCols);
  return { numRows, numCols, numVars, colStart, rowIndex, value, rowStart, colIndex, rowValue, ...data };
}

/** Loads the costs and bounds of `lp`, which has the matrix that `program` was made from. */
export function loadData(program: InternalProgram, lp: LinearProgram, scaling: LpScaling): void {
  withLogicalBounds(scaleData(lp, scaling, program), program.numCols);
}

/** Turns the bounds of rows into those of their logicals. */
function withLogicalBounds(data: ScaledData, numCols: number): ScaledData {
  const { lower, upper } = data;
  for (let j = numCols; j < lower.length; j++) [lower[j], upper[j]] = [0 - upper[j], 0 - lower[j]];
  return data;
}
