/**
 * Coefficients (row, column, value) in the order the assets declare them, in growing typed arrays, and their sorting
 * into compressed sparse columns by two counting passes: O(nonzeros + rows + columns), rows ascending in each column.
 * Two coefficients for one place are added up.
 */
export class TripletList {
  length = 0;
  #row = new Int32Array(4096);
  #col = new Int32Array(4096);
  #value = new Float64Array(4096);

  push(row: number, col: number, value: number): void {
    const k = this.length++;
    if (k === this.#row.length) this.#grow();
    this.#row[k] = row;
    this.#col[k] = col;
    this.#value[k] = value;
  }

  /** Sorts into CSC arrays of a matrix with the given numbers of rows and columns. */
  toCsc(numRows: number, numCols: number): { colStart: Int32Array; rowIndex: Int32Array; value: Float64Array } {
    const byRow = this.#order(this.#row, numRows);
    const colCount = new Int32Array(numCols + 1);
    for (let k = 0; k < this.length; k++) colCount[this.#col[k] + 1]++;
    for (let j = 0; j < numCols; j++) colCount[j + 1] += colCount[j];
    const next = colCount.slice(0, numCols);
    const rowIndex = new Int32Array(this.length);
    const value = new Float64Array(this.length);
    for (let i = 0; i < this.length; i++) {
      const k = byRow[i];
      const place = next[this.#col[k]]++;
      rowIndex[place] = this.#row[k];
      value[place] = this.#value[k];
    }
    return mergeDuplicates(colCount, rowIndex, value);
  }

  /** Indices of all triplets, stable-sorted by key. */
  #order(key: Int32Array, numKeys: number): Int32Array {
    const start = new Int32Array(numKeys + 1);
    for (let k = 0; k < this.length; k++) start[key[k] + 1]++;
    for (let i = 0; i < numKeys; i++) start[i + 1] += start[i];
    const order = new Int32Array(this.length);
    for (let k = 0; k < this.length; k++) order[start[key[k]]++] = k;
    return order;
  }

  #grow(): void {
    const size = 2 * this.#row.length;
    const row = new Int32Array(size);
    const col = new Int32Array(size);
    const value = new Float64Array(size);
    row.set(this.#row);
    col.set(this.#col);
    value.set(this.#value);
    this.#row = row;
    this.#col = col;
    this.#value = value;
  }
}

function mergeDuplicates(colStart: Int32Array, rowIndex: Int32Array, value: Float64Array) {
  const numCols = colStart.length - 1;
  const merged = new Int32Array(numCols + 1);
  let place = 0;
  for (let j = 0; j < numCols; j++) {
    const first = place;
    for (let k = colStart[j]; k < colStart[j + 1]; k++) {
      if (place > first && rowIndex[place - 1] === rowIndex[k]) {
        value[place - 1] += value[k];
      } else {
        rowIndex[place] = rowIndex[k];
        value[place++] = value[k];
      }
    }
    merged[j + 1] = place;
  }
  return { colStart: merged, rowIndex: rowIndex.slice(0, place), value: value.slice(0, place) };
}
