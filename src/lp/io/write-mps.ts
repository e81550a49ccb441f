import { ProgramError } from "../../errors.ts";
import { checkProgram } from "../check-program.ts";
import type { LinearProgram } from "../linear-program.ts";
import { addDecimals, negateDecimal } from "./decimal-sum.ts";
import { NO_LIMIT } from "./text-number.ts";
import { freeName, refuseHugeLimits, showNumber, writableNames } from "./written-text.ts";

/**
 * Writes a linear program as free-form MPS such that `readMps(writeMps(lp))` is the same program: numbers in their
 * shortest form that reads back to the same double, the columns' order and stored zeros kept, `OBJSENSE MAX` where it
 * is one, the constant as minus the objective's right-hand side, two-sided rows by RANGES.
 *
 * Names that free form cannot hold (blank inside, empty, given twice, the reader's 'MARKER', or a `$` in front) replace
 * all names of that side by R1, R2, ... or C1, C2, ...; comment lines then tell which is which. The same names are
 * written where the program has none.
 *
 * NB: MPS writes a two-sided row as one limit and a width. The width is the exact difference of the two limits as
 * decimals (-0.1 to 0.3 is 0.4), which `readMps` adds exactly; readers that add doubles may get the other limit one or
 * two units in the last place off.
 *
 * Throws {@link ProgramError} for a malformed program, and for finite limits (or widths) of 1e20 and more, which MPS
 * readers take for infinite.
 */
export function writeMps(lp: LinearProgram): string {
  checkProgram(lp);
  refuseHugeLimits(lp);
  const notes: string[] = [];
  const rowNames = writableNames(lp.rowNames, lp.numRows, "row", canWrite, notes);
  const colNames = writableNames(lp.colNames, lp.numCols, "column", canWrite, notes);
  const objective = freeName("COST", new Set(rowNames));

  const rows: string[] = [];
  const rhs: string[] = [];
  const ranges: string[] = [];
  if (lp.objectiveOffset !== 0) rhs.push(` RHS ${objective} ${showNumber(-lp.objectiveOffset)}`);
  for (let i = 0; i < lp.numRows; i++) {
    const row = writeRow(lp.rowLower[i], lp.rowUpper[i], `rowUpper[${i}]`);
    rows.push(` ${row.type} ${rowNames[i]}`);
    if (row.rhs !== 0) rhs.push(` RHS ${rowNames[i]} ${showNumber(row.rhs)}`);
    if (row.width !== undefined) ranges.push(` RNG ${rowNames[i]} ${row.width}`);
  }
  const bounds: string[] = [];
  for (let j = 0; j < lp.numCols; j++) {
    for (const [type, limit] of writeBounds(lp.colLower[j], lp.colUpper[j])) {
      bounds.push(` ${type} BND ${colNames[j]}${limit === undefined ? "" : ` ${showNumber(limit)}`}`);
    }
  }
  return [
    "NAME",
    ...notes.map((note) => `* ${note}`),
    ...section("OBJSENSE", lp.sense === "max" ? ["    MAX"] : []),
    "ROWS",
    ` N ${objective}`,
    ...rows,
    "COLUMNS",
    ...writeColumns(lp, rowNames, colNames, objective),
    ...section("RHS", rhs),
    ...section("RANGES", ranges),
    ...section("BOUNDS", bounds),
    "ENDATA",
    "",
  ].join("\n");
}

/** A name that starts with `$` would be a comment to other readers (MPSX). */
function canWrite(name: string): boolean {
  return name !== "" && !name.startsWith("$") && !/\s/u.test(name) && !name.includes("'MARKER'");
}

function section(head: string, lines: readonly string[]): readonly string[] {
  return lines.length === 0 ? [] : [head, ...lines];
}

function writeColumns(
  lp: LinearProgram,
  rowNames: readonly string[],
  colNames: readonly string[],
  objective: string,
): string[] {
  const lines: string[] = [];
  for (let j = 0; j < lp.numCols; j++) {
    // A column without any coefficient still has to be mentioned to exist.
    if (lp.cost[j] !== 0 || lp.colStart[j] === lp.colStart[j + 1]) {
      lines.push(` ${colNames[j]} ${objective} ${showNumber(lp.cost[j])}`);
    }
    for (let k = lp.colStart[j]; k < lp.colStart[j + 1]; k++) {
      lines.push(` ${colNames[j]} ${rowNames[lp.rowIndex[k]]} ${showNumber(lp.value[k])}`);
    }
  }
  return lines;
}

interface WrittenRow {
  readonly type: "N" | "E" | "L" | "G";
  readonly rhs: number;
  readonly width?: string;
}

function writeRow(lower: number, upper: number, path: string): WrittenRow {
  if (lower === upper) return { type: "E", rhs: lower };
  if (lower === -Infinity) return upper === Infinity ? { type: "N", rhs: 0 } : { type: "L", rhs: upper };
  if (upper === Infinity) return { type: "G", rhs: lower };
  const width = addDecimals(showNumber(upper), negateDecimal(showNumber(lower)));
  if (Number(width) >= NO_LIMIT) {
    throw new ProgramError(
      path,
      `got ${upper - lower} above the row's lower limit, wanted a width below 1e20: MPS readers take it for no limit.`,
    );
  }
  return { type: "G", rhs: lower, width };
}

function writeBounds(lower: number, upper: number): [string, number?][] {
  if (lower === upper) return [["FX", lower]];
  const above: [string, number?][] = upper < Infinity ? [["UP", upper]] : [];
  if (lower === 0) return above;
  if (lower > -Infinity) return [["LO", lower], ...above];
  return above.length === 0 ? [["FR"]] : [["MI"], ...above];
}
