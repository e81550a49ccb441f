import type { ChartRow, ChartSpec } from "./chart-spec.ts";

/**
 * The data of a chart as CSV (RFC 4180, lines end in CR LF): a heading for every field that occurs, then its rows in
 * the order drawn. Empty where a row lacks a field. A text that a spreadsheet would run as a formula is preceded by an
 * apostrophe.
 */
export function chartCsv(chart: Pick<ChartSpec, "data">): string {
  const rows = chart.data.values;
  const fields = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const line = (cells: readonly ChartRow[string][]): string => `${cells.map(csvCell).join(",")}\r\n`;
  return line(fields) + rows.map((row) => line(fields.map((field) => row[field] ?? null))).join("");
}

/** Text that Excel, LibreOffice and Google Sheets take for a formula begins with one of these. */
const FORMULA = /^[=+\-@\t\r]/u;

export function csvCell(value: string | number | boolean | null): string {
  if (value === null) return "";
  if (typeof value !== "string") return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
