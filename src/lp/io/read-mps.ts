import { ProgramError } from "../../errors.ts";
import { checkProgram } from "../check-program.ts";
import type { LinearProgram } from "../linear-program.ts";
import { mpsBounds } from "./mps-bounds.ts";
import { detectForm, faultAt, isDataSection, isMarker, readNumber, refuseSecond, splitFields, splitLines, words } from "./mps-lines.ts";
import type { MpsLine } from "./mps-lines.ts";
import { type MpsRows, mpsRows } from "./mps-rows.ts";

const wanted = "NAME, OBJSENSE, ROWS, COLUMNS, RHS, RANGES, BOUNDS or ENDATA";
const senses = "wanted MIN, MINIMIZE, MAX or MAXIMIZE";

/**
 * Reads a linear program from MPS text, fixed or free form (told apart by itself; see `mps-lines.ts`).
 *
 * What the format leaves open is settled thus: the first N row is the objective, further N rows are kept as free rows
 * (a right-hand side on one says nothing and is not kept); `OBJSENSE` MAX or MAXIMIZE, inline or as a section, gives
 * `sense: "max"`, else `min`; a right-hand side on the objective is minus the constant (HiGHS, Clp); a RANGES number
 * R makes [rhs - |R|, rhs] of an L row, [rhs, rhs + |R|] of a G row, and of an E row [rhs, rhs + R] or, for negative
 * R, [rhs + R, rhs], added as the decimals they are and rounded once; columns lie in [0, Infinity] unless bounded; a
 * negative UP without a lower bound of its own means no lower limit (as SAS and QSopt document; HiGHS 1.15 keeps 0
 * and finds the limits crossed); MI leaves the upper limit; limits of 1e20 and more, or `Inf`, are infinite. Stored
 * zeros are kept, `rowNames` and `colNames` filled, the program's own name dropped.
 *
 * Throws {@link ProgramError} with the line: integer markers and BV, LI, UI, SC bounds (linear programs only), unknown
 * sections, senses and names, a coefficient, right-hand side, range, bound or sense given twice, a second RHS, RANGES or BOUNDS set,
 * malformed numbers, crossed bounds, text after or without ENDATA.
 */
export function readMps(text: string): LinearProgram {
  if (typeof text !== "string") throw new ProgramError("text", `got ${typeof text}, wanted the MPS file as a string.`);
  const lines = splitLines(text);
  const form = detectForm(lines);
  const rows = mpsRows();
  const columns = mpsColumns(rows);
  const bounds = mpsBounds(columns.names);
  let sense: "min" | "max" | undefined;
  let section = "";
  const met = new Set<string>();
  const setOf = new Map<string, string>();

  for (const line of lines) {
    if (section === "ENDATA") throw faultAt(line, "text after ENDATA, wanted the end of the file.");
    if (line.isHeader) {
      const [first, ...rest] = words(line.text);
      if (section === "OBJSENSE" && sense === undefined) throw faultAt(line, `no sense under OBJSENSE before it, ${senses}.`);
      section = first.toUpperCase();
      if (section !== "NAME" && section !== "OBJSENSE" && section !== "ENDATA" && !isDataSection(section)) {
        throw faultAt(line, `got section "${first}", wanted ${wanted}; a data line starts with a blank.`);
      }
      refuseSecond(met.has(section), `section ${section}`, line);
      met.add(section);
      if (section === "OBJSENSE" && rest.length > 0) sense = readSense(rest, line);
      else if (section !== "NAME" && rest.length > 0) throw faultAt(line, `got "${rest.join(" ")}" after ${section}, wanted nothing.`);
      if (section === "COLUMNS") rows.requireObjective(line);
    } else if (section === "OBJSENSE") {
      if (sense !== undefined) throw faultAt(line, `a second sense under OBJSENSE, wanted one.`);
      sense = readSense(words(line.text), line);
    } else if (!isDataSection(section)) {
      const place = section === "" ? "before any section" : `under ${section}`;
      throw faultAt(line, `a data line ${place}, wanted a section header first.`);
    } else {
      if (section === "COLUMNS" && isMarker(line)) {
        throw faultAt(line, "an integer MARKER, wanted continuous columns only (this library solves linear programs); " +
            "drop the marker lines to solve the relaxation.",
        );
      }
      const fields = splitFields(section, form, line);
      if (section === "ROWS") rows.add(fields, line);
      else if (section === "COLUMNS") columns.add(fields, line);
      else {
        const set = fields[section === "BOUNDS" ? 1 : 0];
        const first = setOf.get(section) ?? set;
        if (first !== set) throw faultAt(line, `a second set "${set}" in ${section} beside "${first}", wanted one; delete the other.`);
        setOf.set(section, set);
        if (section === "RHS") rows.setRhs(fields, line);
        else if (section === "RANGES") rows.setRange(fields, line);
        else bounds.set(fields, line);
      }
    }
  }
  const last = lines.at(-1);
  if (section !== "ENDATA") {
    throw new ProgramError(
      `line ${last?.number ?? 1}`,
      "the text ends without ENDATA, wanted it as the last line; was the file cut short?",
    );
  }
  rows.requireObjective(last!);

  const program: LinearProgram = {
    numRows: rows.names.length,
    numCols: columns.names.size,
    ...columns.matrix(),
    ...bounds.limits(columns.names.size),
    ...rows.limits(),
    sense: sense ?? "min",
    objectiveOffset: rows.objectiveOffset(),
    rowNames: rows.names,
    colNames: [...columns.names.keys()],
  };
  checkProgram(program);
  return program;
}

/** The COLUMNS section: coefficients in the order of the text, each column in one stretch of lines. */
function mpsColumns(rows: MpsRows) {
  /** Name to index, in order. */
  const names = new Map<string, number>();
  const colStart = [0];
  const rowIndex: number[] = [];
  const value: number[] = [];
  const cost: number[] = [];
  let current: string | undefined;
  /** Row index (or -1, the objective) to 1 + the last column that held it. */
  const heldBy = new Map<number, number>();
  return {
    names,
    add(fields: readonly string[], line: MpsLine): void {
      const name = fields[0];
      if (name === "") throw faultAt(line, "no column name, wanted one at column 5.");
      if (name !== current) {
        if (names.has(name)) throw faultAt(line, `column "${name}" comes back after others, wanted its lines in one stretch.`);
        names.set(name, names.size);
        cost.push(0);
        current = name;
      }
      rows.eachPair(fields, line, (i, row, text) => {
        const coefficient = readNumber(text, line, `the coefficient of "${name}" in "${row}"`);
        if (heldBy.get(i) === names.size) throw faultAt(line, `column "${name}" holds row "${row}" twice, wanted one coefficient.`);
        heldBy.set(i, names.size);
        if (i === -1) cost[names.size - 1] = coefficient;
        else {
          rowIndex.push(i);
          value.push(coefficient);
        }
      });
      colStart[names.size] = value.length;
    },
    matrix: (): Pick<LinearProgram, "colStart" | "rowIndex" | "value" | "cost"> => ({
      colStart: Int32Array.from(colStart),
      rowIndex: Int32Array.from(rowIndex),
      value: Float64Array.from(value),
      cost: Float64Array.from(cost),
    }),
  };
}

function readSense(given: readonly string[], line: MpsLine): "min" | "max" {
  const text = given.join(" ");
  const sense = /^(MIN|MAX)(?:IMI[SZ]E)?$/iu.exec(text);
  if (sense === null) throw faultAt(line, `got "${text}" under OBJSENSE, ${senses}.`);
  return sense[1].toLowerCase() as "min" | "max";
}
