import { isBound, isNumber } from "./text-number.ts";
import { errorAt, quote, type TextLine, textLines } from "./text-lines.ts";

/**
 * The lines of an MPS text, split into fields.
 *
 * Fixed form has its fields at columns 2-3, 5-12, 15-22, 25-36, 40-47 and 50-61, so names may contain blanks. Free form
 * separates fields by blanks, so names may have any length. Most texts mean the same in both forms and are read as free
 * form. Fixed form is chosen if some data line is valid only in fixed form and every data line is valid in it.
 *
 * A `$` at the start of field 3 or 5 starts a comment (MPSX). If the text declares a row or column whose name starts
 * with `$`, that name is meant instead: MPSX has no such names, but free form has.
 */
export type MpsSection = "ROWS" | "COLUMNS" | "RHS" | "RANGES" | "BOUNDS";

export interface MpsLine extends TextLine {
  /** A section header starts in the first column; a data line starts with a blank. */
  readonly isHeader: boolean;
}

export type MpsForm = "fixed" | "free";
/** Whether the text has declared a row or column with this name. */
export type IsDeclared = (name: string) => boolean;

/** Maximum length of a line in characters; comment lines may be longer. Six fields need far less. */
export const MOST_LINE_CHARACTERS = 8192;

/**
 * Expected contents of a data line. NB: no template literals with constants, because bundlers keep them in every import
 * of the package.
 */
const wantedIn: Readonly<Record<MpsSection, string>> = {
  ROWS: "a type (N, E, L or G) and a row name",
  COLUMNS: "a column name and one or two pairs of row name and number",
  RHS: "an optional set name and one or two pairs of row name and number",
  RANGES: "an optional set name and one or two pairs of row name and number",
  BOUNDS: "a type, an optional set name, a column name and a number (no number for FR, MI, PL, BV)",
};
// Without the flag u: columns count UTF-16 code units.
const fixedLine = /^(?!.*\t)\s(..)\s(.{8})\s\s(.{8})\s\s(.{12})\s{3}(.{8})\s\s(.{12})$/s;
const fixedLength = 61;
/** Columns where fields 3 and 5 start in fixed form, from 0. */
const commentStarts = [14, 39];
/**
 * Indices among the words of a line where fields 3 and 5, and a comment at its end, can start, with or without a set
 * name.
 */
const commentWords: Readonly<Record<MpsSection, readonly number[]>> = {
  ROWS: [2],
  COLUMNS: [1, 3, 5],
  RHS: [1, 2, 3, 4, 5],
  RANGES: [1, 2, 3, 4, 5],
  BOUNDS: [2, 3, 4],
};
/** Bound types without a number. */
export const boundTypesWithoutNumber = new Set(["FR", "MI", "PL", "BV"]);

export function* mpsLines(text: string): Generator<MpsLine> {
  for (const { number, text: line } of textLines(text, (raw) => (raw.startsWith("*") ? "" : raw))) {
    if (line.length > MOST_LINE_CHARACTERS) {
      throw errorAt(
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

/** The content of a marker line in COLUMNS, e.g. `'INTORG'`; undefined for other lines. */
export function markerOf(line: MpsLine): string | undefined {
  if (!line.text.includes("'MARKER'")) return undefined;
  const given = words(line.text);
  return given.at(-2) === "'MARKER'" ? given.at(-1) : undefined;
}

/** The form of the whole text. Names are not known yet, so it assumes that no name starts with `$`. */
export function detectForm(text: string): MpsForm {
  let section = "";
  let form: MpsForm = "free";
  for (const line of mpsLines(text)) {
    if (line.isHeader) {
      section = words(line.text)[0].toUpperCase();
    } else if (isDataSection(section) && !(section === "COLUMNS" && markerOf(line) !== undefined)) {
      if (splitFixed(section, line.text, () => false) === undefined) return "free";
      if (splitFree(section, line.text, () => false) === undefined) form = "fixed";
    }
  }
  return form;
}

/**
 * The fields of a data line, in the same order for both forms: ROWS `[type, row]`, COLUMNS `[col, row, value, row?,
 * value?]`, RHS and RANGES `[set, row, value, row?, value?]`, BOUNDS `[type, set, col, value?]`. An omitted set name is
 * "".
 */
export function splitFields(section: MpsSection, form: MpsForm, line: MpsLine, isDeclared: IsDeclared): string[] {
  const fields = (form === "fixed" ? splitFixed : splitFree)(section, line.text, isDeclared);
  if (fields !== undefined) return fields;
  throw errorAt(
    line,
    `got ${quote(words(line.text).join(" "))} in ${section}, wanted ${wantedIn[section]}; ` +
      `if a name contains blanks, put every line in fixed form (fields at columns 2, 5, 15, 25, 40 and 50).`,
  );
}

function splitFree(section: MpsSection, text: string, isDeclared: IsDeclared): string[] | undefined {
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
    const isBare = boundTypesWithoutNumber.has(given[0].toUpperCase());
    const least = isBare ? 2 : 3;
    if (count < least) return undefined;
    if (isBare ? count === 4 && !isNumber(given[3]) : !isBound(given[count - 1])) return undefined;
    if (count === least) given.splice(1, 0, "");
    return given;
  }
  if (section !== "COLUMNS" && count % 2 === 0) given.unshift("");
  const [, , first, , second = "0"] = given;
  return (given.length === 3 || given.length === 5) && isBound(first) && isBound(second) ? given : undefined;
}

function splitFixed(section: MpsSection, given: string, isDeclared: IsDeclared): string[] | undefined {
  const start = commentStarts.find((at) => given[at] === "$" && !isDeclared(given.slice(at, at + 8).trim()));
  const text = start === undefined ? given : given.slice(0, start).trimEnd();
  if (text.length > fixedLength) return undefined;
  const match = fixedLine.exec(text.padEnd(fixedLength));
  if (match === null) return undefined;
  const [, type, second, third, fourth, fifth, sixth] = match.map((field) => field.trim());
  if (section === "ROWS") return type && second && !third && !fourth ? [type, second] : undefined;
  if (!isBound(fourth || "0") || !isBound(sixth || "0")) return undefined;
  if (section === "BOUNDS") {
    return type && third && !fifth ? [type, second, third, fourth].slice(0, fourth ? 4 : 3) : undefined;
  }
  return !type && third && fourth && !fifth === !sixth
    ? [second, third, fourth, fifth, sixth].slice(0, fifth ? 5 : 3)
    : undefined;
}
