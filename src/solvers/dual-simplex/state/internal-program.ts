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
  const value = coefficient.slice();
  for (let j = 0; j < numCols; j++) {
    for (let k = colStart[j]; k < colStart[j + 1]; k++) value[k] *= row[rowIndex[k]] * col[j];
  }
  const { rowStart, colIndex, value: rowValue } = transpose(numRows, numCols, colStart, rowIndex, value);
  const numVars = numCols + numRows;
  const data = ofLogicals(scaleData(lp, scaling), numCols);
  return { numRows, numCols, numVars, colStart, rowIndex, value, rowStart, colIndex, rowValue, ...data };
}

/** Scales costs and limits of `lp`, which has the matrix `program` was made from. */
export function loadData(program: InternalProgram, lp: LinearProgram, scaling: LpScaling): void {
  ofLogicals(scaleData(lp, scaling, program), program.numCols);
}

/** Limits of rows become those of their logicals. */
function ofLogicals(data: ScaledData, numCols: number): ScaledData {
  const { lower, upper } = data;
  for (let j = numCols; j < lower.length; j++) [lower[j], upper[j]] = [0 - upper[j], 0 - lower[j]];
  return data;
}
