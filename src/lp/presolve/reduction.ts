import { transpose, type RowWise } from "../../sparse/transpose.ts";
import type { LinearProgram } from "../linear-program.ts";

/** What a step on the stack did; `undoDual` in `postsolve.ts` has one case for each. */
export const enum StepKind {
  /** Column fixed. */
  fixedColumn = 0,
  /** Row that no point within the limits of the columns can break. */
  looseRow = 1,
  /** Row with one column, made a limit of it; `datum`: 1 = gave the lower, 2 = the upper, 3 = both. */
  singletonRow = 2,
  /** Row that only one corner of its columns satisfies; `datum` = 1 at its lower limit, -1 at its upper. */
  forcingRow = 3,
  /** Column singleton that its row was solved for; `datum` = activity of the whole row, `price` = what it took over. */
  singletonColumn = 4,
}

/** `place` of what stands where two limits meet: the sign of its price says at which. */
export const PLACE_BY_SIGN = 4;

const ALIVE = 0x7fffffff;

/**
 * The program while rules take it apart, in the terms of `min`. The matrix never changes: rows and columns only leave.
 * Columns that were fixed stand at `x` and add `fixedActivity` to the rows; `rowLower` and `rowUpper` limit the whole
 * activity, so that fixing columns costs them no rounding. Costs change where a row is solved for a column.
 * Stored zeros must be gone. Steps are kept as a stack in typed arrays; at most one for each row and column.
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
  /** Sum of the absolute terms of `fixedActivity`: what its rounding is measured against. */
  readonly fixedMagnitude: Float64Array;
  /** Coefficients that are alive. */
  readonly rowCount: Int32Array;
  readonly colCount: Int32Array;
  /** The step that took it out. */
  private readonly rowEnd: Int32Array;
  private readonly colEnd: Int32Array;
  /** A Farkas proof: this row, at this limit (1 = lower, -1 = upper), cannot be met. */
  infeasibleRow = -1;
  infeasibleSide: 1 | -1 = 1;
  /** The part of the objective that prices times limits have taken over. */
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

  /** Whether the row is still there, or was before step `step` was taken. */
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

  /** Takes the row out; part of the step just pushed. */
  removeRow(i: number): void {
    const { rowStart, colIndex } = this.rows;
    this.rowEnd[i] = this.numSteps - 1;
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) this.colCount[colIndex[k]]--;
  }

  /** Takes the column out; part of the step just pushed. */
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

  /** Takes `price` times row i, which stands at `limit`, out of the costs; part of the step just pushed. */
  takePrice(i: number, price: number, limit: number): void {
    this.price[this.numSteps - 1] = price;
    this.offset += price * limit;
    addRow(this, i, -price, this.cost);
  }
}

/** cost += price times row i, whether its columns are still there or not. */
export function addRow({ rows }: Reduction, i: number, price: number, cost: Float64Array): void {
  if (price === 0) return;
  const { rowStart, colIndex, value } = rows;
  for (let k = rowStart[i]; k < rowStart[i + 1]; k++) cost[colIndex[k]] += price * value[k];
}
