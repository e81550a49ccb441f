import type { LinearProgram } from "../../src/lp/linear-program.ts";
import { solveWithHighs, type OracleAnswer } from "./highs-oracle.ts";

interface OracleScenario {
  readonly lp: LinearProgram;
  readonly probability: number;
  readonly shared: Iterable<number>;
}

/**
 * The extensive form written down in another way than the library's, and solved by HiGHS: every scenario keeps copies
 * of the common columns, rows hold the copies equal, and each cost is a column of its own.
 */
export function solveExtensiveForm(
  scenarios: readonly OracleScenario[],
  { weight, level }: { readonly weight: number; readonly level: number },
): OracleAnswer {
  const columns: { cost: number; lower: number; upper: number; terms: [row: number, value: number][] }[] = [];
  const rows: { lower: number; upper: number }[] = [];
  const addRow = (lower: number, upper: number) => rows.push({ lower, upper }) - 1;
  const addColumn = (cost: number, lower: number, upper: number) => columns.push({ cost, lower, upper, terms: [] }) - 1;
  const threshold = addColumn(weight, -Infinity, Infinity);
  const first: number[] = [];
  for (const { lp, probability, shared } of scenarios) {
    const firstRow = rows.length;
    for (let i = 0; i < lp.numRows; i++) addRow(lp.rowLower[i], lp.rowUpper[i]);
    const own = Array.from({ length: lp.numCols }, (_, j) => addColumn(0, lp.colLower[j], lp.colUpper[j]));
    for (let j = 0; j < lp.numCols; j++)
      for (let k = lp.colStart[j]; k < lp.colStart[j + 1]; k++)
        columns[own[j]].terms.push([firstRow + lp.rowIndex[k], lp.value[k]]);
    // usd - cost' x = offset
    const usd = addColumn((1 - weight) * probability, -Infinity, Infinity);
    const costRow = addRow(lp.objectiveOffset, lp.objectiveOffset);
    columns[usd].terms.push([costRow, 1]);
    for (let j = 0; j < lp.numCols; j++) if (lp.cost[j] !== 0) columns[own[j]].terms.push([costRow, -lp.cost[j]]);
    // above + threshold - usd >= 0
    const above = addColumn((weight * probability) / (1 - level), 0, Infinity);
    const tailRow = addRow(0, Infinity);
    columns[above].terms.push([tailRow, 1]);
    columns[threshold].terms.push([tailRow, 1]);
    columns[usd].terms.push([tailRow, -1]);
    for (const [k, j] of [...shared].entries()) {
      if (first[k] === undefined) first[k] = own[j];
      else {
        const equal = addRow(0, 0);
        columns[first[k]].terms.push([equal, 1]);
        columns[own[j]].terms.push([equal, -1]);
      }
    }
  }
  // Without weight the threshold is free and costs nothing.
  if (weight === 0) columns[threshold].lower = columns[threshold].upper = 0;
  const sorted = columns.map(({ terms }) => terms.toSorted(([a], [b]) => a - b));
  const colStart = new Int32Array(columns.length + 1);
  sorted.forEach((terms, j) => (colStart[j + 1] = colStart[j] + terms.length));
  return solveWithHighs({
    numRows: rows.length,
    numCols: columns.length,
    colStart,
    rowIndex: Int32Array.from(sorted.flatMap((terms) => terms.map(([row]) => row))),
    value: Float64Array.from(sorted.flatMap((terms) => terms.map(([, value]) => value))),
    cost: Float64Array.from(columns, ({ cost }) => cost),
    colLower: Float64Array.from(columns, ({ lower }) => lower),
    colUpper: Float64Array.from(columns, ({ upper }) => upper),
    rowLower: Float64Array.from(rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
    sense: "min",
    objectiveOffset: 0,
  });
}
