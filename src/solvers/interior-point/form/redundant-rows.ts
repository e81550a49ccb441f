import type { LinearProgram } from "../../../lp/linear-program.ts";

/**
 * 1 for redundant rows: no point within the bounds of the columns violates them. The form omits them, and their price
 * is 0. Examples are a cap over jobs that run one at a time, or the ramp of a fleet that may change by its whole size.
 */
export function redundantRows(lp: LinearProgram): Uint8Array {
  const { numRows, numCols, colStart, rowIndex, value, colLower, colUpper } = lp;
  const least = new Float64Array(numRows);
  const most = new Float64Array(numRows);
  for (let j = 0; j < numCols; j++) {
    const lower = colLower[j];
    const upper = colUpper[j];
    for (let k = colStart[j]; k < colStart[j + 1]; k++) {
      const a = value[k];
      if (a === 0) continue; // 0 * Infinity would be NaN
      least[rowIndex[k]] += a * (a > 0 ? lower : upper);
      most[rowIndex[k]] += a * (a > 0 ? upper : lower);
    }
  }
  return Uint8Array.from(least, (low, i) => (low >= lp.rowLower[i] && most[i] <= lp.rowUpper[i] ? 1 : 0));
}
