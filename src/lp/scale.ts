import type { ColumnMatrix } from "../sparse/column-matrix.ts";
import { transpose } from "../sparse/transpose.ts";
import type { LinearProgram } from "./linear-program.ts";

/**
 * Scaling factors that bring the data of a program near one. All are powers of two, so scaling and unscaling are exact:
 *
 *     a'_ij = row_i a_ij col_j,   x_j = boundScale col_j x'_j,   (A x)_i = boundScale / row_i (A'x')_i
 *     c'_j = costScale c_j col_j,   y_i = y'_i row_i / costScale,   reducedCost_j = reducedCost'_j / (costScale col_j)
 *     objective = boundScale / costScale * objective'
 *
 * Geometric scaling: J. A. Tomlin, "On scaling linear programming problems", Math. Programming Study 4 (1975).
 */
export interface LpScaling {
  readonly row: Float64Array;
  readonly col: Float64Array;
  /** Scale of the costs and of the objective. */
  readonly costScale: number;
  /** Scale of x and of all bounds. */
  readonly boundScale: number;
}

/** The matrix is not scaled if all coefficients are within this range. */
const GOOD_LEAST = 0.05;
const GOOD_GREATEST = 20;
const NUM_PASSES = 6;
/** Factors stay within 2^-MAX_EXPONENT .. 2^MAX_EXPONENT. */
const MAX_EXPONENT = 40;

/** The unit of the scaled objective (of sense `min`) in units of the program's own objective. */
export function objectiveUnit({ sense }: LinearProgram, { boundScale, costScale }: LpScaling): number {
  return ((sense === "max" ? -1 : 1) * boundScale) / costScale;
}

/** Computes the factors. With `matrix` false, rows and columns are not scaled. */
export function scaleProgram(lp: LinearProgram, matrix = true): LpScaling {
  const row = new Float64Array(lp.numRows).fill(1);
  const col = new Float64Array(lp.numCols).fill(1);
  if (matrix && !isInGoodRange(lp.value)) {
    const byRows = transpose(lp.numRows, lp.numCols, lp.colStart, lp.rowIndex, lp.value);
    const transposed = {
      numCols: lp.numRows,
      colStart: byRows.rowStart,
      rowIndex: byRows.colIndex,
      value: byRows.value,
    };
    const geometric = (low: number, high: number): number => 1 / Math.sqrt(low * high);
    for (let pass = 0; pass < NUM_PASSES; pass++) {
      scaleCols(transposed, col, row, geometric);
      scaleCols(lp, row, col, geometric);
    }
    roundToPowers(row);
    roundToPowers(col);
    // Last, the greatest coefficient of every column is brought within a factor of two of one.
    scaleCols(lp, row, col, (_, high) => powerOfTwo(1 / high));
  }
  const { cost, lower, upper } = scaleData(lp, { row, col, costScale: 1, boundScale: 1 });
  return { row, col, costScale: powerOfTwo(1 / meanSize(cost)), boundScale: powerOfTwo(meanSize(lower, upper)) };
}

/** Vectors over the columns, followed by the rows. */
export interface ScaledData {
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** Writes the scaled costs (for sense `min`; 0 for rows) and the scaled bounds of columns and row activities. */
export function scaleData(
  lp: LinearProgram,
  { row, col, costScale, boundScale }: LpScaling,
  out = newData(lp),
): ScaledData {
  const { numRows, numCols } = lp;
  const { cost, lower, upper } = out;
  const sign = lp.sense === "max" ? -1 : 1;
  for (let j = 0; j < numCols; j++) {
    cost[j] = sign * lp.cost[j] * costScale * col[j];
    lower[j] = lp.colLower[j] / (boundScale * col[j]);
    upper[j] = lp.colUpper[j] / (boundScale * col[j]);
  }
  for (let i = 0; i < numRows; i++) {
    lower[numCols + i] = (lp.rowLower[i] * row[i]) / boundScale;
    upper[numCols + i] = (lp.rowUpper[i] * row[i]) / boundScale;
  }
  return out;
}

function newData({ numRows, numCols }: LinearProgram): ScaledData {
  const numVars = numCols + numRows;
  return { cost: new Float64Array(numVars), lower: new Float64Array(numVars), upper: new Float64Array(numVars) };
}

function isInGoodRange(value: Float64Array): boolean {
  for (let k = 0; k < value.length; k++) {
    const a = Math.abs(value[k]);
    if (a !== 0 && (a < GOOD_LEAST || a > GOOD_GREATEST)) return false;
  }
  return true;
}

/**
 * Sets the factor of each column from its least and greatest coefficient under the row factors. Applied to a transpose,
 * it sets the row factors.
 */
function scaleCols(
  { numCols, colStart, rowIndex, value }: ColumnMatrix,
  row: Float64Array,
  col: Float64Array,
  factorOf: (low: number, high: number) => number,
): void {
  for (let j = 0; j < numCols; j++) {
    let low = Infinity;
    let high = 0;
    for (let k = colStart[j]; k < colStart[j + 1]; k++) {
      const a = Math.abs(value[k]) * row[rowIndex[k]];
      if (a === 0) continue;
      if (a < low) low = a;
      if (a > high) high = a;
    }
    if (high > 0) col[j] = factorOf(low, high);
  }
}

function roundToPowers(factor: Float64Array): void {
  for (let k = 0; k < factor.length; k++) factor[k] = powerOfTwo(factor[k]);
}

function powerOfTwo(a: number): number {
  return 2 ** Math.max(-MAX_EXPONENT, Math.min(MAX_EXPONENT, Math.round(Math.log2(a))));
}

/**
 * exp of the mean logarithm of |a| over finite nonzero a; 1 if there is no such entry. Robust to a few huge entries.
 */
function meanSize(...vectors: readonly Float64Array[]): number {
  let sum = 0;
  let count = 0;
  for (const vector of vectors) {
    for (let k = 0; k < vector.length; k++) {
      const size = Math.abs(vector[k]);
      if (size === 0 || size === Infinity) continue;
      sum += Math.log2(size);
      count++;
    }
  }
  return count === 0 ? 1 : 2 ** (sum / count);
}
