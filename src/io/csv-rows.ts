/**
 * The rows of a separated text, one at a time, each with the line it starts on. Quoting and separators are papaparse's. The
 * text is given to it in blocks, so only what the caller keeps of a large file stays in memory, and at several times the
 * speed of its row by row mode.
 */
import Papa from "papaparse";
import type { FaultLog } from "./fault-log.ts";

const SEPARATORS = [";", "\t", ",", "|"];
/** Lines and characters looked at for the separator. */
const LINES_SEEN = 10;
const CHARACTERS_SEEN = 10_000;
/** Characters of a block at least; it ends with its last line. */
const BLOCK = 1 << 15;

export interface CsvOptions {
  /** Between fields. Default: found in the first lines; a comma between two digits counts as a decimal comma there. */
  readonly separator?: string | undefined;
}

/** `take` gets every row that is not blank; false from it ends the reading. */
export function eachCsvRow(text: string, { separator }: CsvOptions, faults: FaultLog, take: (fields: readonly string[], line: number) => boolean | void): void {
  const start = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  const delimiter = separator ?? separatorOf(text.slice(start, start + CHARACTERS_SEEN));
  const hasReturns = text.includes("\r");
  let line = 1;
  for (let from = start; from < text.length; ) {
    const to = blockEnd(text, from);
    const given = text.slice(from, to);
    const block = hasReturns ? given.replaceAll(/\r\n?/g, "\n") : given;
    const isQuoted = block.includes('"');
    const { data, errors } = Papa.parse<string[]>(block.endsWith("\n") ? block.slice(0, -1) : block, { delimiter, newline: "\n" });
    let error = 0;
    for (let r = 0; r < data.length; r++) {
      const fields = data[r];
      for (; error < errors.length && (errors[error].row ?? r) <= r; error++) addQuoteFault(errors[error].code, line, faults);
      const isBlank = fields.length === 1 && fields[0].trim() === "";
      if (!isBlank && take(fields, line) === false) return;
      line += 1 + (isQuoted ? numBreaks(fields) : 0);
    }
    for (; error < errors.length; error++) addQuoteFault(errors[error].code, line, faults);
    from = to;
  }
}

function addQuoteFault(code: string, line: number, faults: FaultLog): void {
  faults.add({ line }, code === "MissingQuotes" ? "a quotation mark that is never closed" : "a quotation mark inside a field", "fields quoted whole or not at all", "close or double it");
}

/** Behind the first line end that follows a block's length of text and an even number of quotation marks, so outside a quoted field. */
function blockEnd(text: string, from: number): number {
  let end = from + BLOCK;
  let quote = text.indexOf('"', from);
  let numQuotes = 0;
  while (end < text.length) {
    const lineEnd = text.indexOf("\n", end);
    if (lineEnd < 0) break;
    for (; quote >= 0 && quote < lineEnd; quote = text.indexOf('"', quote + 1)) numQuotes++;
    if (numQuotes % 2 === 0) return lineEnd + 1;
    end = lineEnd + 1;
  }
  return text.length;
}

function numBreaks(fields: readonly string[]): number {
  let num = 0;
  for (const field of fields) for (let i = field.indexOf("\n"); i >= 0; i = field.indexOf("\n", i + 1)) num++;
  return num;
}

/** The separator that occurs most outside quotation marks in the first lines. */
function separatorOf(text: string): string {
  const head = text.split(/\r\n?|\n/, LINES_SEEN).join("\n").replaceAll(/"[^"]*"/g, "").replaceAll(/(\d),(?=\d)/g, "$1");
  const counts = SEPARATORS.map((separator) => head.split(separator).length - 1);
  const most = Math.max(...counts);
  // A file of quoted fields and one of bare whole numbers are told by their commas; a single column has none.
  return most > 0 ? SEPARATORS[counts.indexOf(most)] : ",";
}
