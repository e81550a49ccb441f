/** Reads the rows of a table below its headings, from delimited text or from JSON. Incomplete rows are errors. */
import { type CsvOptions, eachCsvRow, type OnRow } from "./csv-rows.ts";
import { type FaultLog, quoted } from "./fault-log.ts";
import { eachJsonRow, isJson, parsedJson } from "./json-rows.ts";

export interface TableReader {
  /** Minimum number of fields of a row, and number of headings. Default: the number of fields of the first row. */
  readonly width?: number;
  readonly headerWidth?: number;
  /** Blank headings after the others: the fields below them are ignored. */
  readonly numBlankHeadings?: number;
  /** Whether a row is outside the table: a comment, a trailer, another table of the file. */
  isOutsideTable?(fields: readonly string[]): boolean;
  /** Rejoins the fields of a row that has more fields than headings; undefined if that is not possible. */
  rejoin?(fields: readonly string[]): readonly string[] | undefined;
  row(fields: readonly string[], line: number): void;
}

/**
 * Returns the reader of the rows below a heading row: `next` if the row is not a heading row, `stop` if there is
 * nothing to read.
 */
export type OpenTable = (fields: readonly string[], line: number, separator: string) => TableReader | "next" | "stop";

export function eachTableRow(
  text: string,
  options: CsvOptions,
  faults: FaultLog,
  open: OpenTable,
  notices: string[] = [],
): void {
  const document = isJson(text) ? parsedJson(text, faults) : undefined;
  if (document !== undefined) eachJsonRow(document, faults, notices, tableRows(faults, open));
  else if (faults.isEmpty) eachCsvRow(text, options, faults, tableRows(faults, open));
}

/** Finds the headings and passes the rows below them to their reader. */
export function tableRows(faults: FaultLog, open: OpenTable): OnRow {
  let table: TableReader | undefined;
  let width: number | undefined;
  return (given, line, separator) => {
    if (!table) {
      const opened = open(given, line, separator);
      if (typeof opened !== "string") table = opened;
      return opened !== "stop";
    }
    if (table.isOutsideTable?.(given)) return true;
    const { headerWidth = Infinity } = table;
    const fields = given.length > headerWidth ? (table.rejoin?.(given) ?? given) : given;
    width ??= Math.min(Math.max(fields.length, table.width ?? 0), headerWidth);
    if (isWhole(fields, width, line, faults, table)) table.row(fields, line);
    return true;
  };
}

/**
 * Whether a row is as wide as the first row below the headings, apart from blank fields at its end; a shorter row was
 * cut off. The first row counts and not the headings, because an ENTSO-E download has one heading more than its rows
 * have fields. A field beyond the headings is most often a decimal comma in a comma-separated table: ignoring it would
 * turn 30,3 into 30.
 */
export function isWhole(
  fields: readonly string[],
  width: number,
  line: number,
  faults: FaultLog,
  { headerWidth = width, numBlankHeadings = 0 }: Pick<TableReader, "headerWidth" | "numBlankHeadings"> = {},
): boolean {
  if (fields.length === width) return true;
  const beyond = fields.slice(width);
  if (fields.length > width && beyond.every((field) => field.trim() === "")) return true;
  if (fields.length > width && beyond.length <= numBlankHeadings && !hasSplitNumber(fields, width)) return true;
  const last = `the last ${quoted(fields[fields.length - 1])}`;
  if (fields.length < width)
    faults.add(
      { line },
      `${fields.length} fields, ${last}`,
      `${width} fields`,
      "the line was cut off; load the file again",
    );
  else if (width === headerWidth) {
    const fix =
      "if its comma is a decimal comma, set options.decimalComma, or the separator with options.separator; " +
      "otherwise remove the extra field, or quote the field that contains the separator";
    faults.add({ line }, `${fields.length} fields under ${width} headings, ${last}`, `${width} fields`, fix);
  } else
    faults.add(
      { line },
      `${fields.length} fields, ${last}`,
      `${width} fields`,
      "remove the extra field, or quote the field that contains the separator",
    );
  return false;
}

/** Whether a number may be split between the last field under a heading and the next one: `30` and `3` of 30,3. */
function hasSplitNumber(fields: readonly string[], width: number): boolean {
  return /^\s*[+-]?\d+\s*$/.test(fields[width - 1] ?? "") && /^\s*\d+\s*$/.test(fields[width]);
}
