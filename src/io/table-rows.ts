/** The rows of a table below its headings, each of them whole. */
import { type CsvOptions, eachCsvRow } from "./csv-rows.ts";
import { type FaultLog, shown } from "./fault-log.ts";

export interface TableReader {
  /** Fields that a row needs at least, and how many headings there are; default: as many as the first row has. */
  readonly width?: number;
  readonly headerWidth?: number;
  /** Whether a row is none of the table: a comment, a trailer, another table of the file. */
  isOther?(fields: readonly string[]): boolean;
  row(fields: readonly string[], line: number): void;
}

/** `open`: the reader of the rows below these headings; `next` where they are none, `stop` where there is nothing to read. */
export function eachTableRow(text: string, options: CsvOptions, faults: FaultLog, open: (fields: readonly string[], line: number) => TableReader | "next" | "stop"): void {
  let table: TableReader | undefined;
  let width: number | undefined;
  eachCsvRow(text, options, faults, (fields, line) => {
    if (!table) {
      const opened = open(fields, line);
      if (typeof opened !== "string") table = opened;
      return opened !== "stop";
    }
    if (table.isOther?.(fields)) return true;
    width ??= Math.min(Math.max(fields.length, table.width ?? 0), table.headerWidth ?? Infinity);
    if (isWhole(fields, width, line, faults)) table.row(fields, line);
    return true;
  });
}

/**
 * Whether a row is as wide as the first one below the header, but for blank fields beyond; a shorter one was cut off. (The
 * first row counts and not the header: an ENTSO-E download has a heading more than its rows have fields.)
 */
export function isWhole(fields: readonly string[], width: number, line: number, faults: FaultLog): boolean {
  if (fields.length === width || (fields.length > width && fields.slice(width).every((field) => field.trim() === ""))) return true;
  const fix = fields.length < width ? "the line was cut off; load the file again" : "remove what is too much, or quote the field that holds the separator";
  faults.add({ line }, `${fields.length} fields, the last ${shown(fields[fields.length - 1])}`, `${width} fields`, fix);
  return false;
}
