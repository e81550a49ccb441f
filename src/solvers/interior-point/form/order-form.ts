import { gather } from "../../../sparse/gather.ts";
import { transpose } from "../../../sparse/transpose.ts";
import { type BoundedForm, type FormOrigin, originOf } from "./bounded-form.ts";
import type { EliminationPlan } from "../linear-system/elimination-plan.ts";

/**
 * A form whose rows are in elimination order and whose columns, inside each class, are in the order of their first
 * rows. So a pass over columns runs through memory in the same direction as the rows, however the program lists its
 * columns (usually by asset).
 */
export interface OrderedForm {
  readonly form: BoundedForm;
  readonly origin: FormOrigin;
  /** The column of the given form that is each column of this one. */
  readonly colOf: Int32Array;
  readonly retainedCols: Int32Array;
  /** Position in the factorisation of each row (ascending) and of each retained column. */
  readonly placeOfRow: Int32Array;
  readonly placeOfRetained: Int32Array;
}

export function orderForm(form: BoundedForm, origin: FormOrigin, plan: EliminationPlan): OrderedForm {
  const { numRows, numCols, numBoxed, numSigned, colStart, rowIndex, value } = form;
  const newRow = new Int32Array(numRows);
  const rowsOut = new Int32Array(numRows);
  const placeOfRow = new Int32Array(numRows);
  const placeOfRetained = new Int32Array(plan.retainedCols.length);
  let numOrdered = 0;
  for (let place = 0; place < plan.new2orig.length; place++) {
    const node = plan.new2orig[place];
    if (node >= numRows) {
      placeOfRetained[node - numRows] = place;
      continue;
    }
    newRow[node] = numOrdered;
    rowsOut[numOrdered] = node;
    placeOfRow[numOrdered++] = place;
  }
  const byRows = transpose(numRows, numCols, colStart, gather(newRow, rowIndex), value);
  const newCol = new Int32Array(numCols).fill(-1);
  const colOf = new Int32Array(numCols);
  let [boxed, signed, free] = [0, numBoxed, numSigned];
  const take = (j: number): void => {
    if (newCol[j] >= 0) return;
    newCol[j] = j < numBoxed ? boxed++ : j < numSigned ? signed++ : free++;
    colOf[newCol[j]] = j;
  };
  for (let k = 0; k < byRows.colIndex.length; k++) take(byRows.colIndex[k]);
  for (let j = 0; j < numCols; j++) take(j);
  // Transposed twice: rows ascend in every column.
  const byCols = transpose(numCols, numRows, byRows.rowStart, gather(newCol, byRows.colIndex), byRows.value);
  return {
    form: {
      ...form,
      colStart: byCols.rowStart,
      rowIndex: byCols.colIndex,
      value: byCols.value,
      rhs: gather(form.rhs, rowsOut),
      cost: gather(form.cost, colOf),
      upper: gather(form.upper, colOf.subarray(0, numBoxed)),
    },
    origin: originOf(origin, colOf, gather(origin.rowOf, rowsOut)),
    colOf,
    retainedCols: gather(newCol, plan.retainedCols),
    placeOfRow,
    placeOfRetained,
  };
}
