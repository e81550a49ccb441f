/** Cells of CSV (RFC 4180) that spreadsheets read as they are meant: texts as text, numbers as numbers. */

/**
 * Text that Excel, LibreOffice and Google Sheets take for a formula begins with one of these, their full-width forms
 * included; a control character at the start is dropped by some and lets the next one through.
 */
const FORMULA = /^[=+\-@\t\r\n\uff1d\uff0b\uff0d\uff20]/u;

/** A number that is already written out, so no text of an input. */
export interface WrittenNumber {
  readonly written: string;
}

export type CsvValue = string | number | boolean | null | undefined | WrittenNumber;

/** A text that a spreadsheet would run is preceded by an apostrophe; a number stays a number, also below 0. */
export function csvCell(value: CsvValue): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "object") return value.written;
  if (typeof value !== "string") return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",;\r\n\ufeff]|^\s|\s$/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One row, with its line end. */
export function csvRow(cells: readonly CsvValue[]): string {
  return `${cells.map(csvCell).join(",")}\r\n`;
}
