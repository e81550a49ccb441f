import type { LinearProgram } from "../../../lp/linear-program.ts";
import { objectiveAt } from "../../../lp/objective-at.ts";
import type { LpScaling } from "../../../lp/scale.ts";
import type { OptimalSolution, UnfinishedSolution } from "../../../lp/solution.ts";
import { minusColumn } from "../../../sparse/column-matrix.ts";
import type { BoundedForm, FormOrigin } from "../form/bounded-form.ts";

/** The name that signs the solutions. */
export const INTERIOR_POINT = "interior-point";

/**
 * x in the program's units, within its bounds. `slack`, if given, is upper - x of boxed columns: near the upper bound
 * it is more exact than the difference.
 */
export function decodePoint(
  lp: LinearProgram,
  scaling: LpScaling,
  form: BoundedForm,
  origin: FormOrigin,
  x: Float64Array,
  slack?: Float64Array,
): Float64Array {
  const point = new Float64Array(lp.numCols);
  for (let v = 0; v < lp.numCols; v++) if (!Number.isNaN(origin.fixedAt[v])) point[v] = lp.colLower[v];
  for (let j = 0; j < form.numCols; j++) {
    const v = origin.varOf[j];
    if (v >= lp.numCols) continue;
    const lower = lp.colLower[v];
    const upper = lp.colUpper[v];
    const unit = scaling.boundScale * scaling.col[v];
    const nearUpper = slack !== undefined && j < form.numBoxed && slack[j] < x[j];
    const value = nearUpper ? upper - unit * slack[j] : unit * (origin.base[j] + origin.turn[j] * x[j]);
    point[v] = Math.min(upper, Math.max(lower, value));
  }
  return point;
}

/** y in the program's units and sense, 0 for redundant rows, and reducedCost = cost - A'y. */
export function decodePrices(
  lp: LinearProgram,
  scaling: LpScaling,
  origin: FormOrigin,
  yScaled: Float64Array,
): { y: Float64Array; reducedCost: Float64Array } {
  const sign = lp.sense === "max" ? -1 : 1;
  const y = new Float64Array(lp.numRows);
  for (let i = 0; i < yScaled.length; i++) {
    const row = origin.rowOf[i];
    y[row] = 0 + (sign * yScaled[i] * scaling.row[row]) / scaling.costScale;
  }
  return { y, reducedCost: lp.cost.map((cost, j) => minusColumn(lp, j, y, cost)) };
}

/** The claim that x (in the program's units) and y (in the form's) are optimal. */
export function decodeSolution(
  lp: LinearProgram,
  scaling: LpScaling,
  origin: FormOrigin,
  x: Float64Array,
  y: Float64Array,
  iterations: number,
): OptimalSolution {
  return {
    status: "optimal",
    solver: INTERIOR_POINT,
    iterations,
    objective: objectiveAt(lp, x),
    x,
    ...decodePrices(lp, scaling, origin, y),
  };
}

/** An answer without vectors. */
export function unfinished(status: UnfinishedSolution["status"], iterations: number): UnfinishedSolution {
  return { status, solver: INTERIOR_POINT, iterations, objective: NaN };
}
