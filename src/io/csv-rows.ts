/**
 * The rows of a separated text, one at a time, each with the line it starts on. Quoting and separators are papaparse's;
 * rows are handed over as they are read, so only what the caller keeps of a large file stays in memory.
 */
import Papa from "papaparse";
import { type FaultLog, shown } from "./fault-log.ts";

const SEPARATORS = [";", "\t", ",", "|"];
/** Lines looked at for the separator. */
const LINES_SEEN = 10;

export interface CsvOptions {
  /** Between fields. Default: found in the first lines; a comma between two digits counts as a decimal comma there. */
  readonly separator?: string | undefined;
}

/** `take` gets every row that is not blank; false from it ends the reading. */
export function eachCsvRow(given: string, { separator }: CsvOptions, faults: FaultLog, take: (fields: readonly string[], line: number) => boolean | void): void {
  const text = plainLines(given);
  const isQuoted = text.includes('"');
  let line = 1;
  Papa.parse<string[]>(text, {
    delimiter: separator ?? separatorOf(text),
    newline: "\n",
    step({ data, errors }, parser) {
      for (const { code } of errors) {
        faults.add({ line }, code === "MissingQuotes" ? "a quotation mark that is never closed" : "a quotation mark inside a field", "fields quoted whole or not at all", "close or double it");
      }
      const isBlank = data.length === 1 && data[0].trim() === "";
      const goesOn = isBlank || take(data, line) !== false;
      line += 1 + (isQuoted ? numBreaks(data) : 0);
      if (!goesOn) parser.abort();
    },
  });
}

/** Without byte order mark, lines ended by "\n" alone: papaparse takes one kind of line end for a whole file. */
function plainLines(text: string): string {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  return body.includes("\r") ? body.replaceAll(/\r\n?/g, "\n") : body;
}

function numBreaks(fields: readonly string[]): number {
  let num = 0;
  for (const field of fields) for (let i = field.indexOf("\n"); i >= 0; i = field.indexOf("\n", i + 1)) num++;
  return num;
}

/** The separator that occurs most outside quotation marks in the first lines. */
function separatorOf(text: string): string {
  const head = text.split("\n", LINES_SEEN).join("\n").replaceAll(/"[^"]*"/g, "").replaceAll(/(\d),(?=\d)/g, "$1");
  const counts = SEPARATORS.map((separator) => head.split(separator).length - 1);
  const most = Math.max(...counts);
  // A file of quoted fields and one of bare whole numbers are told by their commas; a single column has none.
  return most > 0 ? SEPARATORS[counts.indexOf(most)] : ",";
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
