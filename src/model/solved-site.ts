import type { TimeGrid } from "../time/time-grid.ts";
import type { ColumnBlock, RowBlock } from "./block.ts";

/** What a solve found: values of columns, duals of rows, reduced costs. */
interface Vectors {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly reducedCost: Float64Array;
}

/** The answer of a solve, read by blocks. */
export class SolvedSite {
  readonly time: TimeGrid;
  readonly #vectors: Vectors;

  constructor(time: TimeGrid, vectors: Vectors) {
    this.time = time;
    this.#vectors = vectors;
  }

  /** Values of a block on the whole time axis: 0 in intervals the block does not cover, or without a block. */
  values(columns: ColumnBlock | undefined): Float64Array {
    return columns ? this.#onAxis(this.#vectors.x, columns) : new Float64Array(this.time.count);
  }

  /** Sum of some blocks on the whole time axis. */
  total(blocks: readonly (ColumnBlock | undefined)[]): Float64Array {
    const sum = new Float64Array(this.time.count);
    for (const block of blocks) {
      if (!block) continue;
      const { start, count, from } = block;
      for (let i = 0; i < count; i++) sum[from + i] += this.#vectors.x[start + i];
    }
    return sum;
  }

  /** Value of a single column. */
  value(column: ColumnBlock): number {
    return this.#vectors.x[column.start];
  }

  /** Puts a single column elsewhere; see `AssetKind.settle`. */
  set(column: ColumnBlock, value: number): void {
    this.#vectors.x[column.start] = value;
  }

  /**
   * d objective / d bound of the block's columns, USD per unit, on the whole time axis; of a single column, one value.
   */
  reducedCosts(columns: ColumnBlock): Float64Array {
    return this.#onAxis(this.#vectors.reducedCost, columns);
  }

  /** d objective / d right-hand side of the block's rows, USD per unit, on the whole time axis. */
  rowPrices(rows: RowBlock): Float64Array {
    return this.#onAxis(this.#vectors.y, rows);
  }

  /** d objective / d right-hand side of a single row. */
  rowPrice(row: RowBlock): number {
    return this.#vectors.y[row.start];
  }

  #onAxis(vector: Float64Array, { start, count, from, perInterval }: ColumnBlock | RowBlock): Float64Array {
    if (!perInterval || (from === 0 && count === this.time.count)) return vector.slice(start, start + count);
    const values = new Float64Array(this.time.count);
    values.set(vector.subarray(start, start + count), from);
    return values;
  }
}
