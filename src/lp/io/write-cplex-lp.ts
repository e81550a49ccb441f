import { ProgramError } from "../../errors.ts";
import { checkProgram } from "../check-program.ts";
import type { LinearProgram } from "../linear-program.ts";
import { isReserved } from "./lp-format-tokens.ts";
import { unusedName, rejectHugeBounds, formatNumber, writableNames } from "./written-text.ts";

export interface WriteCplexLpOptions {
  /**
   * The form of a row with two bounds. `"one-row"` (default): `bound <= terms <= bound`, which CPLEX, Gurobi, SCIP and
   * `readCplexLp` accept. `"two-rows"`: one row per bound, the second called `<name>_upper`, for readers that accept
   * one bound per row (HiGHS 1.15).
   */
  readonly ranges?: "one-row" | "two-rows";
}

/** Lines are broken after this many characters; old readers accept at most 255. */
const LINE_CHARACTERS = 120;
/** Names that every common reader accepts; they do not start with a digit or a point. */
const plainName = /^[\p{L}!"#$%&(),;?@_'`{}~|][\p{L}\d!"#$%&(),.;?@_'`{}~|]{0,254}$/u;

/**
 * Writes a linear program in CPLEX's LP format. `readCplexLp(writeCplexLp(lp))` is the same program with two
 * exceptions: stored zeros are omitted, and the coefficients of a column are in the order of the rows. Numbers are in
 * the shortest form that gives the same double. The objective names every column, which preserves the order of the
 * columns. A row without terms is written as `0` times the first column.
 *
 * Some names are not valid in every reader: with blanks, operators, brackets, a digit in front, a keyword, over 255
 * characters, or used twice. One such name replaces all row names by R1, R2, ..., or all column names by C1, C2, ...;
 * comment lines then give the original names. A program without names gets the same generated names.
 *
 * Throws {@link ProgramError} for a malformed program, an invalid option, and finite bounds of 1e20 and more, which
 * readers take as infinite.
 */
export function writeCplexLp(lp: LinearProgram, options: WriteCplexLpOptions = {}): string {
  checkProgram(lp);
  rejectHugeBounds(lp);
  const ranges: unknown = options?.ranges ?? "one-row";
  if (ranges !== "one-row" && ranges !== "two-rows")
    throw new ProgramError("options.ranges", `got ${String(ranges)}, wanted "one-row" or "two-rows".`);
  const notes: string[] = [];
  const rowNames = writableNames(lp.rowNames, lp.numRows, "row", canWrite, notes);
  const colNames = writableNames(lp.colNames, lp.numCols, "column", canWrite, notes);
  const taken = new Set(rowNames);
  const termsOf = termsByRow(lp, colNames);
  const constant = lp.objectiveOffset === 0 ? [] : [signed(lp.objectiveOffset)];
  const lines = [
    ...notes.map((note) => `\\ ${note}`),
    lp.sense === "max" ? "Maximize" : "Minimize",
    ...wrap([`${unusedName("obj", taken)}:`, ...colNames.map((name, j) => term(lp.cost[j], name)), ...constant]),
    "Subject To",
  ];
  for (let i = 0; i < lp.numRows; i++) {
    const [lower, upper] = [lp.rowLower[i], lp.rowUpper[i]];
    const terms = termsOf[i].length > 0 ? termsOf[i] : [lp.numCols > 0 ? `0 ${colNames[0]}` : "0"];
    const row = (name: string, before: string, after: string): void => {
      lines.push(...wrap([`${name}:`, ...(before === "" ? [] : [before]), ...terms, after]));
    };
    if (lower === upper) row(rowNames[i], "", `= ${formatNumber(lower)}`);
    else if (upper === Infinity) row(rowNames[i], "", `>= ${formatBound(lower)}`);
    else if (lower === -Infinity) row(rowNames[i], "", `<= ${formatBound(upper)}`);
    else if (ranges === "one-row") row(rowNames[i], `${formatBound(lower)} <=`, `<= ${formatBound(upper)}`);
    else {
      const second = unusedName(`${rowNames[i]}_upper`, taken);
      taken.add(second);
      row(rowNames[i], "", `>= ${formatBound(lower)}`);
      row(second, "", `<= ${formatBound(upper)}`);
    }
  }
  lines.push("Bounds");
  for (let j = 0; j < lp.numCols; j++) {
    const [lower, upper] = [lp.colLower[j], lp.colUpper[j]];
    if (lower === upper) lines.push(` ${colNames[j]} = ${formatNumber(lower)}`);
    else if (lower === -Infinity && upper === Infinity) lines.push(` ${colNames[j]} free`);
    else if (upper < Infinity) lines.push(` ${formatBound(lower)} <= ${colNames[j]} <= ${formatBound(upper)}`);
    else if (lower !== 0) lines.push(` ${colNames[j]} >= ${formatBound(lower)}`);
  }
  return [...lines, "End", ""].join("\n");
}

function canWrite(name: string): boolean {
  // The letter e alone, or before digits, looks like an exponent.
  return plainName.test(name) && !isReserved(name) && !/^e\d*$/iu.test(name);
}

function formatBound(value: number): string {
  return value === Infinity ? "inf" : value === -Infinity ? "-inf" : formatNumber(value);
}

function signed(value: number): string {
  return value < 0 || Object.is(value, -0) ? `- ${String(-value)}` : `+ ${String(value)}`;
}

function term(coefficient: number, name: string): string {
  if (coefficient === 1) return `+ ${name}`;
  return coefficient === -1 ? `- ${name}` : `${signed(coefficient)} ${name}`;
}

/** The terms of each row with columns in order; stored zeros are omitted. */
function termsByRow(lp: LinearProgram, colNames: readonly string[]): string[][] {
  const terms: string[][] = Array.from({ length: lp.numRows }, () => []);
  for (let j = 0; j < lp.numCols; j++) {
    for (let k = lp.colStart[j]; k < lp.colStart[j + 1]; k++) {
      if (lp.value[k] !== 0) terms[lp.rowIndex[k]].push(term(lp.value[k], colNames[j]));
    }
  }
  return terms;
}

/** Joins words into lines of bounded length, with a blank before each word. */
function wrap(pieces: readonly string[]): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of pieces) {
    if (line !== "" && line.length + piece.length > LINE_CHARACTERS) {
      lines.push(line);
      line = "";
    }
    line += ` ${piece}`;
  }
  return [...lines, line];
}
