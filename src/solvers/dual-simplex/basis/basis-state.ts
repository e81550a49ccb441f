import { BasisCode, type LpBasis, placesAtFiniteBounds } from "../../../lp/basis.ts";
import { minusVariable } from "../../../sparse/column-matrix.ts";
import { SolveKind } from "../../../sparse/lu-factor.ts";
import { updateFactor } from "../../../sparse/lu-update.ts";
import type { ScatteredVector } from "../../../sparse/scattered-vector.ts";
import { shouldRefactor } from "./refactor-rule.ts";
import { refineBasicValues, refineReducedCosts } from "../safeguard/strict-mode.ts";
import { setBasic, setNonbasic, type SimplexState } from "../state/simplex-state.ts";
import { LIMIT_ROUNDING, UPDATE_DISAGREEMENT } from "../tolerances.ts";

/** Loads a basis (any statuses, any number of basic ones) or, without one, all logicals. */
export function startFrom(s: SimplexState, basis: LpBasis | undefined): void {
  const { numCols, numVars } = s.program;
  let numBasic = 0;
  for (let j = 0; j < numVars; j++) {
    let place: number = j < numCols ? BasisCode.atLower : BasisCode.basic;
    if (basis !== undefined) place = j < numCols ? basis.col[j] : oppositePlace(basis.row[j - numCols]);
    setNonbasic(s, j, place);
    if (place === BasisCode.basic) s.candidates[numBasic++] = j;
  }
  s.scratch.fill(1);
  s.reducedCost.fill(0);
  s.numRepairs = 0;
  factorCandidates(s, numBasic);
}

/** A logical is minus its row's activity, so their limits trade places. */
function oppositePlace(place: number): number {
  if (place === BasisCode.atLower) return BasisCode.atUpper;
  if (place === BasisCode.atUpper) return BasisCode.atLower;
  return place;
}

/**
 * Where every variable stands, in the terms of the user's rows and limits: one at a temporary limit, or between its
 * limits after a stop, is given the limit it has.
 */
export function readBasis(s: SimplexState): LpBasis {
  const { numCols, lower, upper } = s.program;
  const place = placesAtFiniteBounds(s.place, lower, upper);
  return { col: place.slice(0, numCols), row: place.slice(numCols).map(oppositePlace) };
}

/** Fresh factors of the basis, then fresh values and reduced costs. Weights stay with their variables. */
export function rebuild(s: SimplexState): void {
  const { head, candidates, scratch, edgeWeight } = s;
  for (let r = 0; r < head.length; r++) {
    candidates[r] = head[r];
    scratch[head[r]] = edgeWeight[r];
  }
  if (factorCandidates(s, head.length) > 0) s.numRepairs++;
  recompute(s);
}

/** Factors, or only values and reduced costs, afresh where they are due; whether they were. */
export function refresh(s: SimplexState): boolean {
  if (s.mustRebuild || shouldRefactor(s)) rebuild(s);
  else if (s.mustRecompute) recompute(s);
  else return false;
  return true;
}

/** Values and reduced costs afresh from the factors as they are, updates included. */
export function recompute(s: SimplexState): void {
  computeBasicValues(s);
  computeReducedCosts(s);
  s.mustRecompute = false;
  s.isRecomputed = true;
}

/**
 * Factors `candidates[0 .. numBasic)`; `scratch` holds the weights they bring. Candidates LU leaves out become
 * nonbasic, logicals it puts in become basic. Returns how many were left out.
 */
export function factorCandidates(s: SimplexState, numBasic: number): number {
  const { program, head, place, candidates, scratch, edgeWeight } = s;
  const { numRows } = program;
  for (let c = 0; c < numBasic; c++) place[candidates[c]] = BasisCode.basic;
  const numLeftOut = s.lu.factor(program, candidates.subarray(0, numBasic), head, s.markowitzThreshold);
  // Mark what LU kept.
  for (let r = 0; r < numRows; r++) {
    const j = head[r];
    if (place[j] !== BasisCode.basic) scratch[j] = 1;
    setBasic(s, j, r, s.basicValue[r]);
    edgeWeight[r] = scratch[j];
    s.ratioIndex[j] = -1;
  }
  for (let c = 0; c < numBasic; c++) {
    const j = candidates[c];
    if (s.ratioIndex[j] !== -1) setNonbasic(s, j, nearestLimit(s, j));
  }
  for (let r = 0; r < numRows; r++) s.ratioIndex[head[r]] = 0;
  s.mustRebuild = false;
  s.numBanned = 0;
  return numLeftOut;
}

function nearestLimit(s: SimplexState, j: number): number {
  return s.reducedCost[j] < 0 ? BasisCode.atUpper : BasisCode.atLower;
}

