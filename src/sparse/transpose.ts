/** A sparse matrix by rows (compressed sparse row): row i holds `value[k]` in column `colIndex[k]`. */
export interface RowWise<Values = Float64Array> {
  readonly rowStart: Int32Array;
  readonly colIndex: Int32Array;
  readonly value: Values;
}

/** The same matrix by rows: counting sort, O(nonzeros + rows + columns); columns ascend inside each row. */
export function transpose<Values extends Float64Array | Int32Array>(
  numRows: number,
  numCols: number,
  colStart: Int32Array,
  rowIndex: Int32Array,
  value: Values,
): RowWise<Values> {
  const numNonzeros = colStart[numCols];
  const rowStart = new Int32Array(numRows + 1);
  for (let k = 0; k < numNonzeros; k++) rowStart[rowIndex[k] + 1]++;
  for (let i = 0; i < numRows; i++) rowStart[i + 1] += rowStart[i];
  const next = rowStart.slice(0, numRows);
  const colIndex = new Int32Array(numNonzeros);
  const rowValue = new (value.constructor as new (length: number) => Values)(numNonzeros);
  for (let j = 0; j < numCols; j++) {
    for (let k = colStart[j]; k < colStart[j + 1]; k++) {
      const place = next[rowIndex[k]]++;
      colIndex[place] = j;
      rowValue[place] = value[k];
    }
  }
  return { rowStart, colIndex, value: rowValue };
}
