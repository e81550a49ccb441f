import type { LinearProgram } from "../../src/lp/linear-program.ts";

/** The program of its optima, whose objective is known: one more row holds its cost to that, but for rounding. */
export function withCostRow(lp: LinearProgram, objective: number): LinearProgram {
  const rowIndex: number[] = [];
  const value: number[] = [];
  const colStart = [0];
  for (let j = 0; j < lp.numCols; j++) {
    for (let k = lp.colStart[j]; k < lp.colStart[j + 1]; k++) {
      rowIndex.push(lp.rowIndex[k]);
      value.push(lp.value[k]);
    }
    if (lp.cost[j] !== 0) {
      rowIndex.push(lp.numRows);
      value.push(lp.cost[j]);
    }
    colStart.push(value.length);
  }
  const target = objective - lp.objectiveOffset;
  const rounding = 1e-9 * Math.max(1, Math.abs(target));
  return {
    ...lp,
    numRows: lp.numRows + 1,
    colStart: Int32Array.from(colStart),
    rowIndex: Int32Array.from(rowIndex),
    value: Float64Array.from(value),
    rowLower: Float64Array.of(...lp.rowLower, target - rounding),
    rowUpper: Float64Array.of(...lp.rowUpper, target + rounding),
  };
}
