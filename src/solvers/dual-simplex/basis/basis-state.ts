import { BasisCode, type LpBasis, placesAtFiniteBounds } from "../../../lp/basis.ts";
import { SolveKind } from "../../../sparse/lu-factor.ts";
import { updateFactor } from "../../../sparse/lu-update.ts";
import type { ScatteredVector } from "../../../sparse/scattered-vector.ts";
import type { SimplexState } from "../state/simplex-state.ts";
import { setBasic, setNonbasic } from "../state/variable-status.ts";
import { UPDATE_DISAGREEMENT } from "../tolerances.ts";
import { computeBasicValues, computeReducedCosts } from "./basic-point.ts";
import { shouldRefactor } from "./refactor-rule.ts";

/** Loads and factors a basis (any statuses, any number of basic variables); without one, all logicals. */
export function loadBasis(s: SimplexState, basis: LpBasis | undefined): void {
  const { numCols, numVars } = s.program;
  const { candidates, edgeWeight } = s.load;
  let numBasic = 0;
  for (let j = 0; j < numVars; j++) {
    let place: number = j < numCols ? BasisCode.atLower : BasisCode.basic;
    if (basis !== undefined) place = j < numCols ? basis.col[j] : oppositePlace(basis.row[j - numCols]);
    setNonbasic(s, j, place);
    if (place === BasisCode.basic) candidates[numBasic++] = j;
  }
  edgeWeight.fill(1);
  s.point.reducedCost.fill(0);
  s.basis.numRepairs = 0;
  factorCandidates(s, numBasic);
}

/** A logical is minus its row's activity, so the row's lower bound is the logical's upper one. */
function oppositePlace(place: number): number {
  if (place === BasisCode.atLower) return BasisCode.atUpper;
  if (place === BasisCode.atUpper) return BasisCode.atLower;
  return place;
}

/**
 * The status of every column and row in the user's terms. A variable at a temporary bound, or between its bounds after
 * an early stop, is reported at a bound that it has.
 */
export function decodeBasis(s: SimplexState): LpBasis {
  const { numCols, lower, upper } = s.program;
  const place = placesAtFiniteBounds(s.basis.place, lower, upper);
  return { col: place.slice(0, numCols), row: place.slice(numCols).map(oppositePlace) };
}

/** Factors the basis anew, then recomputes values and reduced costs. Edge weights stay with their variables. */
export function refactor(s: SimplexState): void {
  const { head } = s.basis;
  const { candidates, edgeWeight } = s.load;
  for (let r = 0; r < head.length; r++) {
    candidates[r] = head[r];
    edgeWeight[head[r]] = s.pricing.edgeWeight[r];
  }
  if (factorCandidates(s, head.length) > 0) s.basis.numRepairs++;
  recompute(s);
}

/** Refactors, or only recomputes values and reduced costs, if that is due. Returns whether it was. */
export function refresh(s: SimplexState): boolean {
  if (s.basis.mustRefactor || shouldRefactor(s)) refactor(s);
  else if (s.point.mustRecompute) recompute(s);
  else return false;
  return true;
}

/** Recomputes values and reduced costs from the present factors, updates included. */
export function recompute(s: SimplexState): void {
  computeBasicValues(s);
  computeReducedCosts(s);
  s.point.mustRecompute = false;
  s.point.isRecomputed = true;
}

/**
 * Factors `load.candidates[0 .. numBasic)`, which bring the weights `load.edgeWeight`. Dependent candidates become
 * nonbasic, and logicals replace them. Returns how many candidates were left out.
 */
export function factorCandidates(s: SimplexState, numBasic: number): number {
  const { program } = s;
  const { head, place, lu, markowitzThreshold } = s.basis;
  const { candidates, edgeWeight, isInBasis } = s.load;
  const { numRows } = program;
  for (let c = 0; c < numBasic; c++) place[candidates[c]] = BasisCode.basic;
  const numLeftOut = lu.factor(program, candidates.subarray(0, numBasic), head, markowitzThreshold);
  for (let r = 0; r < numRows; r++) {
    const j = head[r];
    if (place[j] !== BasisCode.basic) edgeWeight[j] = 1;
    setBasic(s, j, r, s.point.basicValue[r]);
    s.pricing.edgeWeight[r] = edgeWeight[j];
    isInBasis[j] = 1;
  }
  for (let c = 0; c < numBasic; c++) {
    const j = candidates[c];
    if (isInBasis[j] === 0) setNonbasic(s, j, s.point.reducedCost[j] < 0 ? BasisCode.atUpper : BasisCode.atLower);
  }
  for (let r = 0; r < numRows; r++) isInBasis[head[r]] = 0;
  s.basis.mustRefactor = false;
  s.pricing.numBannedRows = 0;
  return numLeftOut;
}

/**
 * Exchanges basis variables after the steps of a pivot: q becomes basic in row r, whose former variable goes to `place`
 * and is returned. Updates the factors, or asks for refactoring.
 */
export function exchange(
  s: SimplexState,
  r: number,
  q: number,
  place: number,
  primalStep: number,
  dualStep: number,
): number {
  const { basis, point } = s;
  const p = basis.head[r];
  const entering = point.x[q] + primalStep;
  setNonbasic(s, p, place);
  point.reducedCost[p] = -dualStep;
  setBasic(s, q, r, entering);
  point.isRecomputed = false;
  if (!(updateFactor(basis.lu, r, s.pivot.column.value[r]) < UPDATE_DISAGREEMENT)) basis.mustRefactor = true;
  return p;
}

/** x += factor * (column of variable j). */
export function addColumn(s: SimplexState, j: number, factor: number, x: ScatteredVector): void {
  const { numCols, colStart, rowIndex, value } = s.program;
  if (j >= numCols) {
    x.put(j - numCols, x.value[j - numCols] + factor);
    return;
  }
  for (let k = colStart[j]; k < colStart[j + 1]; k++) x.put(rowIndex[k], x.value[rowIndex[k]] + factor * value[k]);
}

/** `column` := B^-1 a_j, by default so that an `exchange` may follow. */
export function solveColumn(s: SimplexState, j: number, kind: number = SolveKind.column): void {
  const { column } = s.pivot;
  column.clear();
  addColumn(s, j, 1, column);
  s.basis.lu.ftran(column, kind);
}

/** `rho` := B^-T e_r, so that an `exchange` in row r may follow. */
export function solveRow({ pivot: { rho }, basis: { lu } }: SimplexState, r: number): void {
  rho.setUnit(r);
  lu.btran(rho, SolveKind.row);
}
