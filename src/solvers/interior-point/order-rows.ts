import { transpose } from "../../sparse/transpose.ts";
import type { BoundedForm, FormOrigin } from "./bounded-form.ts";
import type { EliminationPlan } from "./elimination-plan.ts";

/** A form whose rows stand in the order of elimination, so that every pass over columns runs through memory with them. */
export interface OrderedForm {
  readonly form: BoundedForm;
  readonly origin: FormOrigin;
  /** Place in the factorisation of each row (ascending) and of each kept column. */
  readonly placeOfRow: Int32Array;
  readonly placeOfKept: Int32Array;
}

export function orderRows(form: BoundedForm, origin: FormOrigin, plan: EliminationPlan): OrderedForm {
  const { numRows, numCols, colStart, rowIndex, value } = form;
  const newRow = new Int32Array(numRows);
  const placeOfRow = new Int32Array(numRows);
  const placeOfKept = new Int32Array(plan.keptCols.length);
  const rhs = new Float64Array(numRows);
  const rowOf = new Int32Array(numRows);
  let numOrdered = 0;
  for (let place = 0; place < plan.new2orig.length; place++) {
    const node = plan.new2orig[place];
    if (node >= numRows) {
      placeOfKept[node - numRows] = place;
      continue;
    }
    newRow[node] = numOrdered;
    rhs[numOrdered] = form.rhs[node];
    rowOf[numOrdered] = origin.rowOf[node];
    placeOfRow[numOrdered++] = place;
  }
  const renamed = new Int32Array(rowIndex.length);
  for (let k = 0; k < renamed.length; k++) renamed[k] = newRow[rowIndex[k]];
  // Transposed twice: rows ascend in every column.
  const byRows = transpose(numRows, numCols, colStart, renamed, value);
  const byCols = transpose(numCols, numRows, byRows.rowStart, byRows.colIndex, byRows.value);
  return {
    form: { ...form, rowIndex: byCols.colIndex, value: byCols.value, rhs },
    origin: { ...origin, rowOf },
    placeOfRow,
    placeOfKept,
  };
}
