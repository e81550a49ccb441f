import type { LinearProgram } from "wattsplit/lp";

/** A program built column by column; `min`, no offset. */
export class ColumnList {
  private readonly colStart: number[] = [0];
  private readonly rowIndex: number[] = [];
  private readonly value: number[] = [];
  private readonly cost: number[] = [];
  private readonly colLower: number[] = [];
  private readonly colUpper: number[] = [];

  get numCols(): number {
    return this.cost.length;
  }

  /** Begins a column; `put` fills it. */
  begin(cost: number, lower: number, upper: number): void {
    this.cost.push(cost);
    this.colLower.push(lower);
    this.colUpper.push(upper);
    this.colStart.push(this.value.length);
  }

  /** A coefficient of the last column; each row at most once. */
  put(row: number, value: number): void {
    this.rowIndex.push(row);
    this.value.push(value);
    this.colStart[this.colStart.length - 1] = this.value.length;
  }

  finish(rowLower: Float64Array, rowUpper: Float64Array): LinearProgram {
    return {
      numRows: rowLower.length,
      numCols: this.numCols,
      colStart: Int32Array.from(this.colStart),
      rowIndex: Int32Array.from(this.rowIndex),
      value: Float64Array.from(this.value),
      cost: Float64Array.from(this.cost),
      colLower: Float64Array.from(this.colLower),
      colUpper: Float64Array.from(this.colUpper),
      rowLower,
      rowUpper,
      sense: "min",
      objectiveOffset: 0,
    };
  }
}
