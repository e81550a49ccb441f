/** The rows of a table below its headings, each of them whole; from a text of lines or from JSON. */
import { type CsvOptions, eachCsvRow, type TakeRow } from "./csv-rows.ts";
import { type FaultLog, shown } from "./fault-log.ts";
import { eachJsonRow, isJson, parsedJson } from "./json-rows.ts";

export interface TableReader {
  /** Fields that a row needs at least, and how many headings there are; default: as many as the first row has. */
  readonly width?: number;
  readonly headerWidth?: number;
  /** Blank headings behind the others: what stands below them is nothing. */
  readonly numBlankHeadings?: number;
  /** Whether a row is none of the table: a comment, a trailer, another table of the file. */
  isOther?(fields: readonly string[]): boolean;
  /**
   * A row that has more fields than headings, with the fields put together that belong together; undefined: not known.
   */
  mended?(fields: readonly string[]): readonly string[] | undefined;
  row(fields: readonly string[], line: number): void;
}

/** The reader of the rows below these headings; `next` where they are none, `stop` where there is nothing to read. */
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

/** Takes rows, finds the headings and hands over the rows below them. */
export function tableRows(faults: FaultLog, open: OpenTable): TakeRow {
  let table: TableReader | undefined;
  let width: number | undefined;
  return (given, line, separator) => {
    if (!table) {
      const opened = open(given, line, separator);
      if (typeof opened !== "string") table = opened;
      return opened !== "stop";
    }
    if (table.isOther?.(given)) return true;
    const { headerWidth = Infinity } = table;
    const fields = given.length > headerWidth ? (table.mended?.(given) ?? given) : given;
    width ??= Math.min(Math.max(fields.length, table.width ?? 0), headerWidth);
    if (isWhole(fields, width, line, faults, table)) table.row(fields, line);
    return true;
  };
}

/**
 * Whether a row is as wide as the first one below the header, but for blank fields beyond; a shorter one was cut off.
 * (The first row counts and not the header: an ENTSO-E download has a heading more than its rows have fields.) A field
 * beyond the headings is a decimal comma in a table of commas more often than anything else: read on, it gives 30 for
 * 30,3.
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
  const last = `the last ${shown(fields[fields.length - 1])}`;
  if (fields.length < width)
    faults.add(
      { line },
      `${fields.length} fields, ${last}`,
      `${width} fields`,
      "the line was cut off; load the file again",
    );
  else if (width === headerWidth) {
    const fix =
      "is a comma in it a decimal comma? say options.decimalComma, or the separator by options.separator; " +
      "else remove what is too much, or quote the field that holds the separator";
    faults.add({ line }, `${fields.length} fields under ${width} headings, ${last}`, `${width} fields`, fix);
  } else
    faults.add(
      { line },
      `${fields.length} fields, ${last}`,
      `${width} fields`,
      "remove what is too much, or quote the field that holds the separator",
    );
  return false;
}

/** Whether a number may be parted between the last field under a heading and those behind it: `30` and `3` of 30,3. */
function hasSplitNumber(fields: readonly string[], width: number): boolean {
  return /^\s*[+-]?\d+\s*$/.test(fields[width - 1] ?? "") && /^\s*\d+\s*$/.test(fields[width]);
}
