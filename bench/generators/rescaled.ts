import type { LinearProgram } from "wattsplit/lp";
import { uniformAt } from "./uniform-at.ts";

/**
 * The same program in other units: column j counted in 10^p_j of its unit, row i in 10^q_i, whole exponents drawn from
 * [-colDecades, colDecades] and [-rowDecades, rowDecades]. The optimum stays the same; x, y and the coefficients do
 * not.
 */
export function rescaled(lp: LinearProgram, seed: number, colDecades: number, rowDecades: number): LinearProgram {
  const drawn = (count: number, stream: number, decades: number): Float64Array =>
    Float64Array.from(
      { length: count },
      (_, k) => 10 ** (Math.floor((2 * decades + 1) * uniformAt(seed, stream, k)) - decades),
    );
  const colUnit = drawn(lp.numCols, 1, colDecades);
  const rowUnit = drawn(lp.numRows, 2, rowDecades);
  const value = lp.value.slice();
  for (let j = 0; j < lp.numCols; j++) {
    for (let k = lp.colStart[j]; k < lp.colStart[j + 1]; k++) value[k] *= colUnit[j] * rowUnit[lp.rowIndex[k]];
  }
  return {
    ...lp,
    value,
    cost: lp.cost.map((cost, j) => cost * colUnit[j]),
    colLower: lp.colLower.map((lower, j) => lower / colUnit[j]),
    colUpper: lp.colUpper.map((upper, j) => upper / colUnit[j]),
    rowLower: lp.rowLower.map((lower, i) => lower * rowUnit[i]),
    rowUpper: lp.rowUpper.map((upper, i) => upper * rowUnit[i]),
  };
}
