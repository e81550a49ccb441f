import type { InternalProgram } from "../state/internal-program.ts";

/**
 * Residuals in twice the working precision, for iterative refinement: between nearly parallel rows a plain sum can lose
 * all correct digits. Products are split exactly (T. Dekker, "A floating-point technique for extending the available
 * precision", Numer. Math. 18, 1971; JavaScript has no fused multiply-add), sums carry their rounding error along
 * (D. Knuth's TwoSum). Overflows from sizes of 1e300 on, which no scaled program has.
 */

/** 2^27 + 1: multiplied by it, a double falls into two halves of 26 bits. */
const SPLITTER = 134217729;

/** residual := -(A x_S + x_L), row by row; magnitude := sum of the absolute terms. */
export function rowResiduals(
  { numRows, numCols, colStart, rowIndex, value }: InternalProgram,
  x: Float64Array,
  residual: Float64Array,
  magnitude: Float64Array,
): void {
  const lost = new Float64Array(numRows);
  for (let i = 0; i < numRows; i++) {
    residual[i] = 0 - x[numCols + i];
    magnitude[i] = Math.abs(x[numCols + i]);
  }
  for (let j = 0; j < numCols; j++) {
    const xj = x[j];
    if (xj === 0) continue;
    const split = SPLITTER * xj;
    const xHigh = split - (split - xj);
    const xLow = xj - xHigh;
    for (let k = colStart[j]; k < colStart[j + 1]; k++) {
      const i = rowIndex[k];
      const a = value[k];
      const product = a * xj;
      const aSplit = SPLITTER * a;
      const aHigh = aSplit - (aSplit - a);
      const aLow = a - aHigh;
      const productError = aLow * xLow - (product - aHigh * xHigh - aLow * xHigh - aHigh * xLow);
      const before = residual[i];
      const after = before - product;
      const seen = after - before;
      lost[i] += before - (after - seen) - (product + seen) - productError;
      residual[i] = after;
      magnitude[i] += Math.abs(product);
    }
  }
  for (let i = 0; i < numRows; i++) residual[i] += lost[i];
}

/**
 * For each variable j of `vars` (of [A I]): residual[k] := cost_j - sum_i a_ij y_i, magnitude[k] := sum of the absolute
 * terms, at its place k in `vars`.
 */
export function columnResiduals(
  { numCols, colStart, rowIndex, value }: InternalProgram,
  vars: Int32Array,
  cost: Float64Array,
  y: Float64Array,
  residual: Float64Array,
  magnitude: Float64Array,
): void {
  for (let q = 0; q < vars.length; q++) {
    const j = vars[q];
    let sum = cost[j];
    let lost = 0;
    let size = Math.abs(sum);
    if (j >= numCols) {
      residual[q] = sum - y[j - numCols];
      magnitude[q] = size + Math.abs(y[j - numCols]);
      continue;
    }
    for (let k = colStart[j]; k < colStart[j + 1]; k++) {
      const a = value[k];
      const yi = y[rowIndex[k]];
      if (yi === 0) continue;
      const product = a * yi;
      const aSplit = SPLITTER * a;
      const aHigh = aSplit - (aSplit - a);
      const aLow = a - aHigh;
      const ySplit = SPLITTER * yi;
      const yHigh = ySplit - (ySplit - yi);
      const yLow = yi - yHigh;
      const productError = aLow * yLow - (product - aHigh * yHigh - aLow * yHigh - aHigh * yLow);
      const after = sum - product;
      const seen = after - sum;
      lost += sum - (after - seen) - (product + seen) - productError;
      sum = after;
      size += Math.abs(product);
    }
    residual[q] = sum + lost;
    magnitude[q] = size;
  }
}
