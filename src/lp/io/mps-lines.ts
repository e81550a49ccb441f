import { ProgramError } from "../../errors.ts";

/**
 * The lines of an MPS text, cut into fields. Fixed form has its fields at columns 2-3, 5-12, 15-22, 25-36, 40-47 and
 * 50-61, so names may hold blanks; free form separates fields by blanks, so names may have any length. Most texts
 * read the same either way and are read as free; fixed form is chosen where some data line only makes sense in it
 * and every data line does.
 */
export type MpsSection = "ROWS" | "COLUMNS" | "RHS" | "RANGES" | "BOUNDS";

/** A line that says something: `fields` is empty for a section header, whose words are in `words`. */
export interface MpsLine {
  /** Counted from 1. */
  readonly number: number;
  readonly isHeader: boolean;
  readonly text: string;
}

export type MpsForm = "fixed" | "free";

const dataSections = new Set(["ROWS", "COLUMNS", "RHS", "RANGES", "BOUNDS"]);
const fixedFields = [[1, 3], [4, 12], [14, 22], [24, 36], [39, 47], [49, 61]] as const; // prettier-ignore
const fixedGaps = [[0, 1], [3, 4], [12, 14], [22, 24], [36, 39], [47, 49]] as const; // prettier-ignore
/** Bound types that stand without a number. */
export const bareBounds = new Set(["FR", "MI", "PL", "BV"]);

const numberPattern = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eEdD][+-]?\d+)?$/u;
const infinityPattern = /^[+-]?inf(?:inity)?$/iu;

export function splitLines(text: string): MpsLine[] {
  const lines: MpsLine[] = [];
  let number = 0;
  // A byte order mark, as Windows editors leave it, is a blank to \s and would hide the first header.
  for (const raw of text.replace(/^\uFEFF/u, "").split(/\r\n|\n|\r/u)) {
    number++;
    const line = raw.trimEnd();
    if (line === "" || line.startsWith("*")) continue;
    lines.push({ number, isHeader: !/^\s/u.test(line), text: line });
  }
  return lines;
}

export function words(text: string): string[] {
  return text.trim().split(/\s+/u);
}

export function detectForm(lines: readonly MpsLine[]): MpsForm {
  let section = "";
  let needsFixed = false;
  for (const line of lines) {
    if (line.isHeader) {
      section = words(line.text)[0].toUpperCase();
    } else if (dataSections.has(section) && !line.text.includes("'MARKER'")) {
      if (!readsAsFixed(section as MpsSection, line.text)) return "free";
      if (!readsAsFree(section as MpsSection, words(line.text))) needsFixed = true;
    }
  }
  return needsFixed ? "fixed" : "free";
}

/**
 * The fields of a data line in one order for both forms: ROWS `[type, row]`, COLUMNS `[col, row, value, row?, value?]`,
 * RHS and RANGES `[set, row, value, row?, value?]`, BOUNDS `[type, set, col, value?]`. A set that is left out reads "".
 */
export function splitFields(section: MpsSection, form: MpsForm, line: MpsLine): string[] {
  if (form === "fixed") {
    const slices = fixedFields.map(([from, to]) => line.text.slice(from, to).trim());
    const [type, second, third, fourth, fifth, sixth] = slices;
    if (section === "ROWS") return [type, second];
    if (section === "BOUNDS") return fourth === "" ? [type, second, third] : [type, second, third, fourth];
    const pair = fifth === "" && sixth === "" ? [] : [fifth, sixth];
    return [second, third, fourth, ...pair];
  }
  const given = words(line.text);
  if (!readsAsFree(section, given)) throw malformed(section, line, given);
  if ((section === "RHS" || section === "RANGES") && given.length % 2 === 0) return ["", ...given];
  if (section === "BOUNDS") {
    const bare = bareBounds.has(given[0].toUpperCase());
    if (given.length === (bare ? 2 : 3)) return [given[0], "", ...given.slice(1)];
  }
  return given;
}

function readsAsFree(section: MpsSection, given: readonly string[]): boolean {
  const count = given.length;
  if (section === "ROWS") return count === 2;
  if (section === "BOUNDS") {
    if (bareBounds.has(given[0].toUpperCase())) return count === 2 || count === 3 || (count === 4 && isNumber(given[3]));
    return (count === 3 || count === 4) && isLimit(given[count - 1]);
  }
  const first = section === "COLUMNS" || count % 2 === 1 ? 2 : 1;
  if (section === "COLUMNS" ? count !== 3 && count !== 5 : count < 2 || count > 5) return false;
  for (let k = first; k < count; k += 2) if (!isLimit(given[k])) return false;
  return true;
}

function readsAsFixed(section: MpsSection, text: string): boolean {
  if (text.includes("\t") || text.length > 61) return false;
  for (const [from, to] of fixedGaps) if (text.slice(from, to).trim() !== "") return false;
  const [type, second, third, fourth, fifth, sixth] = fixedFields.map(([from, to]) => text.slice(from, to).trim());
  if (section === "ROWS") return type !== "" && second !== "" && third === "" && fourth === "";
  const numbersRead = (fourth === "" || isLimit(fourth)) && (sixth === "" || isLimit(sixth));
  if (section === "BOUNDS") return type !== "" && third !== "" && fifth === "" && numbersRead;
  return type === "" && third !== "" && fourth !== "" && (fifth === "") === (sixth === "") && numbersRead;
}

/** The error of a line: where, then what was given and wanted. */
export function faultAt(line: MpsLine, message: string): ProgramError {
  return new ProgramError(`line ${line.number}`, message);
}

function malformed(section: MpsSection, line: MpsLine, given: readonly string[]): ProgramError {
  const wanted = {
    ROWS: "a type (N, E, L or G) and a row name",
    COLUMNS: "a column name and one or two pairs of row name and number",
    RHS: "an optional set name and one or two pairs of row name and number",
    RANGES: "an optional set name and one or two pairs of row name and number",
    BOUNDS: "a type, an optional set name, a column name and a number (none for FR, MI, PL)",
  }[section];
  return faultAt(line, `got ${JSON.stringify(given.join(" "))} in ${section}, wanted ${wanted}; ` +
      `if a name holds blanks, put every line in fixed form (fields at columns 2, 5, 15, 25, 40 and 50).`,
  );
}

function isNumber(field: string): boolean {
  return numberPattern.test(field);
}

function isLimit(field: string): boolean {
  return numberPattern.test(field) || infinityPattern.test(field);
}

/** A finite number; Fortran's `D` exponent is understood. */
export function readNumber(field: string | undefined, line: MpsLine, what: string): number {
  const parsed = field !== undefined && isNumber(field) ? Number(field.replace(/[dD]/u, "e")) : NaN;
  if (!Number.isFinite(parsed)) {
    throw faultAt(line, `got ${field ? JSON.stringify(field) : "nothing"} for ${what}, wanted a finite number.`);
  }
  return parsed;
}

/** A limit: as `readNumber`, but `Inf` and sizes of 1e20 and more are infinite (the convention of CPLEX and HiGHS). */
export function readLimit(field: string | undefined, line: MpsLine, what: string): number {
  if (field !== undefined && infinityPattern.test(field)) return field.startsWith("-") ? -Infinity : Infinity;
  const parsed = readNumber(field, line, what);
  return Math.abs(parsed) >= 1e20 ? Math.sign(parsed) * Infinity : parsed;
}
