import { BasisStatus } from "../../lp/basis.ts";
import type { BoundedForm, FormOrigin } from "./bounded-form.ts";

/**
 * The face of optimal points as a program of its own: only the columns inside their limits may move, and every row keeps
 * the activity they have at `x`. (Not the activity the program asks for: the two differ by the residual of an iterate,
 * and a face without points has no optimum.) The objective is a second one, so its optimum, a vertex of this face where
 * the objective is generic, is a vertex of the program with the first objective unchanged.
 */
export interface FaceProgram {
  readonly form: BoundedForm;
  readonly origin: FormOrigin;
  /** Column of the form each column of the face is. */
  readonly colOf: Int32Array;
}

export function optimalFace(
  form: BoundedForm,
  origin: FormOrigin,
  status: Uint8Array,
  x: Float64Array,
  secondCost: Float64Array,
): FaceProgram {
  const { numRows, numCols, numBoxed, numSigned, colStart, rowIndex, value } = form;
  const cols: number[] = [];
  let numFaceBoxed = 0;
  let numFaceSigned = 0;
  let numEntries = 0;
  const newRow = new Int32Array(numRows).fill(-1);
  for (let j = 0; j < numCols; j++) {
    if (status[j] !== BasisStatus.basic) continue;
    cols.push(j);
    if (j < numBoxed) numFaceBoxed++;
    if (j < numSigned) numFaceSigned++;
    numEntries += colStart[j + 1] - colStart[j];
    for (let k = colStart[j]; k < colStart[j + 1]; k++) newRow[rowIndex[k]] = 0;
  }
  const rowOf: number[] = [];
  for (let i = 0; i < numRows; i++) {
    if (newRow[i] < 0) continue;
    newRow[i] = rowOf.length;
    rowOf.push(origin.rowOf[i]);
  }
  const colOf = Int32Array.from(cols);
  const n = colOf.length;
  const faceStart = new Int32Array(n + 1);
  const faceRow = new Int32Array(numEntries);
  const faceValue = new Float64Array(numEntries);
  const rhs = new Float64Array(rowOf.length);
  const cost = new Float64Array(n);
  const upper = new Float64Array(numFaceBoxed);
  let end = 0;
  for (let q = 0; q < n; q++) {
    const j = colOf[q];
    cost[q] = secondCost[j];
    if (q < numFaceBoxed) upper[q] = form.upper[j];
    for (let k = colStart[j]; k < colStart[j + 1]; k++) {
      const i = newRow[rowIndex[k]];
      faceRow[end] = i;
      faceValue[end++] = value[k];
      rhs[i] += value[k] * x[j];
    }
    faceStart[q + 1] = end;
  }
  return {
    form: {
      numRows: rowOf.length, numCols: n, numBoxed: numFaceBoxed, numSigned: numFaceSigned,
      colStart: faceStart, rowIndex: faceRow, value: faceValue, cost, rhs, upper,
    },
    origin: {
      varOf: colOf.map((j) => origin.varOf[j]),
      base: Float64Array.from(colOf, (j) => origin.base[j]),
      turn: Int8Array.from(colOf, (j) => origin.turn[j]),
      rowOf: Int32Array.from(rowOf),
      fixedAt: origin.fixedAt,
    },
    colOf,
  };
}
