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

/** What a data line holds. NB: no templates of constants, which bundlers keep for every import of the package. */
const wantedIn: Readonly<Record<MpsSection, string>> = {
  ROWS: "a type (N, E, L or G) and a row name",
  COLUMNS: "a column name and one or two pairs of row name and number",
  RHS: "an optional set name and one or two pairs of row name and number",
  RANGES: "an optional set name and one or two pairs of row name and number",
  BOUNDS: "a type, an optional set name, a column name and a number (none for FR, MI, PL)",
};
// Without the flag u: columns count UTF-16 units, as they always did.
const fixedLine = /^(?!.*\t)\s(..)\s(.{8})\s\s(.{8})\s\s(.{12})\s{3}(.{8})\s\s(.{12})$/s;
const fixedLength = 61;
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

export function isDataSection(section: string): section is MpsSection {
  return Object.hasOwn(wantedIn, section);
}

export function isMarker(line: MpsLine): boolean {
  return line.text.includes("'MARKER'");
}

export function detectForm(lines: readonly MpsLine[]): MpsForm {
  let section = "";
  let form: MpsForm = "free";
  for (const line of lines) {
    if (line.isHeader) {
      section = words(line.text)[0].toUpperCase();
    } else if (isDataSection(section) && !isMarker(line)) {
      if (readFixed(section, line.text) === undefined) return "free";
      if (readFree(section, line.text) === undefined) form = "fixed";
    }
  }
  return form;
}

/**
 * The fields of a data line in one order for both forms: ROWS `[type, row]`, COLUMNS `[col, row, value, row?, value?]`,
 * RHS and RANGES `[set, row, value, row?, value?]`, BOUNDS `[type, set, col, value?]`. A set that is left out reads "".
 */
export function splitFields(section: MpsSection, form: MpsForm, line: MpsLine): string[] {
  const fields = (form === "fixed" ? readFixed : readFree)(section, line.text);
  if (fields !== undefined) return fields;
  const given = JSON.stringify(words(line.text).join(" "));
  throw faultAt(line, `got ${given} in ${section}, wanted ${wantedIn[section]}; ` +
      `if a name holds blanks, put every line in fixed form (fields at columns 2, 5, 15, 25, 40 and 50).`,
  );
}

function readFree(section: MpsSection, text: string): string[] | undefined {
  const given = words(text);
  const count = given.length;
  if (section === "ROWS") return count === 2 ? given : undefined;
  if (section === "BOUNDS") {
    const isBare = bareBounds.has(given[0].toUpperCase());
    const least = isBare ? 2 : 3;
    if (count < least || count > 4) return undefined;
    if (isBare ? count === 4 && !numberPattern.test(given[3]) : !isLimit(given[count - 1])) return undefined;
    if (count === least) given.splice(1, 0, "");
    return given;
  }
  if (section !== "COLUMNS" && count % 2 === 0) given.unshift("");
  const [, , first, , second = "0"] = given;
  return (given.length === 3 || given.length === 5) && isLimit(first) && isLimit(second) ? given : undefined;
}

function readFixed(section: MpsSection, text: string): string[] | undefined {
  const match = fixedLine.exec(text.padEnd(fixedLength));
  if (match === null) return undefined;
  const [, type, second, third, fourth, fifth, sixth] = match.map((field) => field.trim());
  if (section === "ROWS") return type && second && !third && !fourth ? [type, second] : undefined;
  if (!isLimit(fourth || "0") || !isLimit(sixth || "0")) return undefined;
  if (section === "BOUNDS") {
    return type && third && !fifth ? [type, second, third, fourth].slice(0, fourth ? 4 : 3) : undefined;
  }
  return !type && third && fourth && !fifth === !sixth ? [second, third, fourth, fifth, sixth].slice(0, fifth ? 5 : 3) : undefined;
}

/** The error of a line: where, then what was given and wanted. */
export function faultAt(line: MpsLine, message: string): ProgramError {
  return new ProgramError(`line ${line.number}`, message);
}

export function refuseSecond(isSecond: boolean, what: string, line: MpsLine): void {
  if (isSecond) throw faultAt(line, `${what} for the second time, wanted it once.`);
}

function isLimit(field: string): boolean {
  return numberPattern.test(field) || infinityPattern.test(field);
}

/** A finite number; Fortran's `D` exponent is understood. */
export function readNumber(field: string | undefined, line: MpsLine, what: string): number {
  const parsed = field !== undefined && numberPattern.test(field) ? Number(field.replace(/[dD]/u, "e")) : NaN;
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
