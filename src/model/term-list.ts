/**
 * Coefficients by runs: one entry for each block of terms an asset declares over time, none for each coefficient. The
 * runs are counted and placed straight into compressed sparse columns: O(nonzeros + columns), rows ascending in each
 * column. Two coefficients for one place are added up, in the order they were declared.
 */
export interface TermRun {
  /** Where the block of rows begins that the run belongs to; with it runs are put in the order of rows. */
  readonly block: number;
  /** Coefficient i stands in row `row + i rowStep` and column `col + i colStep`. */
  readonly row: number;
  readonly col: number;
  readonly rowStep: 0 | 1;
  readonly colStep: 0 | 1;
  readonly count: number;
  /**
   * One coefficient for all, or coefficient i is `values[first + i]`; zeros are left out. NB: read when the program is
   * laid out.
   */
  readonly values: number | Float64Array;
  readonly first: number;
}

interface Csc {
  readonly colStart: Int32Array;
  readonly rowIndex: Int32Array;
  readonly value: Float64Array;
}

export class TermList {
  readonly #runs: TermRun[] = [];

  push(run: TermRun): void {
    if (run.count > 0 && run.values !== 0) this.#runs.push(run);
  }

  /** CSC arrays of a matrix with so many columns. */
  toCsc(numCols: number): Csc {
    // Runs of one block along its diagonals: the further right, the earlier its row in a column.
    const runs = this.#runs.toSorted((a, b) => a.block - b.block || a.row - a.col - (b.row - b.col));
    const colStart = new Int32Array(numCols + 1);
    for (const run of runs) countRun(run, colStart);
    for (let j = 0; j < numCols; j++) colStart[j + 1] += colStart[j];
    const next = colStart.slice(0, numCols);
    const rowIndex = new Int32Array(colStart[numCols]);
    const value = new Float64Array(colStart[numCols]);
    for (const run of runs) placeRun(run, next, rowIndex, value);
    return mergeDuplicates({ colStart, rowIndex, value });
  }
}

function countRun({ col, colStep, count, values, first }: TermRun, colStart: Int32Array): void {
  for (let i = 0; i < count; i++)
    if (typeof values === "number" || values[first + i] !== 0) colStart[col + i * colStep + 1]++;
}

function placeRun(run: TermRun, next: Int32Array, rowIndex: Int32Array, value: Float64Array): void {
  const { row, rowStep, col, colStep, count, values, first } = run;
  for (let i = 0; i < count; i++) {
    const coefficient = typeof values === "number" ? values : values[first + i];
    if (coefficient === 0) continue;
    const place = next[col + i * colStep]++;
    rowIndex[place] = row + i * rowStep;
    value[place] = coefficient;
  }
}

/** In place and by insertion, since the runs left the columns in order but for few. */
function mergeDuplicates({ colStart, rowIndex, value }: Csc): Csc {
  const numCols = colStart.length - 1;
  const merged = new Int32Array(numCols + 1);
  let end = 0;
  for (let j = 0; j < numCols; j++) {
    const begin = end;
    for (let k = colStart[j]; k < colStart[j + 1]; k++) {
      const row = rowIndex[k];
      const coefficient = value[k];
      let place = end;
      while (place > begin && rowIndex[place - 1] > row) place--;
      if (place > begin && rowIndex[place - 1] === row) {
        value[place - 1] += coefficient;
        continue;
      }
      if (place < end) {
        rowIndex.copyWithin(place + 1, place, end);
        value.copyWithin(place + 1, place, end);
      }
      rowIndex[place] = row;
      value[place] = coefficient;
      end++;
    }
    merged[j + 1] = end;
  }
  return { colStart: merged, rowIndex: rowIndex.slice(0, end), value: value.slice(0, end) };
}
