import type { ColumnMatrix } from "../sparse/column-matrix.ts";
import { transpose } from "../sparse/transpose.ts";
import type { LinearProgram } from "./linear-program.ts";

/**
 * Factors that bring a program near one in every unit, all powers of two, so that scaling and its undoing are exact:
 *
 *     a'_ij = row_i a_ij col_j,   x_j = size col_j x'_j,   (A x)_i = size / row_i (A'x')_i,   c'_j = money c_j col_j
 *
 * Then y_i = y'_i row_i / money, reducedCost_j = reducedCost'_j / (money col_j), objective = size / money * objective'.
 * Geometric scaling: J. A. Tomlin, "On scaling linear programming problems", Math. Programming Study 4 (1975).
 */
export interface LpScaling {
  readonly row: Float64Array;
  readonly col: Float64Array;
  /** Scale of the objective. */
  readonly money: number;
  /** Scale of x and of the right-hand sides. */
  readonly size: number;
}

/** Coefficients all within this range are good as they are. */
const GOOD_LEAST = 0.05;
const GOOD_GREATEST = 20;
const NUM_PASSES = 6;
/** Factors stay within 2^-MAX_EXPONENT .. 2^MAX_EXPONENT. */
const MAX_EXPONENT = 40;

/** What a unit of the scaled objective, that of a minimum, is in the program's own. */
export function objectiveUnit({ sense }: LinearProgram, { size, money }: LpScaling): number {
  return ((sense === "max" ? -1 : 1) * size) / money;
}

/** Chooses the factors; with `matrix` false rows and columns keep their units. */
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
      passCols(transposed, col, row, geometric);
      passCols(lp, row, col, geometric);
    }
    roundToPowers(row);
    roundToPowers(col);
    // Last, every column's greatest coefficient comes within a factor of two of one.
    passCols(lp, row, col, (_, high) => powerOfTwo(1 / high));
  }
  const { cost, lower, upper } = scaleData(lp, { row, col, money: 1, size: 1 });
  return { row, col, money: powerOfTwo(1 / meanSize(cost)), size: powerOfTwo(meanSize(lower, upper)) };
}

/** Vectors over the columns and then the rows of a program. */
export interface ScaledData {
  readonly cost: Float64Array;
  readonly lower: Float64Array;
  readonly upper: Float64Array;
}

/** Writes costs (as of a minimum; 0 of rows) and limits of columns and row activities in scaled units. */
export function scaleData(lp: LinearProgram, { row, col, money, size }: LpScaling, out = newData(lp)): ScaledData {
  const { numRows, numCols } = lp;
  const { cost, lower, upper } = out;
  const sign = lp.sense === "max" ? -1 : 1;
  for (let j = 0; j < numCols; j++) {
    cost[j] = sign * lp.cost[j] * money * col[j];
    lower[j] = lp.colLower[j] / (size * col[j]);
    upper[j] = lp.colUpper[j] / (size * col[j]);
  }
  for (let i = 0; i < numRows; i++) {
    lower[numCols + i] = (lp.rowLower[i] * row[i]) / size;
    upper[numCols + i] = (lp.rowUpper[i] * row[i]) / size;
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
 * Each column's factor from its least and greatest size under the factors of the rows; the other way round for a
 * transpose.
 */
function passCols(
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

/** exp of the mean logarithm of |a| over finite nonzero a; 1 where there are none. Robust to a few huge entries. */
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
