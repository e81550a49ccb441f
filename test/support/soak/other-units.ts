import type { LinearProgram } from "../../../src/lp/linear-program.ts";
import type { Draw } from "./draw.ts";

/** Of the units that are powers of two: 8 for 10. */
const BITS_PER_DECADE = 3;

/**
 * The same program in other units: column j counted in `colUnit[j]`, row i in `rowUnit[i]`, money in `moneyUnit`. Its
 * optimum is the plain one's times the money unit. Units are powers of ten, so coefficients are rounded, as a user's
 * are; with `isExact` they are powers of two, and nothing is rounded.
 */
export function inOtherUnits(
  lp: LinearProgram,
  draw: Draw,
  colDecades: number,
  rowDecades: number,
  money = 1,
  isExact = false,
): LinearProgram {
  const unit = (decades: number): number =>
    isExact
      ? 2 ** draw.whole(-BITS_PER_DECADE * decades, BITS_PER_DECADE * decades)
      : 10 ** draw.whole(-decades, decades);
  const colUnit = Float64Array.from({ length: lp.numCols }, () => unit(colDecades));
  const rowUnit = Float64Array.from({ length: lp.numRows }, () => unit(rowDecades));
  const value = lp.value.slice();
  for (let j = 0; j < lp.numCols; j++) {
    for (let k = lp.colStart[j]; k < lp.colStart[j + 1]; k++) value[k] *= rowUnit[lp.rowIndex[k]] * colUnit[j];
  }
  return {
    ...lp,
    value,
    cost: lp.cost.map((c, j) => c * colUnit[j] * money),
    colLower: lp.colLower.map((l, j) => l / colUnit[j]),
    colUpper: lp.colUpper.map((u, j) => u / colUnit[j]),
    rowLower: lp.rowLower.map((l, i) => l * rowUnit[i]),
    rowUpper: lp.rowUpper.map((u, i) => u * rowUnit[i]),
    objectiveOffset: lp.objectiveOffset * money,
  };
}
