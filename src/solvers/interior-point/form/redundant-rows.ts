import type { LinearProgram } from "../../../lp/linear-program.ts";

/**
 * 1 for rows that no point within the limits of the columns can break. They shape nothing, so the form does without
 * them and their price is 0: the cap over jobs that run one at a time, the ramp of a fleet that may change by all it
 * has.
 */
export function looseRows(lp: LinearProgram): Uint8Array {
  const { numRows, numCols, colStart, rowIndex, value, colLower, colUpper } = lp;
  const least = new Float64Array(numRows);
  const most = new Float64Array(numRows);
  for (let j = 0; j < numCols; j++) {
    const lower = colLower[j];
    const upper = colUpper[j];
    for (let k = colStart[j]; k < colStart[j + 1]; k++) {
      const a = value[k];
      if (a === 0) continue; // 0 * Infinity is no number
      least[rowIndex[k]] += a * (a > 0 ? lower : upper);
      most[rowIndex[k]] += a * (a > 0 ? upper : lower);
    }
  }
  return Uint8Array.from(least, (low, i) => (low >= lp.rowLower[i] && most[i] <= lp.rowUpper[i] ? 1 : 0));
}
