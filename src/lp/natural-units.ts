import type { LinearProgram } from "./linear-program.ts";

/**
 * A unit for each row and column in which the coefficients are near 1: a_ij = rowUnit_i / colUnit_j times a number
 * whose geometric mean over each row and column is about 1. A program in kW and MWh then looks like the same program in
 * MW and kWh. Where no bound gives a scale, "small" is measured in these units.
 *
 * The units are powers of two, so that a change of units causes no rounding. They come from a few alternating passes of
 * geometric means. (Curtis and Reid, J. Inst. Maths Applics 10, 1972, minimise the same spread.) Rows and columns
 * without coefficients have unit 1.
 *
 * NB: this is not the scaling of the solvers, on purpose. The code that checks a solution shares no code with a solver.
 */
export interface NaturalUnits {
  readonly row: Float64Array;
  readonly col: Float64Array;
}

const PASSES = 8;

export function naturalUnits(lp: LinearProgram): NaturalUnits {
  const { numRows, numCols, colStart, rowIndex, value } = lp;
  // log2|a_ij| = u_i - v_j + remainder; u and v in turn take the mean of the remainder.
  const u = new Float64Array(numRows);
  const v = new Float64Array(numCols);
  const count = new Int32Array(numRows);
  const size = new Float64Array(value.length);
  for (let k = 0; k < value.length; k++) {
    if (value[k] === 0) continue;
    size[k] = Math.log2(Math.abs(value[k]));
    count[rowIndex[k]]++;
  }
  for (let pass = 0; pass < PASSES; pass++) {
    u.fill(0);
    for (let j = 0; j < numCols; j++) {
      for (let k = colStart[j]; k < colStart[j + 1]; k++) if (value[k] !== 0) u[rowIndex[k]] += size[k] + v[j];
    }
    for (let i = 0; i < numRows; i++) if (count[i] > 0) u[i] /= count[i];
    for (let j = 0; j < numCols; j++) {
      let sum = 0;
      let numEntries = 0;
      for (let k = colStart[j]; k < colStart[j + 1]; k++) {
        if (value[k] === 0) continue;
        sum += u[rowIndex[k]] - size[k];
        numEntries++;
      }
      if (numEntries > 0) v[j] = sum / numEntries;
    }
  }
  return { row: u.map((log) => 2 ** Math.round(log)), col: v.map((log) => 2 ** Math.round(log)) };
}
