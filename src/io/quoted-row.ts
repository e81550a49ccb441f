/** A row that has quotation marks. Its fields may hold separators and line ends, so its end is found field by field. */
import { MOST_FIELDS, MOST_ROW_CHARACTERS } from "./read-limits.ts";

const QUOTE = 34;
const FEED = 10;
const RETURN = 13;

export interface QuotedRow {
  /** Line ends within a field are `\n`. */
  readonly fields: readonly string[];
  /** Place of the line end behind the row, or the text's length. */
  readonly end: number;
  /** Line ends within its fields. */
  readonly numBreaks: number;
  /** A quotation mark opens a field and none closes it. */
  readonly isUnclosed: boolean;
  /** A quotation mark stands inside a quoted field; `end` is then the next line end behind it. */
  readonly isMisquoted: boolean;
}

/**
 * The row that starts at `from`. A field is quoted where its first character is a quotation mark; blanks may stand
 * between the closing one and the separator. In a field without quotation marks at its start they are characters as
 * others are.
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
      if (close - from > MOST_ROW_CHARACTERS)
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
    const isTooLong = fields.length > MOST_FIELDS || behind - from > MOST_ROW_CHARACTERS;
    if (isTooLong || text.charCodeAt(behind) !== separator)
      return { fields, end: behind, numBreaks, isUnclosed: false, isMisquoted: false };
    at = behind + 1;
  }
}

/** The quotation mark that closes the one at `open`, doubled ones passed over; -1 where there is none. */
function closingQuote(text: string, open: number): { readonly close: number; readonly isDoubled: boolean } {
  let isDoubled = false;
  let close = text.indexOf('"', open + 1);
  while (close >= 0 && text.charCodeAt(close + 1) === QUOTE) {
    isDoubled = true;
    close = text.indexOf('"', close + 2);
  }
  return { close, isDoubled };
}

/** Place of the next separator or line end; -1 for `separator`: of the next line end. */
function fieldEnd(text: string, from: number, separator: number): number {
  let at = from;
  while (!isFieldEnd(text.charCodeAt(at), separator)) at++;
  return at;
}

/** NB: behind the text `charCodeAt` is NaN. */
function isFieldEnd(code: number, separator: number): boolean {
  return code === separator || code === FEED || code === RETURN || Number.isNaN(code);
}

function isBlank(code: number, separator: number): boolean {
  return (code === 32 || code === 9) && code !== separator;
}
