import { BasisCode } from "../../../lp/basis.ts";
import { SolveKind } from "../../../sparse/lu-factor.ts";
import { updateViolation } from "../basis/basic-point.ts";
import { exchange, refresh, solveColumn, solveRow } from "../basis/basis-state.ts";
import { computePivotRow, updateReducedCosts } from "../basis/pivot-row.ts";
import { isSoundPivot, MOST_REPAIRS } from "../basis/refactor-rule.ts";
import { dualInfeasibility, never, Outcome, type SimplexState } from "../state/simplex-state.ts";
import { flipToOppositeBounds } from "./bound-flipping.ts";
import { repairDualSigns } from "./dual-feasibility.ts";
import { chooseLeavingRow, updateEdgeWeights } from "./dual-pricing.ts";
import { chooseEntering, NO_CANDIDATE } from "./dual-ratio-test.ts";

/** How many rows may be chosen again in one iteration because their stored weight was far too small. */
const MAX_WEIGHT_CORRECTIONS = 5;

/** Up to `maxIterations` iterations of the dual simplex from a dual feasible basis; fewer if `isOver` says so. */
export function dualBatch(s: SimplexState, maxIterations: number, isOver: () => boolean = never): number {
  const { lu } = s.basis;
  const startAt = s.iterations;
  const stopAt = startAt + maxIterations;
  for (;;) {
    if (refresh(s)) {
      if (s.basis.numRepairs > MOST_REPAIRS) return Outcome.trouble;
      repairDualSigns(s);
    }
    const isFresh = lu.numUpdates === 0;
    // Before any solve, so that the end of a batch leaves no trace in what follows. At least one iteration is made.
    const isBatchOver = s.iterations >= stopAt || (s.iterations > startAt && isOver());
    if (isBatchOver && chooseLeavingRow(s) >= 0) return Outcome.underWay;

    const r = chooseAccurateRow(s);
    if (r < 0) {
      if (askForConfirmation(s, isFresh)) continue;
      return s.pricing.numBannedRows > 0 ? Outcome.trouble : Outcome.done;
    }
    computePivotRow(s);
    const q = chooseEnteringFor(s, r);
    if (q === NO_CANDIDATE) {
      if (isFresh) return stopWithRay(s, r);
      s.basis.mustRefactor = true;
      continue;
    }
    solveColumn(s, q);
    if (!isSoundPivot(s.pivot.alpha.value[q], s.pivot.column.value[r], isFresh)) {
      if (isFresh) banRow(s, r);
      else s.basis.mustRefactor = true;
      continue;
    }
    pivot(s, r, q);
    s.iterations++;
  }
}

/** Chooses a row and computes its rho. A row whose stored weight proves far too small is weighed again. */
function chooseAccurateRow(s: SimplexState): number {
  const { rho } = s.pivot;
  const { edgeWeight } = s.pricing;
  for (let attempt = 0; ; attempt++) {
    const r = chooseLeavingRow(s);
    if (r < 0) return r;
    solveRow(s, r);
    let weight = 0;
    for (let k = 0; k < rho.count; k++) weight += rho.value[rho.index[k]] ** 2;
    const stored = edgeWeight[r];
    edgeWeight[r] = weight;
    if (stored >= 0.25 * weight || attempt === MAX_WEIGHT_CORRECTIONS) return r;
  }
}

/** Without a violated row left: asks for fresh factors or values if the present ones may be inaccurate. */
function askForConfirmation(s: SimplexState, isFresh: boolean): boolean {
  if (isFresh) return false;
  if (s.pricing.numBannedRows > 0) s.basis.mustRefactor = true;
  else if (!s.point.isRecomputed) s.point.mustRecompute = true;
  else return false;
  return true;
}

function isBelowBounds({ point }: SimplexState, r: number): boolean {
  return point.basicValue[r] < point.basicLower[r];
}

/** The dual ratio test for row r, which is outside its bounds. */
function chooseEnteringFor(s: SimplexState, r: number): number {
  const { basicValue, basicLower, basicUpper } = s.point;
  const noise = s.safeguards.strict?.valueNoise[r];
  return isBelowBounds(s, r)
    ? chooseEntering(s, -1, basicLower[r] - basicValue[r], noise)
    : chooseEntering(s, 1, basicValue[r] - basicUpper[r], noise);
}

function stopWithRay(s: SimplexState, r: number): Outcome {
  s.ray.leavingRow = r;
  s.ray.leavingSign = isBelowBounds(s, r) ? -1 : 1;
  return Outcome.ray;
}

/** Excludes row r from pricing until the next factorisation. */
function banRow({ pricing }: SimplexState, r: number): void {
  pricing.infeasibleRows.merit[r] = 0;
  pricing.numBannedRows++;
}

function pivot(s: SimplexState, r: number, q: number): void {
  const isBelow = isBelowBounds(s, r);
  const dualStep = stepDuals(s, q);
  if (s.ratioTest.numFlips > 0) flipToOppositeBounds(s);
  const { rho, tau, column } = s.pivot;
  tau.copyFrom(rho);
  s.basis.lu.ftran(tau, SolveKind.steepestEdge);
  const alphaR = column.value[r];
  const primalStep = stepBasicValues(s, r, isBelow ? s.point.basicLower[r] : s.point.basicUpper[r]);
  updateEdgeWeights(s, r, alphaR);
  exchange(s, r, q, isBelow ? BasisCode.atLower : BasisCode.atUpper, primalStep, dualStep);
  updateViolation(s, r);
}

/**
 * Updates the reduced costs and returns the dual step. An entering variable whose reduced cost has the wrong sign gets
 * its cost shifted so that the reduced cost is zero: the dual objective never falls.
 */
function stepDuals(s: SimplexState, q: number): number {
  const { reducedCost } = s.point;
  const dq = reducedCost[q];
  if (dualInfeasibility(s.basis.move[q], dq) > 0) {
    s.working.cost[q] -= dq;
    reducedCost[q] = 0;
    s.working.costsChanged = true;
  }
  const dualStep = reducedCost[q] / s.pivot.alpha.value[q];
  updateReducedCosts(s, dualStep);
  return dualStep;
}

/** Moves the basic values until the variable of row r is at its `bound`; returns the step of the entering variable. */
function stepBasicValues(s: SimplexState, r: number, bound: number): number {
  const { basicValue } = s.point;
  const { column } = s.pivot;
  const primalStep = (basicValue[r] - bound) / column.value[r];
  for (let k = 0; k < column.count; k++) {
    const i = column.index[k];
    basicValue[i] -= primalStep * column.value[i];
    updateViolation(s, i);
  }
  return primalStep;
}
