import { BasisCode } from "../../lp/basis.ts";
import { gather } from "../../sparse/gather.ts";
import { type BoundedForm, type FormOrigin, originOf } from "../interior-point/form/bounded-form.ts";

/**
 * The optimal face as a program of its own: only the columns inside their bounds may move, and every row keeps the
 * activity that they have at `x`. (Not the activity that the program requires: the two differ by the residual of an
 * iterate, and a face without points has no optimum.) The tie-break objective is minimised over it. If that objective
 * is generic, its optimum is a vertex of the face, and so a vertex of the program with the first objective unchanged.
 */
export interface FaceProgram {
  readonly form: BoundedForm;
  readonly origin: FormOrigin;
  /** The column of the form that is each column of the face. */
  readonly colOf: Int32Array;
}

export function optimalFace(
  form: BoundedForm,
  origin: FormOrigin,
  status: Uint8Array,
  x: Float64Array,
  tieBreakCost: Float64Array,
): FaceProgram {
  const { numBoxed, numSigned, colStart, rowIndex, value } = form;
  const colOf = Int32Array.from(status.keys()).filter((j) => status[j] === BasisCode.basic);
  const countBelow = (end: number): number => colOf.reduce((count, j) => count + (j < end ? 1 : 0), 0);
  const newRow = new Int32Array(form.numRows).fill(-1);
  const rowOf: number[] = [];
  const rhs: number[] = [];
  const faceStart = new Int32Array(colOf.length + 1);
  const faceRow: number[] = [];
  const faceValue: number[] = [];
  colOf.forEach((j, q) => {
    for (let k = colStart[j]; k < colStart[j + 1]; k++) {
      const old = rowIndex[k];
      if (newRow[old] < 0) {
        newRow[old] = rhs.push(0) - 1;
        rowOf.push(origin.rowOf[old]);
      }
      faceRow.push(newRow[old]);
      faceValue.push(value[k]);
      rhs[newRow[old]] += value[k] * x[j];
    }
    faceStart[q + 1] = faceRow.length;
  });
  const numFaceBoxed = countBelow(numBoxed);
  return {
    form: {
      numRows: rhs.length,
      numCols: colOf.length,
      numBoxed: numFaceBoxed,
      numSigned: countBelow(numSigned),
      colStart: faceStart,
      rowIndex: Int32Array.from(faceRow),
      value: Float64Array.from(faceValue),
      cost: gather(tieBreakCost, colOf),
      rhs: Float64Array.from(rhs),
      upper: gather(form.upper, colOf.subarray(0, numFaceBoxed)),
    },
    origin: originOf(origin, colOf, Int32Array.from(rowOf)),
    colOf,
  };
}
