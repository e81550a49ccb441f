import { isLimit, isNumber } from "./text-number.ts";
import { faultAt, quote, type TextLine, textLines } from "./text-lines.ts";

/**
 * The lines of an MPS text, cut into fields. Fixed form has its fields at columns 2-3, 5-12, 15-22, 25-36, 40-47 and
 * 50-61, so names may hold blanks; free form separates fields by blanks, so names may have any length. Most texts
 * read the same either way and are read as free; fixed form is chosen where some data line only makes sense in it
 * and every data line does.
 *
 * A `$` that starts field 3 or 5 begins a comment (MPSX). A row or column of the text whose name starts with `$` is
 * still meant by its name there: MPSX has no such names, free form does.
 */
export type MpsSection = "ROWS" | "COLUMNS" | "RHS" | "RANGES" | "BOUNDS";

export interface MpsLine extends TextLine {
  /** A section header starts in the first column, a data line with a blank. */
  readonly isHeader: boolean;
}

export type MpsForm = "fixed" | "free";
/** Whether the text has declared a row or column of this name. */
export type IsDeclared = (name: string) => boolean;

/** Longest line, in characters; comment lines may be longer. Six fields need far less. */
export const MOST_LINE_CHARACTERS = 8192;

/** What a data line holds. NB: no templates of constants, which bundlers keep for every import of the package. */
const wantedIn: Readonly<Record<MpsSection, string>> = {
  ROWS: "a type (N, E, L or G) and a row name",
  COLUMNS: "a column name and one or two pairs of row name and number",
  RHS: "an optional set name and one or two pairs of row name and number",
  RANGES: "an optional set name and one or two pairs of row name and number",
  BOUNDS: "a type, an optional set name, a column name and a number (none for FR, MI, PL, BV)",
};
// Without the flag u: columns count UTF-16 units, as they always did.
const fixedLine = /^(?!.*\t)\s(..)\s(.{8})\s\s(.{8})\s\s(.{12})\s{3}(.{8})\s\s(.{12})$/s;
const fixedLength = 61;
/** Where fields 3 and 5 start in fixed form. */
const commentStarts = [14, 39];
/** Where fields 3 and 5 and the end of a line can stand among its words, sets left out or not. */
const commentWords: Readonly<Record<MpsSection, readonly number[]>> = {
  ROWS: [2],
  COLUMNS: [1, 3, 5],
  RHS: [1, 2, 3, 4, 5],
  RANGES: [1, 2, 3, 4, 5],
  BOUNDS: [2, 3, 4],
};
/** Bound types that stand without a number. */
export const bareBounds = new Set(["FR", "MI", "PL", "BV"]);

export function* mpsLines(text: string): Generator<MpsLine> {
  for (const { number, text: line } of textLines(text, (raw) => (raw.startsWith("*") ? "" : raw))) {
    if (line.length > MOST_LINE_CHARACTERS) {
      throw faultAt(
        { number },
        `has ${line.length} characters, wanted at most ${MOST_LINE_CHARACTERS}; is it an MPS file?`,
      );
    }
    yield { number, isHeader: !/^\s/u.test(line), text: line };
  }
}

export function words(text: string): string[] {
  return text.trim().split(/\s+/u);
}

export function isDataSection(section: string): section is MpsSection {
  return Object.hasOwn(wantedIn, section);
}

/** What a marker line of COLUMNS says, e.g. `'INTORG'`; undefined for other lines. */
export function markerOf(line: MpsLine): string | undefined {
  if (!line.text.includes("'MARKER'")) return undefined;
  const given = words(line.text);
  return given.at(-2) === "'MARKER'" ? given.at(-1) : undefined;
}

/** The form that the text as a whole has, found without reading names: as if no name started with `$`. */
export function detectForm(text: string): MpsForm {
  let section = "";
  let form: MpsForm = "free";
  for (const line of mpsLines(text)) {
    if (line.isHeader) {
      section = words(line.text)[0].toUpperCase();
    } else if (isDataSection(section) && !(section === "COLUMNS" && markerOf(line) !== undefined)) {
      if (readFixed(section, line.text, () => false) === undefined) return "free";
      if (readFree(section, line.text, () => false) === undefined) form = "fixed";
    }
  }
  return form;
}

/**
 * The fields of a data line in one order for both forms: ROWS `[type, row]`, COLUMNS `[col, row, value, row?, value?]`,
 * RHS and RANGES `[set, row, value, row?, value?]`, BOUNDS `[type, set, col, value?]`. A set that is left out reads "".
 */
export function splitFields(section: MpsSection, form: MpsForm, line: MpsLine, isDeclared: IsDeclared): string[] {
  const fields = (form === "fixed" ? readFixed : readFree)(section, line.text, isDeclared);
  if (fields !== undefined) return fields;
  throw faultAt(
    line,
    `got ${quote(words(line.text).join(" "))} in ${section}, wanted ${wantedIn[section]}; ` +
      `if a name holds blanks, put every line in fixed form (fields at columns 2, 5, 15, 25, 40 and 50).`,
  );
}

function readFree(section: MpsSection, text: string, isDeclared: IsDeclared): string[] | undefined {
  const given = words(text);
  if (text.includes("$")) {
    const comment = given.findIndex(
      (word, k) => word.startsWith("$") && commentWords[section].includes(k) && !isDeclared(word),
    );
    if (comment >= 0) given.length = comment;
  }
  const count = given.length;
  if (section === "ROWS") return count === 2 ? given : undefined;
  if (section === "BOUNDS") {
    if (count < 2 || count > 4) return undefined;
    const isBare = bareBounds.has(given[0].toUpperCase());
    const least = isBare ? 2 : 3;
    if (count < least) return undefined;
    if (isBare ? count === 4 && !isNumber(given[3]) : !isLimit(given[count - 1])) return undefined;
    if (count === least) given.splice(1, 0, "");
    return given;
  }
  if (section !== "COLUMNS" && count % 2 === 0) given.unshift("");
  const [, , first, , second = "0"] = given;
  return (given.length === 3 || given.length === 5) && isLimit(first) && isLimit(second) ? given : undefined;
}

function readFixed(section: MpsSection, given: string, isDeclared: IsDeclared): string[] | undefined {
  const start = commentStarts.find((at) => given[at] === "$" && !isDeclared(given.slice(at, at + 8).trim()));
  const text = start === undefined ? given : given.slice(0, start).trimEnd();
  if (text.length > fixedLength) return undefined;
  const match = fixedLine.exec(text.padEnd(fixedLength));
  if (match === null) return undefined;
  const [, type, second, third, fourth, fifth, sixth] = match.map((field) => field.trim());
  if (section === "ROWS") return type && second && !third && !fourth ? [type, second] : undefined;
  if (!isLimit(fourth || "0") || !isLimit(sixth || "0")) return undefined;
  if (section === "BOUNDS") {
    return type && third && !fifth ? [type, second, third, fourth].slice(0, fourth ? 4 : 3) : undefined;
  }
  return !type && third && fourth && !fifth === !sixth
    ? [second, third, fourth, fifth, sixth].slice(0, fifth ? 5 : 3)
    : undefined;
}
