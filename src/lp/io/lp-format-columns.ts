import type { LinearProgram } from "../linear-program.ts";
import { errorAt, quote, type TextLine } from "./text-lines.ts";
import type { ReadNotice } from "./text-program.ts";

type Kind = "general" | "binary" | "semicontinuous";

/**
 * The columns of a text in LP format, in the order in which the text first names them: coefficients by row, bounds and
 * column types.
 */
export function lpColumns() {
  const names = new Map<string, number>();
  const cost: number[] = [];
  const lower = new Map<number, number>();
  const upper = new Map<number, number>();
  const kinds = new Map<number, Kind>();
  /** The last line under Bounds or a section of column types that names the column. */
  const lineOf = new Map<number, TextLine>();
  /** For each column that is not continuous: the line that says so. */
  const integers = new Map<number, number>();
  /** Coefficients by row. */
  const entryCol: number[] = [];
  const entryValue: number[] = [];
  const rowStart = [0];
  /** The last entry of each column. */
  const lastEntry: number[] = [];
  const unusedColumns = { count: 0, first: "", line: 0 };
  const repeatedBounds = { count: 0, first: "", line: 0 };
  const countAndRemember = (tally: typeof unusedColumns, name: string, { number }: TextLine): void => {
    if (tally.count++ === 0) Object.assign(tally, { first: name, line: number });
  };

  const indexOf = (name: string): number => {
    const known = names.get(name);
    if (known !== undefined) return known;
    names.set(name, cost.length);
    lastEntry.push(-1);
    return cost.push(0) - 1;
  };
  /** A column outside the objective and the rows. linopy writes bounds of columns that nothing else uses. */
  const addUnusedColumn = (name: string, line: TextLine): number => {
    if (!names.has(name)) countAndRemember(unusedColumns, name, line);
    const j = indexOf(name);
    lineOf.set(j, line);
    return j;
  };
  return {
    names,
    integers,
    addCost(name: string, coefficient: number): void {
      cost[indexOf(name)] += coefficient;
    },
    /** Adds a term to the current row. Terms of the same column add up. */
    addTerm(name: string, coefficient: number): void {
      const j = indexOf(name);
      if (lastEntry[j] >= rowStart[rowStart.length - 1]) {
        entryValue[lastEntry[j]] += coefficient;
        return;
      }
      lastEntry[j] = entryCol.push(j) - 1;
      entryValue.push(coefficient);
    },
    endRow: (): void => void rowStart.push(entryCol.length),

    /** If a text sets the same bound twice, the last one counts (CPLEX); `finish` adds a notice. */
    setBound(name: string, side: "lower" | "upper", bound: number, line: TextLine): void {
      const j = addUnusedColumn(name, line);
      const given = side === "lower" ? lower : upper;
      if ((given.get(j) ?? bound) !== bound) countAndRemember(repeatedBounds, name, line);
      given.set(j, bound);
    },
    setKind(name: string, kind: Kind, line: TextLine): void {
      const j = addUnusedColumn(name, line);
      kinds.set(j, kind);
      if (!integers.has(j)) integers.set(j, line.number);
    },

    bounds(): Pick<LinearProgram, "colLower" | "colUpper"> {
      const colLower = new Float64Array(cost.length);
      const colUpper = new Float64Array(cost.length).fill(Infinity);
      for (const [j, bound] of lower) colLower[j] = bound;
      for (const [j, bound] of upper) colUpper[j] = bound;
      const colNames = [...names.keys()];
      for (const [j, line] of lineOf) {
        const kind = kinds.get(j);
        if (kind === "binary") {
          colLower[j] = Math.max(0, colLower[j]);
          colUpper[j] = Math.min(1, colUpper[j]);
        }
        if (colLower[j] > colUpper[j] || colLower[j] === Infinity || colUpper[j] === -Infinity) {
          const remedy = lower.has(j) ? "" : `; write "-inf <= ${colNames[j]} <= ..." if no lower bound is intended`;
          throw errorAt(
            line,
            `column ${quote(colNames[j])} has the bounds [${colLower[j]}, ` +
              `${colUpper[j]}], wanted lower <= upper${remedy}.`,
          );
        }
        if (kind !== "semicontinuous") continue;
        // A semicontinuous column is zero or within its bounds. Its convex hull includes both.
        colLower[j] = Math.min(0, colLower[j]);
        colUpper[j] = Math.max(0, colUpper[j]);
      }
      return { colLower, colUpper };
    },

    /** The matrix by columns, without zeros. `0 x` only declares a column. */
    matrix(): Pick<LinearProgram, "colStart" | "rowIndex" | "value" | "cost"> {
      const colStart = new Int32Array(cost.length + 1);
      for (let k = 0; k < entryCol.length; k++) if (entryValue[k] !== 0) colStart[entryCol[k] + 1]++;
      for (let j = 0; j < cost.length; j++) colStart[j + 1] += colStart[j];
      const place = colStart.slice();
      const rowIndex = new Int32Array(colStart[cost.length]);
      const value = new Float64Array(colStart[cost.length]);
      for (let i = 0; i + 1 < rowStart.length; i++) {
        for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
          if (entryValue[k] === 0) continue;
          const at = place[entryCol[k]]++;
          rowIndex[at] = i;
          value[at] = entryValue[k];
        }
      }
      return { colStart, rowIndex, value, cost: Float64Array.from(cost) };
    },

    finish(notices: ReadNotice[]): void {
      const { count, first, line } = unusedColumns;
      if (count > 0)
        notices.push({
          line,
          message:
            `${count} columns (first: ${quote(first)}) have no cost and occur in no row; ` +
            "they are columns of the program all the same.",
        });
      if (repeatedBounds.count === 0) return;
      notices.push({
        line: repeatedBounds.line,
        message:
          `${repeatedBounds.count} bounds (first: of ${quote(repeatedBounds.first)}) were ` +
          "set more than once; the last value counts.",
      });
    },
  };
}

export type LpColumns = ReturnType<typeof lpColumns>;
