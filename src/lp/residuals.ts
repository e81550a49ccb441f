import type { LinearProgram } from "./linear-program.ts";

/**
 * Products of a program's matrix with a vector, for checking a solution. Compensated (Neumaier) summation makes them
 * exact to a few units in the last place of the sum, even if large terms cancel. NB: deliberately not part of
 * `sparse/`: the code that checks a solution shares no code with a solver.
 */

/** Sums, and for each sum the sum of its absolute terms. Rounding is measured against the latter. */
export interface Sums {
  readonly value: Float64Array;
  readonly magnitude: Float64Array;
}

/** value[i] = sum_j a_ij x_j, magnitude[i] = sum_j |a_ij x_j|; length numRows. */
export function rowSums(lp: LinearProgram, x: Float64Array): Sums {
  const { numCols, colStart, rowIndex, value: coefficient } = lp;
  const value = new Float64Array(lp.numRows);
  const lost = new Float64Array(lp.numRows);
  const magnitude = new Float64Array(lp.numRows);
  for (let j = 0; j < numCols; j++) {
    const xj = x[j];
    if (xj === 0) continue;
    for (let k = colStart[j]; k < colStart[j + 1]; k++) {
      const i = rowIndex[k];
      const term = coefficient[k] * xj;
      const before = value[i];
      const after = before + term;
      lost[i] += Math.abs(before) >= Math.abs(term) ? before - after + term : term - after + before;
      value[i] = after;
      magnitude[i] += Math.abs(term);
    }
  }
  for (let i = 0; i < lp.numRows; i++) value[i] += lost[i];
  return { value, magnitude };
}

/** value[j] = start_j + factor * sum_i a_ij y_i, magnitude[j] = |start_j| + sum_i |a_ij y_i|; length numCols. */
export function columnSums(lp: LinearProgram, y: Float64Array, factor: 1 | -1, start?: Float64Array): Sums {
  const { numCols, colStart, rowIndex, value: coefficient } = lp;
  const value = new Float64Array(numCols);
  const magnitude = new Float64Array(numCols);
  for (let j = 0; j < numCols; j++) {
    let sum = start === undefined ? 0 : start[j];
    let lost = 0;
    let size = Math.abs(sum);
    for (let k = colStart[j]; k < colStart[j + 1]; k++) {
      const term = factor * coefficient[k] * y[rowIndex[k]];
      const after = sum + term;
      lost += Math.abs(sum) >= Math.abs(term) ? sum - after + term : term - after + sum;
      sum = after;
      size += Math.abs(term);
    }
    value[j] = sum + lost;
    magnitude[j] = size;
  }
  return { value, magnitude };
}

/** A running compensated sum of scalars; `magnitude` is the sum of absolute terms. */
export class CompensatedSum {
  magnitude = 0;
  private sum = 0;
  private lost = 0;

  add(term: number): void {
    const after = this.sum + term;
    this.lost += Math.abs(this.sum) >= Math.abs(term) ? this.sum - after + term : term - after + this.sum;
    this.sum = after;
    this.magnitude += Math.abs(term);
  }

  get total(): number {
    return this.sum + this.lost;
  }
}
