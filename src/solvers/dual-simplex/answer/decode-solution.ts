import { BasisCode } from "../../../lp/basis.ts";
import type { LinearProgram } from "../../../lp/linear-program.ts";
import type { LpScaling } from "../../../lp/scale.ts";
import { minusColumn } from "../../../sparse/column-matrix.ts";
import { gather } from "../../../sparse/gather.ts";
import { refineValues, solveTransposedRefined } from "../safeguard/refine.ts";
import type { SimplexState } from "../state/simplex-state.ts";

/**
 * The vectors of a basis in the user's units and sense, refined until the residuals of rows and reduced costs are
 * rounding. Scale factors are powers of two, so unscaling is exact.
 */

/**
 * x: nonbasic columns exactly at their bounds; basic ones that violate theirs, within the tolerance, are set to them.
 */
export function decodePoint(s: SimplexState, lp: LinearProgram, scaling: LpScaling): Float64Array {
  const { numCols } = s.program;
  const { x, basicValue } = s.point;
  const { place, head } = s.basis;
  refineValues(s);
  for (let r = 0; r < head.length; r++) x[head[r]] = basicValue[r];
  const point = new Float64Array(numCols);
  for (let j = 0; j < numCols; j++) {
    const lower = lp.colLower[j];
    const upper = lp.colUpper[j];
    if (place[j] === BasisCode.atLower) point[j] = lower;
    else if (place[j] === BasisCode.atUpper) point[j] = upper;
    else point[j] = Math.min(upper, Math.max(lower, scaling.boundScale * scaling.col[j] * x[j]));
  }
  return point;
}

/** y and reducedCost = cost - A'y. Both are exactly 0 for basic rows and columns, unless y is for the working costs. */
export function decodePrices(
  s: SimplexState,
  lp: LinearProgram,
  scaling: LpScaling,
  working = false,
): { y: Float64Array; reducedCost: Float64Array } {
  const { numCols, numRows } = s.program;
  const { cost } = working ? s.working : s.program;
  const { head, place } = s.basis;
  const yScaled = solveTransposedRefined(s, gather(cost, head));
  const sign = lp.sense === "max" ? -1 : 1;
  const y = new Float64Array(numRows);
  for (let i = 0; i < numRows; i++) {
    if (working || place[numCols + i] !== BasisCode.basic)
      y[i] = 0 + (sign * yScaled[i] * scaling.row[i]) / scaling.costScale;
  }
  const reducedCost = new Float64Array(numCols);
  for (let j = 0; j < numCols; j++) {
    if (!working && place[j] === BasisCode.basic) continue;
    reducedCost[j] = minusColumn(lp, j, y, lp.cost[j]);
  }
  return { y, reducedCost };
}

/**
 * The Farkas certificate from the row at which the dual simplex stopped: rho'[A I] x has coefficient 1 at the violated
 * variable, and is not 0 for any x within the bounds. An entry that needs a bound which its row lacks can only be
 * rounding and is set to 0.
 */
export function decodeDualRay(s: SimplexState, lp: LinearProgram, scaling: LpScaling): Float64Array {
  const unit = new Float64Array(lp.numRows);
  unit[s.ray.leavingRow] = 1;
  const rho = solveTransposedRefined(s, unit);
  const ray = new Float64Array(lp.numRows);
  for (let i = 0; i < ray.length; i++) {
    const z = s.ray.leavingSign * rho[i] * scaling.row[i];
    if (z > 0 ? lp.rowLower[i] > -Infinity : lp.rowUpper[i] < Infinity) ray[i] = 0 + z;
  }
  return ray;
}

/** The direction at which the primal simplex stopped. Entries that a bound blocks are rounding and are set to 0. */
export function decodePrimalRay(s: SimplexState, lp: LinearProgram, scaling: LpScaling): Float64Array {
  const { head } = s.basis;
  const { column } = s.pivot;
  const { enteringVar, enteringDirection } = s.ray;
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
