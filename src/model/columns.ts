/**
 * A named block of consecutive columns (or rows) of one asset: one for each interval in `[from, from + count)`, or a
 * single one (`perInterval` false) such as a monthly peak. The unit of building, so no per-coefficient objects exist.
 */
export interface Columns {
  readonly asset: string;
  /** e.g. `importMw`; unique within the asset. */
  readonly name: string;
  readonly unit: string;
  /** Index of the block's first column in the program. */
  readonly start: number;
  readonly count: number;
  /** Interval of the first column. */
  readonly from: number;
  readonly perInterval: boolean;
}

/** A named block of consecutive rows; fields as for `Columns`. */
export interface Rows {
  readonly asset: string;
  readonly name: string;
  readonly unit: string;
  readonly start: number;
  readonly count: number;
  readonly from: number;
  readonly perInterval: boolean;
}
