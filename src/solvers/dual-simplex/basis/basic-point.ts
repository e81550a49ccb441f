import { BasisCode } from "../../../lp/basis.ts";
import { minusVariable } from "../../../sparse/column-matrix.ts";
import { SolveKind } from "../../../sparse/lu-factor.ts";
import type { ScatteredVector } from "../../../sparse/scattered-vector.ts";
import { refineBasicValues, refineReducedCosts } from "../safeguard/strict-mode.ts";
import type { SimplexState } from "../state/simplex-state.ts";
import { BOUND_ROUNDING } from "../tolerances.ts";

/** Moves the basic values by a step of the entering variable, whose `column` is solved for. */
export function moveBasicValues(s: SimplexState, step: number): void {
  const { column } = s.pivot;
  const { basicValue } = s.point;
  s.point.isRecomputed = false;
  if (step === 0) return;
  for (let k = 0; k < column.count; k++) {
    const i = column.index[k];
    basicValue[i] -= step * column.value[i];
  }
}

/** basicValue := -B^-1 N x_N. */
export function computeBasicValues(s: SimplexState): void {
  const { numCols, numRows, colStart, rowIndex, value } = s.program;
  const { place } = s.basis;
  const { x, basicValue } = s.point;
  const { rowBuffer } = s.pivot;
  rowBuffer.clear();
  const rhs = rowBuffer.value;
  for (let j = 0; j < numCols; j++) {
    const xj = x[j];
    if (xj === 0 || place[j] === BasisCode.basic) continue;
    for (let k = colStart[j]; k < colStart[j + 1]; k++) rhs[rowIndex[k]] -= value[k] * xj;
  }
  for (let i = 0; i < numRows; i++) {
    if (place[numCols + i] !== BasisCode.basic) rhs[i] -= x[numCols + i];
  }
  listNonzeros(rowBuffer);
  s.basis.lu.ftran(rowBuffer, SolveKind.other);
  basicValue.set(rhs);
  rowBuffer.clear();
  if (s.safeguards.strict) refineBasicValues(s, s.safeguards.strict);
  for (let r = 0; r < numRows; r++) updateViolation(s, r);
}

/** reducedCost := cost - [A I]' y with B'y = cost_B. */
export function computeReducedCosts(s: SimplexState): void {
  if (s.safeguards.strict) return void refineReducedCosts(s, s.safeguards.strict);
  const { program } = s;
  const { cost } = s.working;
  const { head, place } = s.basis;
  const { reducedCost } = s.point;
  const { rowBuffer } = s.pivot;
  rowBuffer.clear();
  const y = rowBuffer.value;
  for (let r = 0; r < head.length; r++) y[r] = cost[head[r]];
  listNonzeros(rowBuffer);
  s.basis.lu.btran(rowBuffer, SolveKind.other);
  for (let j = 0; j < cost.length; j++)
    reducedCost[j] = place[j] === BasisCode.basic ? 0 : minusVariable(program, j, y, cost[j]);
  rowBuffer.clear();
}

/** Lists every nonzero entry, of any size. */
export function listNonzeros(v: ScatteredVector): void {
  let count = 0;
  for (let i = 0; i < v.value.length; i++) if (v.value[i] !== 0) v.index[count++] = i;
  v.count = count;
}

/** Updates the violation of row r in the list that dual pricing chooses from. */
export function updateViolation(s: SimplexState, r: number): void {
  s.pricing.infeasibleRows.note(r, violationOf(s, r));
}

/** Squared distance of row r's basic variable from its bounds, 0 within the tolerance. */
export function violationOf({ point, safeguards }: SimplexState, r: number): number {
  const value = point.basicValue[r];
  let bound = point.basicLower[r];
  let gap = bound - value;
  if (gap <= 0) {
    bound = point.basicUpper[r];
    gap = value - bound;
  }
  if (gap <= safeguards.primalTolerance || gap <= BOUND_ROUNDING * Math.abs(bound)) return 0;
  if (safeguards.strict && gap <= safeguards.strict.valueNoise[r]) return 0;
  return gap * gap;
}

/** cost'x at the present point, in scaled units, with the working costs. */
export function workingObjective({ working: { cost }, basis: { head, place }, point }: SimplexState): number {
  let sum = 0;
  for (let j = 0; j < point.x.length; j++) if (place[j] !== BasisCode.basic) sum += cost[j] * point.x[j];
  for (let r = 0; r < head.length; r++) sum += cost[head[r]] * point.basicValue[r];
  return sum;
}
