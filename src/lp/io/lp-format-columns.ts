import type { LinearProgram } from "../linear-program.ts";
import { faultAt, quote, type TextLine } from "./text-lines.ts";
import type { ReadNotice } from "./text-program.ts";

type Kind = "general" | "binary" | "semicontinuous";

/**
 * The columns of a text in LP format, in the order in which it first names them: coefficients by rows, limits, kinds.
 */
export function lpColumns() {
  const names = new Map<string, number>();
  const cost: number[] = [];
  const lower = new Map<number, number>();
  const upper = new Map<number, number>();
  const kinds = new Map<number, Kind>();
  /** Where each column was last spoken of under Bounds or a section of kinds. */
  const lineOf = new Map<number, TextLine>();
  /** Line of each column of another kind than continuous. */
  const integers = new Map<number, number>();
  /** Coefficients row by row. */
  const entryCol: number[] = [];
  const entryValue: number[] = [];
  const rowStart = [0];
  /** Of each column, its last entry. */
  const lastEntry: number[] = [];
  const unused = { count: 0, first: "", line: 0 };
  const again = { count: 0, first: "", line: 0 };
  const bump = (tally: typeof unused, name: string, { number }: TextLine): void => {
    if (tally.count++ === 0) Object.assign(tally, { first: name, line: number });
  };

  const indexOf = (name: string): number => {
    const known = names.get(name);
    if (known !== undefined) return known;
    names.set(name, cost.length);
    lastEntry.push(-1);
    return cost.push(0) - 1;
  };
  /** A column outside objective and rows: linopy gives limits to columns that nothing else uses. */
  const latecomer = (name: string, line: TextLine): number => {
    if (!names.has(name)) bump(unused, name, line);
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
    /** A term of the row under way; terms of one column add up. */
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

    /** Of two limits on one side of a column the last one holds (CPLEX); `finish` says so. */
    setLimit(name: string, side: "lower" | "upper", limit: number, line: TextLine): void {
      const j = latecomer(name, line);
      const given = side === "lower" ? lower : upper;
      if ((given.get(j) ?? limit) !== limit) bump(again, name, line);
      given.set(j, limit);
    },
    setKind(name: string, kind: Kind, line: TextLine): void {
      const j = latecomer(name, line);
      kinds.set(j, kind);
      if (!integers.has(j)) integers.set(j, line.number);
    },

    limits(): Pick<LinearProgram, "colLower" | "colUpper"> {
      const colLower = new Float64Array(cost.length);
      const colUpper = new Float64Array(cost.length).fill(Infinity);
      for (const [j, limit] of lower) colLower[j] = limit;
      for (const [j, limit] of upper) colUpper[j] = limit;
      const colNames = [...names.keys()];
      for (const [j, line] of lineOf) {
        const kind = kinds.get(j);
        if (kind === "binary") {
          colLower[j] = Math.max(0, colLower[j]);
          colUpper[j] = Math.min(1, colUpper[j]);
        }
        if (colLower[j] > colUpper[j] || colLower[j] === Infinity || colUpper[j] === -Infinity) {
          const cure = lower.has(j) ? "" : `; write "-inf <= ${colNames[j]} <= ..." where no lower limit is meant`;
          throw faultAt(
            line,
            `column ${quote(colNames[j])} lies in [${colLower[j]}, ${colUpper[j]}], wanted lower <= upper${cure}.`,
          );
        }
        if (kind !== "semicontinuous") continue;
        // Zero, or within its limits: the hull.
        colLower[j] = Math.min(0, colLower[j]);
        colUpper[j] = Math.max(0, colUpper[j]);
      }
      return { colLower, colUpper };
    },

    /** The matrix by columns, without zeros: `0 x` only names a column. */
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
      const { count, first, line } = unused;
      if (count > 0)
        notices.push({
          line,
          message: `${count} columns (${quote(first)} first) are in no row and have no cost; they were read.`,
        });
      if (again.count === 0) return;
      notices.push({
        line: again.line,
        message: `${again.count} limits (of ${quote(again.first)} first) were given again; the last one holds.`,
      });
    },
  };
}

export type LpColumns = ReturnType<typeof lpColumns>;
