/**
 * Splits a row that has quotation marks. Its fields may contain separators and line ends, so the end of the row is
 * found field by field.
 */
import { MAX_FIELDS, MAX_ROW_CHARACTERS } from "./read-limits.ts";

const QUOTE = 34;
const FEED = 10;
const RETURN = 13;

export interface QuotedRow {
  /** Line ends within a field are `\n`. */
  readonly fields: readonly string[];
  /** Position of the line end after the row, or the length of the text. */
  readonly end: number;
  /** Line ends within the fields. */
  readonly numBreaks: number;
  /** A quotation mark opens a field and is never closed. */
  readonly isUnclosed: boolean;
  /** A quotation mark is inside a quoted field; `end` is then the next line end after it. */
  readonly isMisquoted: boolean;
}

/**
 * Splits the row that starts at `from`. A field is quoted if its first character is a quotation mark; blanks may follow
 * the closing mark. In other fields, quotation marks are ordinary characters.
 */
export function quotedRow(text: string, from: number, delimiter: string): QuotedRow {
  const separator = delimiter.charCodeAt(0);
  const fields: string[] = [];
  let numBreaks = 0;
  let at = from;
  for (;;) {
    let behind: number;
    if (text.charCodeAt(at) === QUOTE) {
      const { close, isDoubled } = closingQuote(text, at);
      if (close < 0) return { fields, end: text.length, numBreaks, isUnclosed: true, isMisquoted: false };
      if (close - from > MAX_ROW_CHARACTERS)
        return { fields, end: close + 1, numBreaks, isUnclosed: false, isMisquoted: false };
      const content = text.slice(at + 1, close);
      const plain = isDoubled ? content.replaceAll('""', '"') : content;
      const field = plain.includes("\r") ? plain.replaceAll(/\r\n?/g, "\n") : plain;
      for (let i = field.indexOf("\n"); i >= 0; i = field.indexOf("\n", i + 1)) numBreaks++;
      fields.push(field);
      behind = close + 1;
      while (isBlank(text.charCodeAt(behind), separator)) behind++;
      if (!isFieldEnd(text.charCodeAt(behind), separator))
        return { fields, end: fieldEnd(text, behind, -1), numBreaks, isUnclosed: false, isMisquoted: true };
    } else {
      behind = fieldEnd(text, at, separator);
      fields.push(text.slice(at, behind));
    }
    const isTooLong = fields.length > MAX_FIELDS || behind - from > MAX_ROW_CHARACTERS;
    if (isTooLong || text.charCodeAt(behind) !== separator)
      return { fields, end: behind, numBreaks, isUnclosed: false, isMisquoted: false };
    at = behind + 1;
  }
}

/** Position of the quotation mark that closes the one at `open`, skipping doubled ones; -1 if there is none. */
function closingQuote(text: string, open: number): { readonly close: number; readonly isDoubled: boolean } {
  let isDoubled = false;
  let close = text.indexOf('"', open + 1);
  while (close >= 0 && text.charCodeAt(close + 1) === QUOTE) {
    isDoubled = true;
    close = text.indexOf('"', close + 2);
  }
  return { close, isDoubled };
}

/** Position of the next separator or line end; with -1 as `separator`, of the next line end. */
function fieldEnd(text: string, from: number, separator: number): number {
  let at = from;
  while (!isFieldEnd(text.charCodeAt(at), separator)) at++;
  return at;
}

/** NB: after the end of the text `charCodeAt` is NaN. */
function isFieldEnd(code: number, separator: number): boolean {
  return code === separator || code === FEED || code === RETURN || Number.isNaN(code);
}

function isBlank(code: number, separator: number): boolean {
  return (code === 32 || code === 9) && code !== separator;
}
