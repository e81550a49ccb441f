import type { LinearProgram } from "../lp/linear-program.ts";

/**
 * The form a textbook tableau takes: min cost'u, G u <= rhs, u >= 0. Each column of the program becomes
 *
 *     x_j = colLower_j + u            where the lower bound is finite (plus the row u <= colUpper_j - colLower_j)
 *     x_j = colUpper_j - u            where only the upper bound is finite
 *     x_j = u' - u''                  where neither is
 *     x_j = colLower_j, no u          where both are equal
 *
 * and each row one line of G per finite bound: a u <= upper - shift, -a u <= shift - lower (an equality gives both).
 */
export interface NonNegativeForm {
  readonly numLines: number;
  readonly numUnknowns: number;
  /** G by columns: `entryLine`, `entryValue` from `start[u]` to `start[u + 1]`. */
  readonly start: Int32Array;
  readonly entryLine: Int32Array;
  readonly entryValue: Float64Array;
  readonly rhs: Float64Array;
  /** For `min`: the cost of a `max` program is negated. */
  readonly cost: Float64Array;
  /** The column of each unknown and its sign in x_j. */
  readonly column: Int32Array;
  readonly sign: Int8Array;
  /** x where every unknown is 0. */
  readonly shift: Float64Array;
  /**
   * The row of each line (-1: the upper bound of a column), and its sign: +1 for an upper bound, -1 for a lower one.
   */
  readonly row: Int32Array;
  readonly side: Int8Array;
}

/** How large the form of a program is, without building it. */
export function nonNegativeSize(lp: LinearProgram): { numLines: number; numUnknowns: number } {
  let numLines = 0;
  let numUnknowns = 0;
  for (let i = 0; i < lp.numRows; i++) {
    numLines += (lp.rowLower[i] === -Infinity ? 0 : 1) + (lp.rowUpper[i] === Infinity ? 0 : 1);
  }
  for (let j = 0; j < lp.numCols; j++) {
    const lower = lp.colLower[j];
    const upper = lp.colUpper[j];
    if (lower === upper) continue;
    numUnknowns += lower === -Infinity && upper === Infinity ? 2 : 1;
    if (lower !== -Infinity && upper !== Infinity) numLines++;
  }
  return { numLines, numUnknowns };
}

export function toNonNegativeForm(lp: LinearProgram): NonNegativeForm {
  const { numLines, numUnknowns } = nonNegativeSize(lp);
  const { numRows, numCols, colStart, rowIndex, value } = lp;
  const shift = new Float64Array(numCols);
  const atShift = new Float64Array(numRows);
  for (let j = 0; j < numCols; j++) {
    shift[j] = Number.isFinite(lp.colLower[j]) ? lp.colLower[j] : Number.isFinite(lp.colUpper[j]) ? lp.colUpper[j] : 0;
    for (let k = colStart[j]; k < colStart[j + 1]; k++) atShift[rowIndex[k]] += value[k] * shift[j];
  }

  const rhs = new Float64Array(numLines);
  const row = new Int32Array(numLines).fill(-1);
  const side = new Int8Array(numLines).fill(1);
  const upperLine = new Int32Array(numRows).fill(-1);
  const lowerLine = new Int32Array(numRows).fill(-1);
  let line = 0;
  for (let i = 0; i < numRows; i++) {
    if (lp.rowUpper[i] !== Infinity) {
      upperLine[i] = line;
      row[line] = i;
      rhs[line++] = lp.rowUpper[i] - atShift[i];
    }
    if (lp.rowLower[i] !== -Infinity) {
      lowerLine[i] = line;
      row[line] = i;
      side[line] = -1;
      rhs[line++] = atShift[i] - lp.rowLower[i];
    }
  }

  const start = new Int32Array(numUnknowns + 1);
  const entryLine: number[] = [];
  const entryValue: number[] = [];
  const cost = new Float64Array(numUnknowns);
  const column = new Int32Array(numUnknowns);
  const sign = new Int8Array(numUnknowns);
  const towardsMin = lp.sense === "max" ? -1 : 1;
  let unknown = 0;
  const addUnknown = (j: number, signOfUnknown: 1 | -1): void => {
    column[unknown] = j;
    sign[unknown] = signOfUnknown;
    cost[unknown] = towardsMin * signOfUnknown * lp.cost[j];
    for (let k = colStart[j]; k < colStart[j + 1]; k++) {
      if (value[k] === 0) continue;
      const coefficient = signOfUnknown * value[k];
      if (upperLine[rowIndex[k]] >= 0) {
        entryLine.push(upperLine[rowIndex[k]]);
        entryValue.push(coefficient);
      }
      if (lowerLine[rowIndex[k]] >= 0) {
        entryLine.push(lowerLine[rowIndex[k]]);
        entryValue.push(-coefficient);
      }
    }
    if (lp.colLower[j] !== -Infinity && lp.colUpper[j] !== Infinity) {
      rhs[line] = lp.colUpper[j] - lp.colLower[j];
      entryLine.push(line++);
      entryValue.push(1);
    }
    start[++unknown] = entryValue.length;
  };
  for (let j = 0; j < numCols; j++) {
    if (lp.colLower[j] === lp.colUpper[j]) continue;
    if (lp.colLower[j] !== -Infinity) addUnknown(j, 1);
    else {
      if (lp.colUpper[j] === Infinity) addUnknown(j, 1);
      addUnknown(j, -1);
    }
  }
  return {
    numLines,
    numUnknowns,
    start,
    entryLine: Int32Array.from(entryLine),
    entryValue: Float64Array.from(entryValue),
    rhs,
    cost,
    column,
    sign,
    shift,
    row,
    side,
  };
}

/** Adds the unknowns to `x`, each with its sign in its column. */
export function addUnknowns(form: NonNegativeForm, unknowns: Float64Array, x: Float64Array): void {
  for (let u = 0; u < form.numUnknowns; u++) x[form.column[u]] += form.sign[u] * unknowns[u];
}
