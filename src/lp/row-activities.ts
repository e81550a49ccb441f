import { ProgramError } from "../errors.ts";
import { asProgramError, describeValue } from "./check-options.ts";
import { checkProgram } from "./check-program.ts";
import type { LinearProgram } from "./linear-program.ts";
import { rowSums } from "./residuals.ts";

/**
 * The activity (A x)_i of each row at a point, length `numRows`. `rowLower` and `rowUpper` are its bounds. Compensated
 * (Neumaier) summation makes it exact to a few units in the last place of the sum, even if large terms cancel.
 *
 * Throws {@link ProgramError} for a malformed program, and for a point that is not a `Float64Array` of `numCols` finite
 * numbers.
 */
export function rowActivities(lp: LinearProgram, x: Float64Array): Float64Array {
  checkProgram(lp);
  if (!isVector(x) || x.length !== lp.numCols) {
    const given = isVector(x) ? `${x.length} entries` : describeValue(x);
    throw new ProgramError("x", `got ${given}, wanted a Float64Array of ${lp.numCols} (one per column).`);
  }
  const bad = x.findIndex((value) => !Number.isFinite(value));
  if (bad >= 0) throw new ProgramError(`x[${bad}]`, `got ${x[bad]}, wanted a finite number.`);
  return rowSums(lp, x).value;
}

function isVector(x: unknown): x is Float64Array {
  return asProgramError("x", () => x instanceof Float64Array);
}
