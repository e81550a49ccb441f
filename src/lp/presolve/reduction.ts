import { transpose, type RowWise } from "../../sparse/transpose.ts";
import type { LinearProgram } from "../linear-program.ts";

/** The kinds of steps on the stack; `undoStep` in `restore-prices.ts` has one case for each. */
export const enum StepKind {
  /** Column fixed. */
  fixedColumn = 0,
  /** Redundant row dropped. */
  redundantRow = 1,
  /** Singleton row turned into bounds of its column; `datum`: 1 = the lower one, 2 = the upper one, 3 = both. */
  singletonRow = 2,
  /** Forcing row, which fixes all its columns; `datum` = 1 at its lower bound, -1 at its upper one. */
  forcingRow = 3,
  /** Column singleton that a row was solved for; `datum` = the row's whole activity, `price` = the price it took. */
  singletonColumn = 4,
}

/** `place` of a column or row with equal bounds: the sign of its price decides at which of the two it is. */
export const PLACE_BY_SIGN = 4;

const ALIVE = 0x7fffffff;

/**
 * The program during presolve, as a minimum. The matrix never changes: rows and columns are only removed. Fixed columns
 * have the value `x` and add `fixedActivity` to the rows; `rowLower` and `rowUpper` bound the whole activity, so that
 * fixing columns does not round them. Costs change when a row is solved for a column. The matrix must not store zeros.
 * Steps are a stack in typed arrays, with at most one for each row and column.
 * After E. D. Andersen and K. D. Andersen, "Presolving in linear programming", Math. Programming 71 (1995).
 */
export class Reduction {
  readonly lp: LinearProgram;
  readonly rows: RowWise;
  // --- Changed by rules ---
  readonly cost: Float64Array;
  readonly colLower: Float64Array;
  readonly colUpper: Float64Array;
  readonly rowLower: Float64Array;
  readonly rowUpper: Float64Array;
  readonly x: Float64Array;
  readonly fixedActivity: Float64Array;
  /** Sum of the absolute terms of `fixedActivity`, the scale of its rounding. */
  readonly fixedMagnitude: Float64Array;
  /** Number of remaining coefficients. */
  readonly rowCount: Int32Array;
  readonly colCount: Int32Array;
  /** The step that removed each row and column. */
  private readonly rowEnd: Int32Array;
  private readonly colEnd: Int32Array;
  /** A Farkas certificate: this row cannot satisfy this bound (1 = lower, -1 = upper). */
  infeasibleRow = -1;
  infeasibleSide: 1 | -1 = 1;
  /** The part of the objective that has become prices times bounds. */
  offset = 0;
  // --- The stack ---
  numSteps = 0;
  readonly kind: Uint8Array;
  readonly place: Uint8Array;
  readonly row: Int32Array;
  readonly col: Int32Array;
  readonly datum: Float64Array;
  readonly price: Float64Array;

  constructor(lp: LinearProgram) {
    const { numRows, numCols, colStart } = lp;
    this.lp = lp;
    this.rows = transpose(numRows, numCols, colStart, lp.rowIndex, lp.value);
    this.cost = lp.sense === "max" ? lp.cost.map((c) => 0 - c) : lp.cost.slice();
    this.colLower = lp.colLower.slice();
    this.colUpper = lp.colUpper.slice();
    this.rowLower = lp.rowLower.slice();
    this.rowUpper = lp.rowUpper.slice();
    this.x = new Float64Array(numCols);
    this.fixedActivity = new Float64Array(numRows);
    this.fixedMagnitude = new Float64Array(numRows);
    const { rowStart } = this.rows;
    this.rowCount = Int32Array.from({ length: numRows }, (_, i) => rowStart[i + 1] - rowStart[i]);
    this.colCount = Int32Array.from({ length: numCols }, (_, j) => colStart[j + 1] - colStart[j]);
    this.rowEnd = new Int32Array(numRows).fill(ALIVE);
    this.colEnd = new Int32Array(numCols).fill(ALIVE);
    const most = numRows + numCols;
    this.kind = new Uint8Array(most);
    this.place = new Uint8Array(most);
    this.row = new Int32Array(most);
    this.col = new Int32Array(most);
    this.datum = new Float64Array(most);
    this.price = new Float64Array(most);
  }

  /** Whether the row remains, or did before step `step`. */
  hasRow(i: number, step = ALIVE - 1): boolean {
    return this.rowEnd[i] > step;
  }

  hasCol(j: number, step = ALIVE - 1): boolean {
    return this.colEnd[j] > step;
  }

  push(kind: number, row: number, col: number, datum: number, place = 0): void {
    const k = this.numSteps++;
    this.kind[k] = kind;
    this.place[k] = place;
    this.row[k] = row;
    this.col[k] = col;
    this.datum[k] = datum;
  }

  /** Removes the row; part of the step just pushed. */
  removeRow(i: number): void {
    const { rowStart, colIndex } = this.rows;
    this.rowEnd[i] = this.numSteps - 1;
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) this.colCount[colIndex[k]]--;
  }

  /** Removes the column; part of the step just pushed. */
  removeCol(j: number): void {
    const { colStart, rowIndex } = this.lp;
    this.colEnd[j] = this.numSteps - 1;
    for (let k = colStart[j]; k < colStart[j + 1]; k++) this.rowCount[rowIndex[k]]--;
  }

  fixCol(j: number, x: number, place: number): void {
    const { colStart, rowIndex, value } = this.lp;
    this.push(StepKind.fixedColumn, -1, j, x, place);
    this.removeCol(j);
    this.x[j] = x;
    if (x === 0) return;
    for (let k = colStart[j]; k < colStart[j + 1]; k++) {
      this.fixedActivity[rowIndex[k]] += value[k] * x;
      this.fixedMagnitude[rowIndex[k]] += Math.abs(value[k] * x);
    }
  }

  /** Moves `price` times row i, whose activity is known, from the costs to the offset; part of the step just pushed. */
  takePrice(i: number, price: number, activity: number): void {
    this.price[this.numSteps - 1] = price;
    this.offset += price * activity;
    addRow(this, i, -price, this.cost);
  }
}

/** cost += price times row i, for remaining and removed columns alike. */
export function addRow({ rows }: Reduction, i: number, price: number, cost: Float64Array): void {
  if (price === 0) return;
  const { rowStart, colIndex, value } = rows;
  for (let k = rowStart[i]; k < rowStart[i + 1]; k++) cost[colIndex[k]] += price * value[k];
}
