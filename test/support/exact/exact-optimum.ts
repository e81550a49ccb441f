import type { LinearProgram } from "../../../src/lp/linear-program.ts";
import { toDouble, toWhole } from "./dyadic.ts";

/**
 * The truth about a small program, in whole numbers of any length: no rounding, no tolerance, and no line shared with
 * the solvers. Limits of 1e20 and more mean none. Every finite limit of a column or row is an inequality g'x >= h with
 * a slack; the columns are eliminated, which leaves a dictionary: slacks in terms of slacks. On it the criss-cross
 * method with least indices (T. Terlaky, "A convergent criss-cross method", Optimization 16, 1985) ends from any start.
 * Pivots keep whole numbers over one denominator (J. Edmonds, "Systems of distinct representatives and linear algebra",
 * 1967).
 */
export interface ExactAnswer {
  readonly status: "optimal" | "infeasible" | "unbounded";
  /** Rounded once; with the offset. NaN unless optimal. */
  readonly objective: number;
  /** Size of the price of each row and of each column's limits at the optimum found. */
  readonly rowPrice: Float64Array;
  readonly colPrice: Float64Array;
}

const NO_LIMIT = 1e20;
/** Programs of this project's tests take a few dozen. */
const MAX_PIVOTS = 100_000;

export function exactOptimum(lp: LinearProgram): ExactAnswer {
  const { dictionary, hasFreeCost } = dictionaryOf(lp);
  const rowPrice = new Float64Array(lp.numRows);
  const colPrice = new Float64Array(lp.numCols);
  const status = hasFreeCost ? "dual-infeasible" : crissCross(dictionary);
  if (status === "infeasible") return { status, objective: NaN, rowPrice, colPrice };
  if (status === "dual-infeasible") {
    dictionary.rows[0] = dictionary.rows[0].map(() => 0n);
    return {
      status: crissCross(dictionary) === "infeasible" ? "infeasible" : "unbounded",
      objective: NaN,
      rowPrice,
      colPrice,
    };
  }
  const { rows, denominator, costExponent, nonbasic, limits } = dictionary;
  const sign = lp.sense === "max" ? -1 : 1;
  for (let j = 1; j < nonbasic.length; j++) {
    const { at, exponent } = limits[nonbasic[j]];
    const price = toDouble(rows[0][j], denominator, costExponent - exponent);
    if (at < lp.numCols) colPrice[at] += price;
    else rowPrice[at - lp.numCols] += price;
  }
  return {
    status,
    objective: sign * toDouble(rows[0][0], denominator, costExponent) + lp.objectiveOffset,
    rowPrice,
    colPrice,
  };
}

/** rows[i] = [constant, coefficient of each nonbasic slack], all over `denominator`; row 0 is the objective. */
interface Dictionary {
  rows: bigint[][];
  denominator: bigint;
  /** Name of the slack of rows 1 and up; the names of the nonbasic ones, at 1 and up. */
  readonly basic: number[];
  readonly nonbasic: number[];
  readonly costExponent: number;
  /** By name of a slack: whose limit it is (columns, then rows), and the power of two of its unit. */
  readonly limits: readonly { readonly at: number; readonly exponent: number }[];
}

