import { BasisCode, type LpBasis } from "../basis.ts";
import type { ReducedProgram } from "./reduced-program.ts";
import { type Reduction, StepKind } from "./reduction.ts";
import { valueOfSingletonColumn } from "./singleton-column.ts";

/**
 * x of all columns. A value computed from a row is within rounding of its bounds: it is set exactly to the bound at
 * which the basis has it, and otherwise clamped to its bounds.
 */
export function restorePoint(
  r: Reduction,
  { colOf }: ReducedProgram,
  reduced: Float64Array,
  basis: LpBasis | undefined,
): Float64Array {
  const { colLower, colUpper } = r.lp;
  const x = r.x.slice();
  for (let j = 0; j < colOf.length; j++) x[colOf[j]] = reduced[j];
  for (let step = r.numSteps - 1; step >= 0; step--) {
    const j = r.col[step];
    const kind = r.kind[step];
    if (kind !== StepKind.singletonColumn && kind !== StepKind.fixedColumn) continue;
    const place = basis?.col[j];
    if (place === BasisCode.atLower) x[j] = colLower[j];
    else if (place === BasisCode.atUpper) x[j] = colUpper[j];
    else if (kind === StepKind.singletonColumn) {
      const value = valueOfSingletonColumn(r, step, x, r.datum[step]);
      x[j] = 0 + Math.min(colUpper[j], Math.max(colLower[j], value));
    }
  }
  return x;
}

/** A direction along which the activity of the rows solved for a column singleton does not change. */
export function restoreDirection(r: Reduction, { colOf }: ReducedProgram, reduced: Float64Array): Float64Array {
  const d = new Float64Array(r.lp.numCols);
  for (let j = 0; j < colOf.length; j++) d[colOf[j]] = reduced[j];
  for (let step = r.numSteps - 1; step >= 0; step--) {
    if (r.kind[step] === StepKind.singletonColumn) d[r.col[step]] = 0 + valueOfSingletonColumn(r, step, d, 0);
  }
  return d;
}