/**
 * After the steps of a pivot: q takes row r from its variable, which goes to `place` and is returned; the factors
 * follow, or ask for a rebuild.
 */
export function exchange(
  s: SimplexState,
  r: number,
  q: number,
  place: number,
  primalStep: number,
  dualStep: number,
): number {
  const p = s.head[r];
  const entering = s.x[q] + primalStep;
  setNonbasic(s, p, place);
  s.reducedCost[p] = -dualStep;
  setBasic(s, q, r, entering);
  s.isRecomputed = false;
  if (!(updateFactor(s.lu, r, s.column.value[r]) < UPDATE_DISAGREEMENT)) s.mustRebuild = true;
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

/** `column` := B^-1 a_j, by default as the next `exchange` needs it. */
export function solveColumn(s: SimplexState, j: number, kind: number = SolveKind.column): void {
  s.column.clear();
  addColumn(s, j, 1, s.column);
  s.lu.ftran(s.column, kind);
}

/** `rho` := B^-T e_r, as the next `exchange` in row r needs it. */
export function solveRow({ rho, lu }: SimplexState, r: number): void {
  rho.setUnit(r);
  lu.btran(rho, SolveKind.row);
}

/** Basic values after the entering variable, whose column is solved for, has gone a step. */
export function moveBasicValues(s: SimplexState, step: number): void {
  const { column, basicValue } = s;
  s.isRecomputed = false;
  if (step === 0) return;
  for (let k = 0; k < column.count; k++) {
    const i = column.index[k];
    basicValue[i] -= step * column.value[i];
  }
}

/** basicValue := -B^-1 N x_N. */
export function computeBasicValues(s: SimplexState): void {
  const { program, flips, x, place, basicValue } = s;
  const { numCols, numRows, colStart, rowIndex, value } = program;
  flips.clear();
  const rhs = flips.value;
  for (let j = 0; j < numCols; j++) {
    const xj = x[j];
    if (xj === 0 || place[j] === BasisCode.basic) continue;
    for (let k = colStart[j]; k < colStart[j + 1]; k++) rhs[rowIndex[k]] -= value[k] * xj;
  }
  for (let i = 0; i < numRows; i++) {
    if (place[numCols + i] !== BasisCode.basic) rhs[i] -= x[numCols + i];
  }
  listAll(flips);
  s.lu.ftran(flips, SolveKind.other);
  basicValue.set(rhs);
  flips.clear();
  if (s.exacting) refineBasicValues(s, s.exacting);
  for (let r = 0; r < numRows; r++) noteViolation(s, r);
}

/** reducedCost := cost - [A I]' y with B'y = cost_B. */
export function computeReducedCosts(s: SimplexState): void {
  if (s.exacting) return void refineReducedCosts(s, s.exacting);
  const { program, flips, head, cost, place, reducedCost } = s;
  flips.clear();
  const y = flips.value;
  for (let r = 0; r < head.length; r++) y[r] = cost[head[r]];
  listAll(flips);
  s.lu.btran(flips, SolveKind.other);
  for (let j = 0; j < cost.length; j++)
    reducedCost[j] = place[j] === BasisCode.basic ? 0 : minusVariable(program, j, y, cost[j]);
  flips.clear();
}

/** Lists every nonzero whatever its size. */
export function listAll(v: ScatteredVector): void {
  let count = 0;
  for (let i = 0; i < v.value.length; i++) if (v.value[i] !== 0) v.index[count++] = i;
  v.count = count;
}

/** Brings row r's violation up to date. */
export function noteViolation(s: SimplexState, r: number): void {
  s.infeasible.note(r, violationOf(s, r));
}

/** Squared distance of row r's basic variable from its limits, 0 within the tolerance. */
export function violationOf(s: SimplexState, r: number): number {
  const value = s.basicValue[r];
  let limit = s.basicLower[r];
  let gap = limit - value;
  if (gap <= 0) {
    limit = s.basicUpper[r];
    gap = value - limit;
  }
  if (gap <= s.primalTolerance || gap <= LIMIT_ROUNDING * Math.abs(limit)) return 0;
  if (s.exacting && gap <= s.exacting.valueNoise[r]) return 0;
  return gap * gap;
}

/** cost'x at the present point, in scaled units, with the working costs. */
export function workingObjective(s: SimplexState): number {
  let sum = 0;
  for (let j = 0; j < s.x.length; j++) if (s.place[j] !== BasisCode.basic) sum += s.cost[j] * s.x[j];
  for (let r = 0; r < s.head.length; r++) sum += s.cost[s.head[r]] * s.basicValue[r];
  return sum;
}
