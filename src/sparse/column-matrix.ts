/**
 * A sparse matrix by columns: column j holds `value[k]` in row `rowIndex[k]` for colStart[j] <= k < colStart[j + 1].
 */
export interface ColumnMatrix {
  readonly numCols: number;
  readonly colStart: Int32Array;
  readonly rowIndex: Int32Array;
  readonly value: Float64Array;
}

/** from - sum_i a_ij y_i, summed in order. */
export function minusColumn(
  { colStart, rowIndex, value }: ColumnMatrix,
  j: number,
  y: Float64Array,
  from: number,
): number {
  let rest = from;
  for (let k = colStart[j]; k < colStart[j + 1]; k++) rest -= value[k] * y[rowIndex[k]];
  return rest;
}

/** The same for variable j of [A I]: j >= numCols is the unit column of row j - numCols. */
export function minusVariable(matrix: ColumnMatrix, j: number, y: Float64Array, from: number): number {
  return j < matrix.numCols ? minusColumn(matrix, j, y, from) : from - y[j - matrix.numCols];
}

/** rows -= A x */
export function subtractProduct(
  { numCols, colStart, rowIndex, value }: ColumnMatrix,
  x: Float64Array,
  rows: Float64Array,
): void {
  let k = 0;
  for (let j = 0; j < numCols; j++) {
    const end = colStart[j + 1];
    const xj = x[j];
    for (; k < end; k++) rows[rowIndex[k]] -= value[k] * xj;
  }
}
