import type { LinearProgram } from "../linear-program.ts";
import { addDecimals, negateDecimal } from "./decimal-sum.ts";
import { faultAt, quote, refuseSecond, type TextLine } from "./text-lines.ts";
import { readLimit, readNumber } from "./text-number.ts";
import type { ReadNotice } from "./text-program.ts";

type RowType = "N" | "E" | "L" | "G";

export type MpsRows = ReturnType<typeof mpsRows>;

/** The ROWS, RHS and RANGES sections of an MPS text. Index -1 stands for the objective, one of the N rows. */
export function mpsRows(notices: ReadNotice[]) {
  /** All rows of ROWS in order, the objective among them until it is chosen. */
  const declared = new Map<string, RowType>();
  const names: string[] = [];
  const indices = new Map<string, number>();
  const types: RowType[] = [];
  /** As written, for the exact sum with a range. */
  const rhsOf: ({ value: number; text: string } | undefined)[] = [];
  const rangeOf: ({ width: number; text: string; line: TextLine } | undefined)[] = [];
  let isChosen = false;
  let objectiveRhs: number | undefined;

  const indexOf = (name: string, line: TextLine): number => {
    const index = indices.get(name);
    if (index === undefined) throw faultAt(line, `got row ${quote(name)}, wanted one named in ROWS.`);
    return index;
  };
  /** Calls `take` for each pair of row name and number that follows the first of the fields. */
  const eachPair = (
    fields: readonly string[],
    line: TextLine,
    take: (i: number, name: string, text: string) => void,
  ): void => {
    for (let k = 1; k < fields.length; k += 2) take(indexOf(fields[k], line), quote(fields[k]), fields[k + 1]);
  };

  return {
    names,
    indexOf,
    eachPair,
    has: (name: string): boolean => declared.has(name),
    objectiveOffset: (): number => 0 - (objectiveRhs ?? 0),

    add([givenType, name]: readonly string[], line: TextLine): void {
      if (isChosen)
        throw faultAt(
          line,
          "a row after the sections that use rows, wanted ROWS before COLUMNS, RHS, RANGES and BOUNDS.",
        );
      const type = givenType.toUpperCase();
      if (type !== "N" && type !== "E" && type !== "L" && type !== "G") {
        throw faultAt(line, `got row type ${quote(givenType)}, wanted N, E, L or G.`);
      }
      refuseSecond(declared.has(name), `row ${quote(name)}`, line);
      declared.set(name, type);
    },

    /** Ends the list of rows: the N row of this name, else the first one, is the objective. */
    chooseObjective(wanted: string | undefined, line: TextLine): void {
      if (isChosen) return;
      isChosen = true;
      if (wanted !== undefined && declared.get(wanted) !== "N") {
        throw faultAt(line, `got ${quote(wanted)} as the objective, wanted the name of an N row of ROWS before it.`);
      }
      const objective = wanted ?? [...declared].find(([, type]) => type === "N")?.[0];
      if (objective === undefined)
        throw faultAt(line, "no N row in ROWS before it, wanted one as the objective (it may be empty).");
      for (const [name, type] of declared) {
        indices.set(name, name === objective ? -1 : names.length);
        if (name === objective) continue;
        names.push(name);
        types.push(type);
      }
    },

    setRhs(fields: readonly string[], line: TextLine): void {
      eachPair(fields, line, (i, name, text) => {
        const what = `the right-hand side of ${name}`;
        refuseSecond((i === -1 ? objectiveRhs : rhsOf[i]) !== undefined, what, line);
        if (i === -1) objectiveRhs = readNumber(text, line, what);
        else rhsOf[i] = { value: readRhs(types[i], text, line, what), text };
        if (types[i] === "N")
          notices.push({ line: line.number, message: `${what}, a free row, limits nothing and was not read.` });
      });
    },

    setRange(fields: readonly string[], line: TextLine): void {
      eachPair(fields, line, (i, name, text) => {
        if (i === -1 || types[i] === "N") throw faultAt(line, `a range on the N row ${name}, wanted an E, L or G row.`);
        const what = `the range of ${name}`;
        refuseSecond(rangeOf[i] !== undefined, what, line);
        rangeOf[i] = { width: readLimit(text, line, what), text, line };
      });
    },

    limits(): Pick<LinearProgram, "rowLower" | "rowUpper"> {
      const rowLower = new Float64Array(types.length);
      const rowUpper = new Float64Array(types.length);
      types.forEach((type, i) => {
        const rhs = rhsOf[i]?.value ?? 0;
        const range = rangeOf[i];
        rowLower[i] = type === "N" || type === "L" ? -Infinity : rhs;
        rowUpper[i] = type === "N" || type === "G" ? Infinity : rhs;
        if (range === undefined) return;
        if (!Number.isFinite(rhs)) {
          throw faultAt(
            range.line,
            `a range on row ${quote(names[i])}, whose right-hand side is infinite, wanted none.`,
          );
        }
        const downwards = type === "L" || (type === "E" && range.width < 0);
        const width = range.text.replace(/^[+-]/u, "");
        const far = Number.isFinite(range.width)
          ? Number(addDecimals(rhsOf[i]?.text ?? "0", downwards ? negateDecimal(width) : width))
          : (downwards ? -1 : 1) * Infinity;
        if (downwards) rowLower[i] = far;
        else rowUpper[i] = far;
      });
      return { rowLower, rowUpper };
    },
  };
}

function readRhs(type: RowType, field: string, line: TextLine, what: string): number {
  const rhs = readLimit(field, line, what);
  const harmless = Number.isFinite(rhs) || type === "N" || (type === "L" ? rhs > 0 : type === "G" && rhs < 0);
  if (harmless) return rhs;
  throw faultAt(line, `got ${rhs} for ${what} (${type} row), wanted a finite number.`);
}
