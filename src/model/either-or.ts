import type { Columns, Rows } from "./columns.ts";

/** A power that takes part in a rule between assets: a block in MW and its greatest value in each interval. */
export interface Flow {
  readonly asset: string;
  readonly columns: Columns;
  /** Upper limit in MW, one value per interval. */
  readonly upperMw: Float64Array;
}

/** In no interval may both sides be above zero. An LP cannot hold this; the answer is tested against it. */
export interface EitherOr {
  /** In the user's words, e.g. `bess charges and discharges`. */
  readonly rule: string;
  readonly a: readonly Flow[];
  readonly b: readonly Flow[];
  /** What the user may do where an answer breaks the rule; `undefined` = nothing beyond the general advice. */
  readonly remedy: string | undefined;
  /** The valid rows of the program; `undefined` for a rule that is only tested. */
  readonly rows: Rows | undefined;
}
