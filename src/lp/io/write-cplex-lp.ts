import { ProgramError } from "../../errors.ts";
import { checkProgram } from "../check-program.ts";
import type { LinearProgram } from "../linear-program.ts";
import { isReserved } from "./lp-format-tokens.ts";
import { freeName, refuseHugeLimits, showNumber, writableNames } from "./written-text.ts";

export interface WriteCplexLpOptions {
  /**
   * How a row with two limits is written. `"one-row"` (default): `limit <= terms <= limit`, as CPLEX, Gurobi, SCIP and
   * `readCplexLp` read it. `"two-rows"`: one row for each limit, the second called `<name>_upper`, for readers that
   * know one limit a row (HiGHS 1.15).
   */
  readonly ranges?: "one-row" | "two-rows";
}

/** Lines are broken after this many characters; old readers take at most 255. */
const LINE_CHARACTERS = 120;
/** Characters that names may have in every reader at hand; no digit or point in front. */
const plainName = /^[\p{L}!"#$%&(),;?@_'`{}~|][\p{L}\d!"#$%&(),.;?@_'`{}~|]{0,254}$/u;

/**
 * Writes a linear program in CPLEX's LP format such that `readCplexLp(writeCplexLp(lp))` is the same program, but for
 * stored zeros, which are left out, and the order of coefficients within a column, which is that of the rows. Numbers
 * are in their shortest form that reads back to the same double. The objective names every column, so that their order
 * is kept; a row without terms has `0` times the first column.
 *
 * Names that some reader of the format cannot hold (blanks, operators, brackets, a digit in front, a keyword, over 255
 * characters, given twice) replace all names of that side by R1, R2, ... or C1, C2, ...; comment lines then tell which
 * is which. The same names are written where the program has none.
 *
 * Throws {@link ProgramError} for a malformed program, an option that is none, and for finite limits of 1e20 and more,
 * which readers take for no limit.
 */
export function writeCplexLp(lp: LinearProgram, options: WriteCplexLpOptions = {}): string {
  checkProgram(lp);
  refuseHugeLimits(lp);
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
    ...wrap([`${freeName("obj", taken)}:`, ...colNames.map((name, j) => term(lp.cost[j], name)), ...constant]),
    "Subject To",
  ];
  for (let i = 0; i < lp.numRows; i++) {
    const [lower, upper] = [lp.rowLower[i], lp.rowUpper[i]];
    const terms = termsOf[i].length > 0 ? termsOf[i] : [lp.numCols > 0 ? `0 ${colNames[0]}` : "0"];
    const row = (name: string, before: string, after: string): void => {
      lines.push(...wrap([`${name}:`, ...(before === "" ? [] : [before]), ...terms, after]));
    };
    if (lower === upper) row(rowNames[i], "", `= ${showNumber(lower)}`);
    else if (upper === Infinity) row(rowNames[i], "", `>= ${limit(lower)}`);
    else if (lower === -Infinity) row(rowNames[i], "", `<= ${limit(upper)}`);
    else if (ranges === "one-row") row(rowNames[i], `${limit(lower)} <=`, `<= ${limit(upper)}`);
    else {
      const second = freeName(`${rowNames[i]}_upper`, taken);
      taken.add(second);
      row(rowNames[i], "", `>= ${limit(lower)}`);
      row(second, "", `<= ${limit(upper)}`);
    }
  }
  lines.push("Bounds");
  for (let j = 0; j < lp.numCols; j++) {
    const [lower, upper] = [lp.colLower[j], lp.colUpper[j]];
    if (lower === upper) lines.push(` ${colNames[j]} = ${showNumber(lower)}`);
    else if (lower === -Infinity && upper === Infinity) lines.push(` ${colNames[j]} free`);
    else if (upper < Infinity) lines.push(` ${limit(lower)} <= ${colNames[j]} <= ${limit(upper)}`);
    else if (lower !== 0) lines.push(` ${colNames[j]} >= ${limit(lower)}`);
  }
  return [...lines, "End", ""].join("\n");
}

function canWrite(name: string): boolean {
  // A lone e and digits look like an exponent.
  return plainName.test(name) && !isReserved(name) && !/^e\d*$/iu.test(name);
}

function limit(value: number): string {
  return value === Infinity ? "inf" : value === -Infinity ? "-inf" : showNumber(value);
}

function signed(value: number): string {
  return value < 0 || Object.is(value, -0) ? `- ${String(-value)}` : `+ ${String(value)}`;
}

function term(coefficient: number, name: string): string {
  if (coefficient === 1) return `+ ${name}`;
  return coefficient === -1 ? `- ${name}` : `${signed(coefficient)} ${name}`;
}

/** The terms of each row, columns in order; stored zeros left out. */
function termsByRow(lp: LinearProgram, colNames: readonly string[]): string[][] {
  const terms: string[][] = Array.from({ length: lp.numRows }, () => []);
  for (let j = 0; j < lp.numCols; j++) {
    for (let k = lp.colStart[j]; k < lp.colStart[j + 1]; k++) {
      if (lp.value[k] !== 0) terms[lp.rowIndex[k]].push(term(lp.value[k], colNames[j]));
    }
  }
  return terms;
}

/** Words in lines of bounded length, each with a blank in front. */
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
