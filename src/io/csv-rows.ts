/**
 * Splits a delimited text (RFC 4180) into rows, one at a time, each with the line it starts on. Memory is that of the
 * rows the caller stores, and time is linear in the length of any text. Rejected: papaparse. Its time is quadratic in a
 * row of misplaced quotation marks (`"a"a"a...`, 6 s for 200 kB). It also stores all rows of a text whose lines end in
 * carriage returns alone (1.5 GB for 20 MB). The tests compare against it.
 */
import type { FaultLog } from "./fault-log.ts";
import { quotedRow } from "./quoted-row.ts";
import { MAX_FIELD_CHARACTERS, MAX_FIELDS, MAX_ROW_CHARACTERS } from "./read-limits.ts";

const SEPARATORS = [";", "\t", ",", "|"];
/** Lines and characters that are searched for the separator. */
const LINES_SEEN = 10;
const CHARACTERS_SEEN = 10_000;

export interface CsvOptions {
  /**
   * The character between fields. Default: detected in the first lines, where a comma between two digits counts as a
   * decimal comma.
   */
  readonly separator?: string | undefined;
}

/** Handles a row, given the line it starts on and the separator between its fields. Returning false stops reading. */
export type OnRow = (fields: readonly string[], line: number, separator: string) => boolean | void;

/**
 * Calls `onRow` for every row that is not blank. A row beyond the limits of `read-limits.ts` is an error and stops
 * reading.
 */
export function eachCsvRow(text: string, { separator }: CsvOptions, faults: FaultLog, onRow: OnRow): void {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const delimiter = separator ?? separatorOf(text.slice(start, start + CHARACTERS_SEEN));
  const nextFeed = finder(text, "\n");
  const nextReturn = finder(text, "\r");
  const nextQuote = finder(text, '"');
  let line = 1;
  let numTaken = 0;
  for (let from = start; from < text.length;) {
    const lineEnd = Math.min(nextFeed(from), nextReturn(from));
    if (nextQuote(from) >= lineEnd) {
      const row = text.slice(from, lineEnd);
      const isBlank = row.trim() === "" && !row.includes(delimiter);
      if (!isBlank) {
        if (row.length > MAX_ROW_CHARACTERS) return addTooLong(row.length, line, faults);
        const fields = row.split(delimiter);
        if (!isWithinLimits(fields, row.length, line, faults) || onRow(fields, line, delimiter) === false) return;
        numTaken++;
      }
      from = behindLineEnd(text, lineEnd);
      line++;
      continue;
    }
    const row = quotedRow(text, from, delimiter);
    if (row.isUnclosed) {
      faults.add(
        { line },
        "a quotation mark that is never closed",
        "fields quoted whole or not at all",
        "close or double it",
      );
      return;
    }
    if (row.end - from > MAX_ROW_CHARACTERS) return addTooLong(row.end - from, line, faults);
    if (row.isMisquoted) {
      faults.add(
        { line },
        "a quotation mark inside a field",
        "fields quoted whole or not at all",
        "close or double it",
      );
      // The headings may have been in this row, so the rows below it cannot be checked.
      if (numTaken === 0) return;
    } else if (row.fields.length > 1 || row.fields[0].trim() !== "") {
      if (!isWithinLimits(row.fields, row.end - from, line, faults) || onRow(row.fields, line, delimiter) === false)
        return;
      numTaken++;
    }
    from = behindLineEnd(text, row.end);
    line += 1 + row.numBreaks;
  }
}

/**
 * Returns a function that finds the next position of a character at or after `from`, or the length of the text if there
 * is none. Called with increasing positions, it visits every position once.
 */
function finder(text: string, character: string): (from: number) => number {
  let next = -1;
  return (from) => {
    if (next < from) {
      next = text.indexOf(character, from);
      if (next < 0) next = text.length;
    }
    return next;
  };
}

function behindLineEnd(text: string, at: number): number {
  return text.charCodeAt(at) === 13 && text.charCodeAt(at + 1) === 10 ? at + 2 : at + 1;
}

function isWithinLimits(fields: readonly string[], length: number, line: number, faults: FaultLog): boolean {
  if (fields.length > MAX_FIELDS) {
    faults.add(
      { line },
      `a row of ${fields.length} fields`,
      `at most ${MAX_FIELDS} fields (the columns of an Excel sheet)`,
      "check that it is a table of rows below headings, that its lines end, and that options.separator is right",
    );
    return false;
  }
  const tooLong = length > MAX_FIELD_CHARACTERS ? fields.findIndex((field) => field.length > MAX_FIELD_CHARACTERS) : -1;
  if (tooLong < 0) return true;
  faults.add(
    { line, column: tooLong + 1 },
    `a field of ${fields[tooLong].length} characters`,
    `at most ${MAX_FIELD_CHARACTERS} characters (a cell of Excel)`,
    "check for an unclosed quotation mark or another separator, or remove the column",
  );
  return false;
}

function addTooLong(length: number, line: number, faults: FaultLog): void {
  faults.add(
    { line },
    `a row of ${length} characters`,
    `at most ${MAX_ROW_CHARACTERS} characters`,
    "check that it is a table and that every quotation mark is closed; load the file again as text with line ends",
  );
}

/** The separator that occurs most often outside quotation marks in the first lines. */
function separatorOf(text: string): string {
  // Comment lines above the table are prose, whose commas separate nothing.
  const lines = text.split(/\r\n?|\n/, LINES_SEEN).filter((line) => !line.startsWith("#"));
  const head = lines
    .join("\n")
    .replaceAll(/"[^"]*"/g, "")
    .replaceAll(/(\d),(?=\d)/g, "$1");
  const counts = SEPARATORS.map((separator) => head.split(separator).length - 1);
  const most = Math.max(...counts);
  // Commas tell a file of quoted fields and one of bare whole numbers; a file of a single column has no comma.
  return most > 0 ? SEPARATORS[counts.indexOf(most)] : ",";
}
