import { ProgramError } from "../../errors.ts";
import { checkProgram } from "../check-program.ts";
import type { LinearProgram } from "../linear-program.ts";
import { addDecimals, negateDecimal } from "./decimal-sum.ts";
import { INFINITE_BOUND } from "../infinite-bounds.ts";
import { unusedName, rejectHugeBounds, formatNumber, writableNames } from "./written-text.ts";

/**
 * Writes a linear program as free-form MPS. `readMps(writeMps(lp))` is the same program, including stored zeros and the
 * order of columns. Numbers are in the shortest form that gives the same double. A maximum is written as `OBJSENSE
 * MAX`, the constant as minus the right-hand side of the objective, and a two-sided row with RANGES.
 *
 * Some names are not valid in free form: empty, used twice, with a blank inside, with 'MARKER', or with a `$` in front.
 * One such name replaces all row names by R1, R2, ..., or all column names by C1, C2, ...; comment lines then give the
 * original names. A program without names gets the same generated names.
 *
 * NB: MPS gives a two-sided row as one bound and a width. The width is the exact decimal difference of the two bounds
 * (-0.1 to 0.3 is 0.4), and `readMps` adds it exactly. Readers that add doubles may get the other bound one or two
 * units in the last place off.
 *
 * Throws {@link ProgramError} for a malformed program, and for finite bounds (or widths) of 1e20 and more, which MPS
 * readers take as infinite.
 */
export function writeMps(lp: LinearProgram): string {
  checkProgram(lp);
  rejectHugeBounds(lp);
  const notes: string[] = [];
  const rowNames = writableNames(lp.rowNames, lp.numRows, "row", canWrite, notes);
  const colNames = writableNames(lp.colNames, lp.numCols, "column", canWrite, notes);
  const objective = unusedName("COST", new Set(rowNames));

  const rows: string[] = [];
  const rhs: string[] = [];
  const ranges: string[] = [];
  if (lp.objectiveOffset !== 0) rhs.push(` RHS ${objective} ${formatNumber(-lp.objectiveOffset)}`);
  for (let i = 0; i < lp.numRows; i++) {
    const row = writeRow(lp.rowLower[i], lp.rowUpper[i], `rowUpper[${i}]`);
    rows.push(` ${row.type} ${rowNames[i]}`);
    if (row.rhs !== 0) rhs.push(` RHS ${rowNames[i]} ${formatNumber(row.rhs)}`);
    if (row.width !== undefined) ranges.push(` RNG ${rowNames[i]} ${row.width}`);
  }
  const bounds: string[] = [];
  for (let j = 0; j < lp.numCols; j++) {
    for (const [type, bound] of writeBounds(lp.colLower[j], lp.colUpper[j])) {
      bounds.push(` ${type} BND ${colNames[j]}${bound === undefined ? "" : ` ${formatNumber(bound)}`}`);
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
    // Also where it is empty: Clp refuses a file whose columns are followed by another section.
    "RHS",
    ...rhs,
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
    // A column without any coefficient must be mentioned to exist.
    if (lp.cost[j] !== 0 || lp.colStart[j] === lp.colStart[j + 1]) {
      lines.push(` ${colNames[j]} ${objective} ${formatNumber(lp.cost[j])}`);
    }
    for (let k = lp.colStart[j]; k < lp.colStart[j + 1]; k++) {
      lines.push(` ${colNames[j]} ${rowNames[lp.rowIndex[k]]} ${formatNumber(lp.value[k])}`);
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
  const width = addDecimals(formatNumber(upper), negateDecimal(formatNumber(lower)));
  if (Number(width) >= INFINITE_BOUND) {
    throw new ProgramError(
      path,
      `got ${upper - lower} above the row's lower bound, wanted a width below 1e20: MPS ` +
        "readers take larger widths as infinite.",
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
