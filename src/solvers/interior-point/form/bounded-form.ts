import type { LinearProgram } from "../../../lp/linear-program.ts";
import { type LpScaling, scaleData } from "../../../lp/scale.ts";
import { gather } from "../../../sparse/gather.ts";
import { redundantRows } from "./redundant-rows.ts";
import { FIXED_WIDTH } from "../tolerances.ts";

/**
 * The program the interior point works on, scaled and minimised:
 *
 *     min cost'x   subject to   A x = rhs,   0 <= x_B <= upper,   0 <= x_S,   x_F free
 *
 * The columns are those of the program and, for each row that is not an equality, the row's activity (coefficient -1).
 * Each is shifted to start at 0 and turned to point upwards. They are ordered B (boxed) | S (one-sided) | F (free), and
 * in the program's order inside each class. Nearly fixed columns are moved to the right-hand side, and redundant rows
 * are dropped.
 */
export interface BoundedForm {
  readonly numRows: number;
  readonly numCols: number;
  readonly numBoxed: number;
  /** Boxed and one-sided. */
  readonly numSigned: number;
  readonly colStart: Int32Array;
  readonly rowIndex: Int32Array;
  readonly value: Float64Array;
  readonly cost: Float64Array;
  readonly rhs: Float64Array;
  /** Length numBoxed. */
  readonly upper: Float64Array;
}

/** Which columns and rows of the program those of a form are: scaled value = base + turn * x. */
export interface FormOrigin {
  /** Column of the program, or its numCols + row for an activity. */
  readonly varOf: Int32Array;
  readonly base: Float64Array;
  readonly turn: Int8Array;
  /** Row of the program. */
  readonly rowOf: Int32Array;
  /** Scaled value of each fixed column of the program; NaN for the others. */
  readonly fixedAt: Float64Array;
}

/** The origin of a form made of the columns `colOf` of another one and of the rows `rowOf` of the program. */
export function originOf({ varOf, base, turn, fixedAt }: FormOrigin, colOf: Int32Array, rowOf: Int32Array): FormOrigin {
  return { varOf: gather(varOf, colOf), base: gather(base, colOf), turn: gather(turn, colOf), rowOf, fixedAt };
}

const BOXED = 0;
const SIGNED = 1;
const FREE = 2;
const FIXED = 3;

export function boundedForm(lp: LinearProgram, scaling: LpScaling): { form: BoundedForm; origin: FormOrigin } {
  const { numRows, numCols, colStart, rowIndex, value } = lp;
  const numVars = numCols + numRows;
  const scaled = scaleData(lp, scaling);
  const kind = new Uint8Array(numVars);
  const numOfKind = [0, 0, 0, 0];
  const newRow = new Int32Array(numRows).fill(-1);
  const rows: number[] = [];
  const isRedundant = redundantRows(lp);
  for (let v = 0; v < numVars; v++) {
    kind[v] = kindOf(scaled.lower[v], scaled.upper[v]);
    if (v >= numCols) {
      if (isRedundant[v - numCols] === 1) {
        kind[v] = FIXED;
        continue;
      }
      newRow[v - numCols] = rows.length;
      rows.push(v - numCols);
    }
    numOfKind[kind[v]]++;
  }
  const numBoxed = numOfKind[BOXED];
  const numSigned = numBoxed + numOfKind[SIGNED];
  const n = numSigned + numOfKind[FREE];
  const place = [0, numBoxed, numSigned];

  const rhs = new Float64Array(rows.length);
  const fixedAt = new Float64Array(numCols).fill(NaN);
  const varOf = new Int32Array(n);
  for (let v = 0; v < numVars; v++) if (kind[v] !== FIXED) varOf[place[kind[v]]++] = v;
  const base = new Float64Array(n);
  const turn = new Int8Array(n);
  const cost = new Float64Array(n);
  const upper = new Float64Array(numBoxed);
  const start = new Int32Array(n + 1);
  const rowsOut = new Int32Array(value.length + numRows);
  const valueOut = new Float64Array(value.length + numRows);
  let end = 0;
  for (let j = 0; j < n; j++) {
    const v = varOf[j];
    const sign = scaled.lower[v] === -Infinity && scaled.upper[v] < Infinity ? -1 : 1;
    turn[j] = sign;
    base[j] = j >= numSigned ? 0 : sign < 0 ? scaled.upper[v] : scaled.lower[v];
    if (j < numBoxed) upper[j] = scaled.upper[v] - scaled.lower[v];
    if (v >= numCols) {
      const i = newRow[v - numCols];
      rowsOut[end] = i;
      valueOut[end++] = -sign;
      rhs[i] += base[j];
    } else {
      const factor = scaling.col[v];
      cost[j] = sign * scaled.cost[v];
      for (let k = colStart[v]; k < colStart[v + 1]; k++) {
        const i = newRow[rowIndex[k]];
        if (i < 0 || value[k] === 0) continue;
        const a = value[k] * factor * scaling.row[rowIndex[k]];
        rowsOut[end] = i;
        valueOut[end++] = sign * a;
        rhs[i] -= a * base[j];
      }
    }
    start[j + 1] = end;
  }
  // --- Equality rows and fixed columns ---
  for (let i = 0; i < rows.length; i++)
    if (kind[numCols + rows[i]] === FIXED) rhs[i] += scaled.lower[numCols + rows[i]];
  for (let v = 0; v < numCols; v++) {
    if (kind[v] !== FIXED) continue;
    fixedAt[v] = scaled.lower[v];
    if (fixedAt[v] === 0) continue;
    for (let k = colStart[v]; k < colStart[v + 1]; k++) {
      const i = newRow[rowIndex[k]];
      if (i >= 0) rhs[i] -= value[k] * scaling.col[v] * scaling.row[rowIndex[k]] * fixedAt[v];
    }
  }
  return {
    form: {
      numRows: rows.length,
      numCols: n,
      numBoxed,
      numSigned,
      colStart: start,
      rowIndex: rowsOut.subarray(0, end),
      value: valueOut.subarray(0, end),
      cost,
      rhs,
      upper,
    },
    origin: { varOf, base, turn, rowOf: Int32Array.from(rows), fixedAt },
  };
}

function kindOf(lower: number, upper: number): number {
  if (lower === -Infinity) return upper === Infinity ? FREE : SIGNED;
  if (upper === Infinity) return SIGNED;
  return upper - lower <= FIXED_WIDTH ? FIXED : BOXED;
}
