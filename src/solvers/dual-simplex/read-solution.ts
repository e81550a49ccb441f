import { Place } from "../../lp/basis.ts";
import type { LinearProgram } from "../../lp/linear-program.ts";
import type { LpScaling } from "../../lp/scale.ts";
import { minusColumn, minusVariable } from "../../sparse/column-matrix.ts";
import { greatestSize } from "../../sparse/greatest-size.ts";
import { SolveKind } from "../../sparse/lu-factor.ts";
import type { ScatteredVector } from "../../sparse/scattered-vector.ts";
import { listAll } from "./basis-state.ts";
import type { SimplexState } from "./simplex-state.ts";

/**
 * The vectors of a basis in the user's units and sense, from fresh factors and with one step of iterative refinement
 * each, so that what is left in rows and reduced costs is rounding. Scale factors are powers of two: undoing is exact.
 */

/** x: nonbasic columns exactly at their limits; basic ones that miss theirs by no more than the tolerance are put there. */
export function readPoint(s: SimplexState, lp: LinearProgram, scaling: LpScaling): Float64Array {
  const { numCols, numRows, colStart, rowIndex, value } = s.program;
  const { x, place, head, basicValue, flips } = s;
  for (let r = 0; r < numRows; r++) x[head[r]] = basicValue[r];
  // --- Residual of A x_S + x_L = 0, by compensated sums: a plain one over a year's hours loses three digits ---
  flips.clear();
  const residual = flips.value;
  const lost = new Float64Array(numRows);
  for (let i = 0; i < numRows; i++) residual[i] = 0 - x[numCols + i];
  for (let j = 0; j < numCols; j++) {
    const xj = x[j];
    if (xj === 0) continue;
    for (let k = colStart[j]; k < colStart[j + 1]; k++) {
      const i = rowIndex[k];
      const term = value[k] * xj;
      const before = residual[i];
      const after = before - term;
      lost[i] += Math.abs(before) >= Math.abs(term) ? before - after - term : before - (after + term);
      residual[i] = after;
    }
  }
  for (let i = 0; i < numRows; i++) residual[i] += lost[i];
  solveRefinement(s, flips, false);
  for (let r = 0; r < numRows; r++) x[head[r]] += residual[r];
  flips.clear();
  const point = new Float64Array(numCols);
  for (let j = 0; j < numCols; j++) {
    const lower = lp.colLower[j];
    const upper = lp.colUpper[j];
    if (place[j] === Place.atLower) point[j] = lower;
    else if (place[j] === Place.atUpper) point[j] = upper;
    else point[j] = Math.min(upper, Math.max(lower, scaling.size * scaling.col[j] * x[j]));
  }
  return point;
}

/** y and reducedCost = cost - A'y; exactly 0 for basic rows and columns, unless y is that of the working costs. */
export function readPrices(
  s: SimplexState,
  lp: LinearProgram,
  scaling: LpScaling,
  working = false,
): { y: Float64Array; reducedCost: Float64Array } {
  const { numCols, numRows } = s.program;
  const { cost } = working ? s : s.program;
  const { head, place, flips } = s;
  flips.clear();
  for (let r = 0; r < numRows; r++) flips.value[r] = cost[head[r]];
  const yScaled = solveTransposed(s);
  const sign = lp.sense === "max" ? -1 : 1;
  const y = new Float64Array(numRows);
  for (let i = 0; i < numRows; i++) {
    if (working || place[numCols + i] !== Place.basic) y[i] = 0 + (sign * yScaled[i] * scaling.row[i]) / scaling.money;
  }
  const reducedCost = new Float64Array(numCols);
  for (let j = 0; j < numCols; j++) {
    if (!working && place[j] === Place.basic) continue;
    reducedCost[j] = minusColumn(lp, j, y, lp.cost[j]);
  }
  return { y, reducedCost };
}

/**
 * The Farkas ray of the row the dual stopped at: rho'[A I] x has coefficient 1 at the violated variable, and no x
 * within the limits brings it to 0. Entries that ask for a limit their row does not have can only be rounding: set to 0.
 */
export function readDualRay(s: SimplexState, lp: LinearProgram, scaling: LpScaling): Float64Array {
  s.flips.clear();
  s.flips.value[s.leavingRow] = 1;
  const rho = solveTransposed(s);
  const ray = new Float64Array(lp.numRows);
  for (let i = 0; i < ray.length; i++) {
    const z = s.leavingSign * rho[i] * scaling.row[i];
    if (z > 0 ? lp.rowLower[i] > -Infinity : lp.rowUpper[i] < Infinity) ray[i] = 0 + z;
  }
  return ray;
}

/** The direction the primal stopped at. Entries below the pivot tolerance that run into a limit are set to 0. */
export function readPrimalRay(s: SimplexState, lp: LinearProgram, scaling: LpScaling): Float64Array {
  const { head, column, enteringVar, enteringDirection } = s;
  const { numCols } = s.program;
  const ray = new Float64Array(numCols);
  if (enteringVar < numCols) ray[enteringVar] = enteringDirection * scaling.col[enteringVar];
  for (let k = 0; k < column.count; k++) {
    const r = column.index[k];
    const j = head[r];
    if (j >= numCols) continue;
    const d = -enteringDirection * column.value[r];
    if (d > 0 ? lp.colUpper[j] === Infinity : lp.colLower[j] === -Infinity) ray[j] = d * scaling.col[j];
  }
  return ray;
}

/** Solves B'y = the values of `flips` with one refinement; returns y, leaves `flips` clear. */
function solveTransposed(s: SimplexState): Float64Array {
  const { head, flips, program } = s;
  const wanted = flips.value.slice();
  listAll(flips);
  s.lu.btran(flips, SolveKind.other);
  const y = flips.value.slice();
  flips.clear();
  for (let r = 0; r < head.length; r++) {
    flips.value[r] = minusVariable(program, head[r], y, wanted[r]);
  }
  solveRefinement(s, flips, true);
  for (let i = 0; i < y.length; i++) y[i] += flips.value[i];
  flips.clear();
  return y;
}

/** Solves with a residual, brought to size one first so that the solves' absolute drop tolerance does not eat it. */
function solveRefinement(s: SimplexState, v: ScatteredVector, transposed: boolean): void {
  const greatest = greatestSize(v.value);
  if (greatest === 0) return;
  const factor = 2 ** -Math.round(Math.log2(greatest));
  for (let i = 0; i < v.value.length; i++) v.value[i] *= factor;
  listAll(v);
  if (transposed) s.lu.btran(v, SolveKind.other);
  else s.lu.ftran(v, SolveKind.other);
  for (let i = 0; i < v.value.length; i++) v.value[i] /= factor;
}
