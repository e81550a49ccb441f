export type { ColumnBlock as Columns, RowBlock as Rows, StateWords } from "./block.ts";
