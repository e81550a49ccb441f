import type { Columns, Rows } from "./columns.ts";

/**
 * A limit the user set, whose price the result reports per unit of the block: a power's per MW, also where the field
 * counts sets or rigs or gives a share of a capacity.
 */
export interface Limit {
  /** The input field that sets it, e.g. `importLimitMw`. */
  readonly limit: string;
  readonly block: Columns | Rows;
  /** `column`: the columns' upper bounds. `row`: the rows' upper bounds. */
  readonly of: "column" | "row";
}
