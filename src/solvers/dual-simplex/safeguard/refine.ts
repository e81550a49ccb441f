import { greatestSize } from "../../../sparse/greatest-size.ts";
import { SolveKind } from "../../../sparse/lu-factor.ts";
import type { ScatteredVector } from "../../../sparse/scattered-vector.ts";
import { columnResiduals, rowResiduals } from "./exact-residuals.ts";
import type { SimplexState } from "../state/simplex-state.ts";
import { RESIDUAL_FLOOR, RESIDUAL_ROUNDING } from "../tolerances.ts";

/**
 * Iterative refinement with residuals of twice the working precision (the inner step of A. Gleixner, D. Steffy and
 * K. Wolter, "Iterative refinement for linear programming", INFORMS J. Computing 28, 2016). Each round gains as many
 * digits as the condition of the basis allows, so that two or three rounds reach the rounding of x and y themselves.
 */

/** Greatest number of rounds: a basis that needs more is too ill-conditioned. */
const MAX_ROUNDS = 5;

/**
 * Improves `basicValue` until every row of A x_S + x_L = 0 is exact to rounding. With `noise` it continues until the
 * values themselves no longer change, which is stricter for nearly parallel rows. `noise[r]` becomes the greatest error
 * of row r's variable: the last correction, and for a logical at least the rounding of the row's own terms.
 */
export function refineValues(s: SimplexState, noise?: Float64Array): void {
  const { program } = s;
  const { head } = s.basis;
  const { x, basicValue } = s.point;
  const { rowBuffer } = s.pivot;
  const { numRows, numCols } = program;
  const residual = new Float64Array(numRows);
  const magnitude = new Float64Array(numRows);
  noise?.fill(0);
  for (let round = 0; ; round++) {
    for (let r = 0; r < numRows; r++) x[head[r]] = basicValue[r];
    rowResiduals(program, x, residual, magnitude);
    if (round === MAX_ROUNDS || (noise === undefined && isWithin(residual, magnitude))) break;
    rowBuffer.clear();
    rowBuffer.value.set(residual);
    solveScaled(s, rowBuffer, false);
    for (let r = 0; r < numRows; r++) basicValue[r] += rowBuffer.value[r];
    const isOver = noise !== undefined && isBelowRounding(rowBuffer.value, basicValue);
    noise?.set(rowBuffer.value);
    rowBuffer.clear();
    if (isOver) break;
  }
  if (!noise) return;
  for (let r = 0; r < numRows; r++) {
    const rounding = head[r] < numCols ? 0 : RESIDUAL_ROUNDING * magnitude[head[r] - numCols];
    noise[r] = Math.max(Math.abs(noise[r]), rounding);
  }
}

/**
 * Solves B'y = `wanted` (by the variable basic in each row), refined until it is exact to rounding; with `isThorough`
 * until y no longer changes, either. Leaves `rowBuffer` clear.
 */
export function solveTransposedRefined(
  s: SimplexState,
  wanted: Float64Array,
  isThorough = s.safeguards.strict !== undefined,
): Float64Array {
  const { program } = s;
  const { head } = s.basis;
  const { rowBuffer } = s.pivot;
  const numRows = head.length;
  const y = new Float64Array(numRows);
  const residual = wanted.slice();
  const magnitude = new Float64Array(numRows);
  const wantedOf = new Float64Array(program.numVars);
  for (let r = 0; r < numRows; r++) wantedOf[head[r]] = wanted[r];
  for (let round = 0; ; round++) {
    rowBuffer.clear();
    rowBuffer.value.set(residual);
    solveScaled(s, rowBuffer, true);
    for (let i = 0; i < numRows; i++) y[i] += rowBuffer.value[i];
    const isOver = !isThorough || isBelowRounding(rowBuffer.value, y);
    rowBuffer.clear();
    columnResiduals(program, head, wantedOf, y, residual, magnitude);
    if (round === MAX_ROUNDS || (isOver && isWithin(residual, magnitude))) return y;
  }
}

/** Whether all corrections are below the rounding of the values they correct. */
function isBelowRounding(correction: Float64Array, value: Float64Array): boolean {
  for (let k = 0; k < value.length; k++) {
    if (Math.abs(correction[k]) > Number.EPSILON * Math.abs(value[k]) + RESIDUAL_FLOOR) return false;
  }
  return true;
}

function isWithin(residual: Float64Array, magnitude: Float64Array): boolean {
  for (let i = 0; i < residual.length; i++) {
    if (!(Math.abs(residual[i]) <= RESIDUAL_ROUNDING * magnitude[i] + RESIDUAL_FLOOR)) return false;
  }
  return true;
}

/** Solves for a residual, scaled to size one first, because the solves drop entries below an absolute tolerance. */
function solveScaled(s: SimplexState, v: ScatteredVector, transposed: boolean): void {
  const { value, index } = v;
  const greatest = greatestSize(value);
  if (!(greatest > 0 && greatest < Infinity)) return;
  const factor = 2 ** -Math.round(Math.log2(greatest));
  let count = 0;
  for (let i = 0; i < value.length; i++) {
    value[i] *= factor;
    if (value[i] !== 0) index[count++] = i;
  }
  v.count = count;
  if (transposed) s.basis.lu.btran(v, SolveKind.other);
  else s.basis.lu.ftran(v, SolveKind.other);
  for (let i = 0; i < value.length; i++) value[i] /= factor;
}
