/** A sparse matrix by columns: column j holds `value[k]` in row `rowIndex[k]` for colStart[j] <= k < colStart[j + 1]. */
export interface ColumnMatrix {
  readonly numCols: number;
  readonly colStart: Int32Array;
  readonly rowIndex: Int32Array;
  readonly value: Float64Array;
}
