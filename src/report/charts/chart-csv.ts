import { csvRow } from "../../csv/csv-cell.ts";
import type { ChartSpec } from "./chart-spec.ts";

/**
 * The data of a chart as CSV (RFC 4180, lines end in CR LF): a heading for every field that occurs, then its rows in
 * the order drawn. Empty where a row lacks a field. A text that a spreadsheet would run as a formula is preceded by an
 * apostrophe.
 */
export function chartCsv(chart: Pick<ChartSpec, "data">): string {
  const rows = chart.data.values;
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return csvRow(fields) + rows.map((row) => csvRow(fields.map((field) => row[field]))).join("");
}
