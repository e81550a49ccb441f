import type { LpBasis } from "../basis.ts";
import type { DualPoint } from "./dual-point.ts";
import { undoFixedColumn } from "./fixed-column.ts";
import { undoForcingRow } from "./forcing-row.ts";
import { undoRedundantRow } from "./redundant-row.ts";
import type { ReducedProgram } from "./reduced-program.ts";
import { type Reduction, StepKind } from "./reduction.ts";
import { undoSingletonColumn } from "./singleton-column.ts";
import { undoSingletonRow } from "./singleton-row.ts";

/**
 * Prices of all rows from those of the reduced program (or from a Farkas ray), and the basis if there is one.
 */
export function restorePrices(
  r: Reduction,
  { rowOf, colOf }: ReducedProgram,
  isRay: boolean,
  reducedY: Float64Array,
  basis: LpBasis | undefined,
): DualPoint {
  const { numRows, numCols } = r.lp;
  const p: DualPoint = {
    cost: isRay ? new Float64Array(numCols) : r.cost.slice(),
    isRay,
    y: new Float64Array(numRows),
    basis: basis === undefined ? undefined : { col: new Uint8Array(numCols), row: new Uint8Array(numRows) },
  };
  for (let i = 0; i < rowOf.length; i++) p.y[rowOf[i]] = reducedY[i];
  if (basis !== undefined && p.basis !== undefined) {
    for (let i = 0; i < rowOf.length; i++) p.basis.row[rowOf[i]] = basis.row[i];
    for (let j = 0; j < colOf.length; j++) p.basis.col[colOf[j]] = basis.col[j];
  }
  for (let step = r.numSteps - 1; step >= 0; step--) undoStep(r, step, p);
  return p;
}

function undoStep(r: Reduction, step: number, p: DualPoint): void {
  switch (r.kind[step]) {
    case StepKind.fixedColumn:
      return undoFixedColumn(r, step, p);
    case StepKind.redundantRow:
      return undoRedundantRow(r, step, p);
    case StepKind.singletonRow:
      return undoSingletonRow(r, step, p);
    case StepKind.forcingRow:
      return undoForcingRow(r, step, p);
    default:
      return undoSingletonColumn(r, step, p);
  }
}
