import { greatestSize } from "../../sparse/greatest-size.ts";
import { hashedUniform } from "../hashed-uniform.ts";
import type { BoundedForm, FormOrigin } from "../interior-point/form/bounded-form.ts";

/** Greatest entry of the caller's: it may span decades, and all of them count. */
const OWN_SIZE = 100;

/**
 * The objective that decides between equal optima, per column of the form: the caller's `secondObjective` (one cost per
 * column of the program), or a fixed and generic one where there is none: every column wants to be near its lower limit
 * (upper, where it has only that), in a degree of its own between 1 and 2, so that the answer is one vertex, always the
 * same. Row activities cost nothing.
 * NB: by a hash. Fractions of multiples of the golden ratio spread more evenly, but differ by as much wherever two
 * columns are as far apart: work moved from one hour to another and storage moved back then cancel, and the tie stays.
 */
export function secondCost(
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
