import type { TimeGrid } from "../time/time-grid.ts";
import type { Columns, Rows } from "./columns.ts";

/** The answer of a solve, read by blocks. */
export class SolvedSite {
  readonly time: TimeGrid;
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #reducedCost: Float64Array;

  constructor(time: TimeGrid, vectors: { x: Float64Array; y: Float64Array; reducedCost: Float64Array }) {
    this.time = time;
    this.#x = vectors.x;
    this.#y = vectors.y;
    this.#reducedCost = vectors.reducedCost;
  }

  /** Values of a block on the whole time axis: 0 in intervals the block does not cover, or without a block. */
  values(columns: Columns | undefined): Float64Array {
    return columns === undefined ? new Float64Array(this.time.count) : this.#onAxis(this.#x, columns);
  }

  /** Adds the values of a block to a sum over the whole time axis. */
  addTo(sum: Float64Array, columns: Columns | undefined): void {
    if (columns === undefined) return;
    const { start, count, from } = columns;
    for (let i = 0; i < count; i++) sum[from + i] += this.#x[start + i];
  }

  /** Value of a single column. */
  value(column: Columns): number {
    return this.#x[column.start];
  }

  /** d objective / d bound of the block's columns, USD per unit, on the whole time axis; of a single column, one value. */
  reducedCosts(columns: Columns): Float64Array {
    return this.#onAxis(this.#reducedCost, columns);
  }

  /** d objective / d right-hand side of the block's rows, USD per unit, on the whole time axis. */
  rowPrices(rows: Rows): Float64Array {
    return this.#onAxis(this.#y, rows);
  }

  /** d objective / d right-hand side of a single row. */
  rowPrice(row: Rows): number {
    return this.#y[row.start];
  }

  #onAxis(vector: Float64Array, { start, count, from, perInterval }: Columns | Rows): Float64Array {
    if (!perInterval || (from === 0 && count === this.time.count)) return vector.slice(start, start + count);
    const values = new Float64Array(this.time.count);
    values.set(vector.subarray(start, start + count), from);
    return values;
  }
}
