import type { LinearProgram } from "../linear-program.ts";
import { addDecimals, negateDecimal } from "./decimal-sum.ts";
import { errorAt, quote, rejectDuplicate, type TextLine } from "./text-lines.ts";
import { parseBound, parseNumber } from "./text-number.ts";
import type { ReadNotice } from "./text-program.ts";

type RowType = "N" | "E" | "L" | "G";

export type MpsRows = ReturnType<typeof mpsRows>;

/** The ROWS, RHS and RANGES sections of an MPS text. Index -1 is the objective, one of the N rows. */
export function mpsRows(notices: ReadNotice[]) {
  /** All rows of ROWS in order, including the objective. */
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
    if (index === undefined) throw errorAt(line, `got row ${quote(name)}, wanted one named in ROWS.`);
    return index;
  };
  /** Calls `take` for each pair of a row name and a number after the first field. */
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
        throw errorAt(
          line,
          "got a row after the sections that use rows, wanted ROWS before COLUMNS, RHS, RANGES and BOUNDS.",
        );
      const type = givenType.toUpperCase();
      if (type !== "N" && type !== "E" && type !== "L" && type !== "G") {
        throw errorAt(line, `got row type ${quote(givenType)}, wanted N, E, L or G.`);
      }
      rejectDuplicate(declared.has(name), `row ${quote(name)}`, line);
      declared.set(name, type);
    },

    /** Ends the list of rows. The objective is the N row with this name, or the first N row. */
    chooseObjective(wanted: string | undefined, line: TextLine): void {
      if (isChosen) return;
      isChosen = true;
      if (wanted !== undefined && declared.get(wanted) !== "N") {
        throw errorAt(line, `got ${quote(wanted)} as the objective, wanted the name of an N row of ROWS before it.`);
      }
      const objective = wanted ?? [...declared].find(([, type]) => type === "N")?.[0];
      if (objective === undefined)
        throw errorAt(line, "ROWS has no N row, wanted one as the objective (it may be empty).");
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
        rejectDuplicate((i === -1 ? objectiveRhs : rhsOf[i]) !== undefined, what, line);
        if (i === -1) objectiveRhs = parseNumber(text, line, what);
        else rhsOf[i] = { value: parseRhs(types[i], text, line, what), text };
        if (types[i] === "N")
          notices.push({ line: line.number, message: `${what} was ignored, because the row is free (type N).` });
      });
    },

    setRange(fields: readonly string[], line: TextLine): void {
      eachPair(fields, line, (i, name, text) => {
        if (i === -1 || types[i] === "N")
          throw errorAt(line, `got got a range on the N row ${name}, wanted an E, L or G row.`);
        const what = `the range of ${name}`;
        rejectDuplicate(rangeOf[i] !== undefined, what, line);
        rangeOf[i] = { width: parseBound(text, line, what), text, line };
      });
    },

    bounds(): Pick<LinearProgram, "rowLower" | "rowUpper"> {
      const rowLower = new Float64Array(types.length);
      const rowUpper = new Float64Array(types.length);
      types.forEach((type, i) => {
        const rhs = rhsOf[i]?.value ?? 0;
        const range = rangeOf[i];
        rowLower[i] = type === "N" || type === "L" ? -Infinity : rhs;
        rowUpper[i] = type === "N" || type === "G" ? Infinity : rhs;
        if (range === undefined) return;
        if (!Number.isFinite(rhs)) {
          throw errorAt(
            range.line,
            `got a range on row ${quote(names[i])} with an infinite right-hand side, wanted a finite one or no range.`,
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

function parseRhs(type: RowType, field: string, line: TextLine, what: string): number {
  const rhs = parseBound(field, line, what);
  const harmless = Number.isFinite(rhs) || type === "N" || (type === "L" ? rhs > 0 : type === "G" && rhs < 0);
  if (harmless) return rhs;
  throw errorAt(line, `got ${rhs} for ${what} (${type} row), wanted a finite number.`);
}
