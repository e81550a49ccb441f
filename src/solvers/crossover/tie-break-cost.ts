import { greatestSize } from "../../sparse/greatest-size.ts";
import { hashedUniform } from "../hashed-uniform.ts";
import type { BoundedForm, FormOrigin } from "../interior-point/form/bounded-form.ts";

/** Greatest entry of the caller's objective after scaling: its entries may span decades, and all of them matter. */
const OWN_SIZE = 100;

/**
 * The objective that decides between equal optima, per column of the form: the caller's `secondObjective` (one cost per
 * column of the program), or a generic one. The generic one pulls every column towards its lower bound (its upper one
 * if it has only that) with a weight between 1 and 2, so that the answer is always the same vertex. Row activities have
 * no cost.
 * NB: the weights are hashed. Fractions of multiples of the golden ratio are spread more evenly, but their difference
 * depends only on the distance of two columns: work moved from one hour to another and storage moved back would cancel,
 * and the tie would remain.
 */
export function tieBreakCost(
  form: BoundedForm,
  origin: FormOrigin,
  colScale: Float64Array,
  secondObjective?: Float64Array,
): Float64Array {
  const generic = new Float64Array(form.numCols);
  const own = new Float64Array(form.numCols);
  for (let j = 0; j < form.numCols; j++) {
    const v = origin.varOf[j];
    if (v >= colScale.length) continue;
    if (j < form.numSigned) generic[j] = 1 + hashedUniform(v);
    if (secondObjective !== undefined) own[j] = origin.turn[j] * secondObjective[v] * colScale[v];
  }
  const greatest = greatestSize(own);
  return greatest === 0 ? generic : own.map((cost) => (OWN_SIZE * cost) / greatest);
}
