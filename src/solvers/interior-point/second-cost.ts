import type { BoundedForm, FormOrigin } from "./bounded-form.ts";

/** Fractions of multiples of the golden ratio spread as evenly as can be, and no few of them add up by accident. */
const GOLDEN = 0.6180339887498949;
/** How much of the generic cost is added to a caller's own: enough to leave no tie, too little to be seen. */
const GENERIC_SHARE = 1e-3;

/**
 * The objective that decides between equal optima, per column of the form. The default is fixed and generic: every
 * column wants to be near its lower limit (upper, where it has only that), in a degree of its own between 1 and 2, so
 * that the answer is one vertex, always the same. A caller's `secondObjective` (one per column of the program,
 * minimised) goes before; the generic one then decides what it leaves open. Row activities cost nothing.
 */
export function secondCost(
  form: BoundedForm,
  origin: FormOrigin,
  colScale: Float64Array,
  secondObjective: Float64Array | undefined,
): Float64Array {
  const numProgramCols = colScale.length;
  const cost = new Float64Array(form.numCols);
  let greatest = 0;
  if (secondObjective !== undefined) {
    for (let v = 0; v < numProgramCols; v++) greatest = Math.max(greatest, Math.abs(secondObjective[v] * colScale[v]));
  }
  for (let j = 0; j < form.numCols; j++) {
    const v = origin.varOf[j];
    if (v >= numProgramCols) continue;
    const multiple = (v + 1) * GOLDEN;
    const generic = j < form.numSigned ? 1 + multiple - Math.floor(multiple) : 0;
    if (secondObjective === undefined || greatest === 0) cost[j] = generic;
    else cost[j] = (origin.turn[j] * secondObjective[v] * colScale[v]) / greatest + GENERIC_SHARE * generic;
  }
  return cost;
}
