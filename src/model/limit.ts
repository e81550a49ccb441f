import type { Columns, Rows } from "./columns.ts";

/** A limit the user set, whose price the result reports. */
export interface Limit {
  /** The input field that sets it, e.g. `importLimitMw`. */
  readonly limit: string;
  readonly block: Columns | Rows;
  /** `column`: the columns' upper bounds. `row`: the rows' upper bounds. */
  readonly of: "column" | "row";
}
