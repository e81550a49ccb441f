import type { Columns, Rows } from "./columns.ts";

/** In no interval may both sides, sums of powers in MW, be above zero. An LP cannot hold this; the answer is tested against it. */
export interface EitherOr {
  /** In the user's words, e.g. `bess charges and discharges`. */
  readonly rule: string;
  readonly a: readonly Columns[];
  readonly b: readonly Columns[];
  /** What the user may do where an answer breaks the rule; `undefined` = nothing beyond the general advice. */
  readonly remedy: string | undefined;
  /** The valid rows of the program; `undefined` for a rule that is only tested. */
  readonly rows: Rows | undefined;
}
