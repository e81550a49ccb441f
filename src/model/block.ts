/**
 * What it is called when a column stands at its lower limit, at its upper one, between them; and the value of its own
 * cost items.
 */
export interface StateWords {
  /** e.g. `asleep`. */
  readonly low?: string;
  readonly high?: string;
  readonly between?: string;
  /** e.g. `strike`: what one unit of the column earns by itself. */
  readonly own?: string;
}

/**
 * A named block of consecutive columns or rows of one asset: one for each interval in `[from, from + count)`, or a
 * single one (`perInterval` false) such as a monthly peak. The unit of building, so no per-coefficient objects exist.
 */
interface Block {
  readonly asset: string;
  /** e.g. `importMw`; unique within the asset's columns and within its rows. */
  readonly name: string;
  readonly unit: string;
  /** Index of the block's first column or row in the program. */
  readonly start: number;
  readonly count: number;
  /** Interval of the first one. */
  readonly from: number;
  readonly perInterval: boolean;
}

/** Columns of the program. */
export interface ColumnBlock extends Block {
  readonly of: "column";
  /** The asset's own words for explanations. */
  readonly words?: StateWords | undefined;
  /** The input field that sets the lower limit in interval t, e.g. `end.storedMwh`. */
  readonly lowerLimit?: ((t: number) => string) | undefined;
}

/** Rows of the program. */
export interface RowBlock extends Block {
  readonly of: "row";
}