function dictionaryOf(lp: LinearProgram): { readonly dictionary: Dictionary; readonly hasFreeCost: boolean } {
  const { numRows, numCols } = lp;
  const sign = lp.sense === "max" ? -1 : 1;
  const dense = Array.from({ length: numRows }, () => new Array<number>(numCols).fill(0));
  for (let j = 0; j < numCols; j++)
    for (let k = lp.colStart[j]; k < lp.colStart[j + 1]; k++) dense[lp.rowIndex[k]][j] = lp.value[k];
  const cost = toWhole([0, ...Array.from(lp.cost, (c) => sign * c)]);
  const rows: bigint[][] = [cost.whole];
  const limits = [{ at: -1, exponent: 0 }];
  const push = (at: number, inequality: readonly number[]): void => {
    const { whole, exponent } = toWhole(inequality);
    rows.push(whole);
    limits.push({ at, exponent });
  };
  const add = (at: number, g: readonly number[], lower: number, upper: number): void => {
    if (lower > -NO_LIMIT) push(at, [-lower, ...g]);
    if (upper < NO_LIMIT) push(at, [upper, ...g.map((a) => -a)]);
  };
  for (let j = 0; j < numCols; j++)
    add(
      j,
      Array.from({ length: numCols }, (_, k) => Number(k === j)),
      lp.colLower[j],
      lp.colUpper[j],
    );
  for (let i = 0; i < numRows; i++) add(numCols + i, dense[i], lp.rowLower[i], lp.rowUpper[i]);
  const basic = rows.map((_, i) => i);
  const nonbasic = Array.from({ length: numCols + 1 }, (_, j) => -j);
  const dictionary: Dictionary = { rows, denominator: 1n, basic, nonbasic, costExponent: cost.exponent, limits };
  // --- Columns change places with slacks; one that is in no row that is left stays, and only its cost matters ---
  const isColumn = new Set<number>();
  let hasFreeCost = false;
  for (let c = 1; c <= numCols; c++) {
    const r = dictionary.rows.findIndex((row, i) => i > 0 && !isColumn.has(i) && row[c] !== 0n);
    if (r < 0) continue;
    pivot(dictionary, r, c);
    isColumn.add(r);
  }
  for (let c = numCols; c >= 1; c--) {
    if (nonbasic[c] > 0) continue;
    if (dictionary.rows[0][c] !== 0n) hasFreeCost = true;
    nonbasic.splice(c, 1);
    for (const row of dictionary.rows) row.splice(c, 1);
  }
  const selected = dictionary.rows.map((_, i) => !isColumn.has(i));
  dictionary.rows = dictionary.rows.filter((_, i) => selected[i]);
  return { dictionary: { ...dictionary, basic: basic.filter((_, i) => selected[i]) }, hasFreeCost };
}

function crissCross(dictionary: Dictionary): "optimal" | "infeasible" | "dual-infeasible" {
  const { basic, nonbasic } = dictionary;
  for (let pivots = 0; pivots < MAX_PIVOTS; pivots++) {
    const { rows } = dictionary;
    let name = Infinity;
    let row = 0;
    let col = 0;
    for (let i = 1; i < rows.length; i++) if (rows[i][0] < 0n && basic[i] < name) [name, row, col] = [basic[i], i, 0];
    for (let j = 1; j < nonbasic.length; j++)
      if (rows[0][j] < 0n && nonbasic[j] < name) [name, row, col] = [nonbasic[j], 0, j];
    if (name === Infinity) return "optimal";
    let partner = Infinity;
    if (row > 0) {
      for (let j = 1; j < nonbasic.length; j++)
        if (rows[row][j] > 0n && nonbasic[j] < partner) [partner, col] = [nonbasic[j], j];
      if (partner === Infinity) return "infeasible";
    } else {
      for (let i = 1; i < rows.length; i++) if (rows[i][col] < 0n && basic[i] < partner) [partner, row] = [basic[i], i];
      if (partner === Infinity) return "dual-infeasible";
    }
    pivot(dictionary, row, col);
  }
  throw new RangeError("exactOptimum: more pivots than any small program takes");
}

/** Basic slack of row r and nonbasic one of column c change places. */
function pivot(dictionary: Dictionary, r: number, c: number): void {
  const { rows, basic, nonbasic, denominator } = dictionary;
  const pivotRow = rows[r];
  const p = pivotRow[c];
  const sign = p < 0n ? -1n : 1n;
  dictionary.rows = rows.map((row, i) => {
    if (i === r) return row.map((a, j) => sign * (j === c ? denominator : -a));
    const t = row[c];
    return row.map((a, j) => sign * (j === c ? t : (a * p - t * pivotRow[j]) / denominator));
  });
  dictionary.denominator = sign * p;
  [basic[r], nonbasic[c]] = [nonbasic[c], basic[r]];
}
