import type { LinearProgram } from "../linear-program.ts";
import type { MpsRows } from "./mps-rows.ts";
import { errorAt, quote, type TextLine } from "./text-lines.ts";
import { parseNumber } from "./text-number.ts";

/** The COLUMNS section: coefficients in the order of the text, with the lines of each column together. */
export function mpsColumns(rows: MpsRows, relax: boolean) {
  /** Index of each column by name, in order. */
  const names = new Map<string, number>();
  /** Columns between integer markers, each with its line. */
  const integers = new Map<number, number>();
  const colStart = [0];
  const rowIndex: number[] = [];
  const value: number[] = [];
  const cost: number[] = [];
  let current: string | undefined;
  /** The line of the open integer marker. */
  let marker: TextLine | undefined;
  /** Row index (or -1 for the objective) to 1 + the last column with a coefficient in that row. */
  const lastColumnOf = new Map<number, number>();
  return {
    names,
    integers,

    /** `'INTORG'` and `'INTEND'` enclose integer columns. Their relaxation is read only on request. */
    mark(kind: string, line: TextLine): void {
      if (kind !== "'INTORG'" && kind !== "'INTEND'") {
        throw errorAt(
          line,
          `got marker ${quote(kind)}, wanted 'INTORG' or 'INTEND'; this library solves linear programs.`,
        );
      }
      if (!relax) {
        throw errorAt(
          line,
          'an integer MARKER, wanted continuous columns only; pass { integers: "relax" } to read the linear ' +
            "relaxation.",
        );
      }
      if ((kind === "'INTORG'") === (marker !== undefined)) {
        throw errorAt(
          line,
          `${kind} ${marker === undefined ? "without" : "after"} 'INTORG', wanted pairs of 'INTORG' and 'INTEND'.`,
        );
      }
      marker = kind === "'INTORG'" ? line : undefined;
    },

    add(fields: readonly string[], line: TextLine): void {
      const name = fields[0];
      if (name === "") throw errorAt(line, "the column name is missing, wanted one at column 5.");
      if (name !== current) {
        if (names.has(name))
          throw errorAt(
            line,
            `column ${quote(name)} appears again after other columns, wanted all its lines together.`,
          );
        if (marker !== undefined) integers.set(names.size, line.number);
        names.set(name, names.size);
        cost.push(0);
        current = name;
      }
      rows.eachPair(fields, line, (i, row, text) => {
        const coefficient = parseNumber(text, line, `the coefficient of ${quote(name)} in ${row}`);
        if (lastColumnOf.get(i) === names.size)
          throw errorAt(line, `column ${quote(name)} has row ${row} twice, wanted one coefficient.`);
        lastColumnOf.set(i, names.size);
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
