import type { StateWords } from "./block.ts";
import type { LimitField } from "./limit.ts";

/** A number for every interval of the plan, or one for all. */
export type Values = number | Float64Array;

export interface BlockOptions {
  readonly unit: string;
  /** Limits may also be given for the block's own intervals alone: as many values as it covers. */
  readonly lower?: Values;
  readonly upper?: Values;
  /** First interval of a block that covers only `[from, from + count)`. */
  readonly from?: number;
  /** The user's name for the upper (for rows: the binding) limit, e.g. `importLimitMw`; its price is then reported. */
  readonly limit?: string;
  /** The field's value, where the bound is net of a state. */
  readonly given?: number;
  /** What that field counts, where it is another unit than the block's. */
  readonly limitField?: LimitField;
  /** Columns: the user's name for the lower limit in interval t, for the explanation of an infeasible plan. */
  readonly lowerLimit?: (t: number) => string;
  /** Columns: what its states are called in explanations; default the block's name and value. */
  readonly words?: StateWords;
}

export interface SeriesOptions extends BlockOptions {
  /** Number of intervals; default all from `from`. */
  readonly count?: number;
}
