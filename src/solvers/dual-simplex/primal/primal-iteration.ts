import { BasisCode } from "../../../lp/basis.ts";
import { moveBasicValues } from "../basis/basic-point.ts";
import { exchange, refresh, solveColumn, solveRow } from "../basis/basis-state.ts";
import { computePivotRow, updateReducedCosts } from "../basis/pivot-row.ts";
import { isSoundPivot, MOST_REPAIRS } from "../basis/refactor-rule.ts";
import { chooseLeavingRow } from "../dual/dual-pricing.ts";
import { perturbBounds } from "../safeguard/perturbation.ts";
import { never, Outcome, type SimplexState } from "../state/simplex-state.ts";
import { setNonbasic } from "../state/variable-status.ts";
import { chooseEnteringByDevex, updateCandidate, updatePrimalPricing } from "./primal-pricing.ts";
import { choosePrimalLeaving } from "./primal-ratio-test.ts";

/** Steps of length zero in a row, besides one per ten rows, after which ties between bounds are broken. */
const MOST_ZERO_STEPS = 200;

/**
 * Up to `maxIterations` iterations of the primal simplex from a primal feasible point; fewer if `isOver` says so.
 * Nonbasic variables between their bounds (left by the dual's temporary bounds) are allowed and move as free ones do.
 * Those without a reduced cost are pushed to a bound last of all, so that the end is a vertex if there is one.
 */
export function primalBatch(s: SimplexState, maxIterations: number, isOver: () => boolean = never): number {
  const { choice, pricing } = s;
  const startAt = s.iterations;
  const stopAt = startAt + maxIterations;
  if (pricing.mustListCandidates) listCandidates(s);
  for (;;) {
    if (refresh(s)) {
      if (s.basis.numRepairs > MOST_REPAIRS) return Outcome.trouble;
      listCandidates(s);
      if (chooseLeavingRow(s) >= 0) return Outcome.primalInfeasible;
    }
    const isFresh = s.basis.lu.numUpdates === 0;
    const q = chooseEnteringByDevex(s);
    if (q < 0) {
      if (isFresh || s.point.isRecomputed) return Outcome.done;
      s.point.mustRecompute = true;
      continue;
    }
    if (s.iterations >= stopAt || (s.iterations > startAt && isOver())) return Outcome.underWay;

    const direction = choice.enteringDirection;
    solveColumn(s, q);
    const r = choosePrimalLeaving(s, direction);
    const distance = distanceToBound(s, q, direction);
    const step = Math.min(choice.step, distance);
    if (step === Infinity) {
      if (isFresh) return stopWithRay(s, q, direction);
      s.basis.mustRefactor = true;
      continue;
    }
    if (step < choice.step) {
      moveToOppositeBound(s, q, direction, step);
      s.iterations++;
      continue;
    }
    if (!pivot(s, r, q, direction, isFresh)) continue;
    s.iterations++;
    breakTiesIfStalled(s, step);
  }
}

/** Lists all variables with a reduced cost of the wrong sign. */
function listCandidates(s: SimplexState): void {
  s.pricing.mustListCandidates = false;
  const numVars = s.basis.move.length;
  for (let j = 0; j < numVars; j++) updateCandidate(s, j);
}

/** How far q may move to its own next bound; a variable without bounds is pushed no further than to zero. */
function distanceToBound({ point, working, choice }: SimplexState, q: number, direction: number): number {
  const x = point.x[q];
  if (choice.isPush && working.lower[q] === -Infinity && working.upper[q] === Infinity) return Math.abs(x);
  return direction > 0 ? working.upper[q] - x : x - working.lower[q];
}

function stopWithRay({ ray }: SimplexState, q: number, direction: number): Outcome {
  ray.enteringVar = q;
  ray.enteringDirection = direction;
  return Outcome.ray;
}

/** An iteration without a pivot: q reaches its own next bound before a basic variable reaches one. */
function moveToOppositeBound(s: SimplexState, q: number, direction: number, step: number): void {
  moveBasicValues(s, direction * step);
  s.point.x[q] += direction * step;
  setNonbasic(s, q, direction > 0 ? BasisCode.atUpper : BasisCode.atLower);
  updateCandidate(s, q);
}

/** False if the pivot is not sound; the factors are then computed anew. */
function pivot(s: SimplexState, r: number, q: number, direction: number, isFresh: boolean): boolean {
  solveRow(s, r);
  computePivotRow(s);
  const byColumn = s.pivot.column.value[r];
  const byRow = s.pivot.alpha.value[q];
  if (!isFresh && !isSoundPivot(byRow, byColumn, false)) {
    s.basis.mustRefactor = true;
    return false;
  }
  const step = direction * s.choice.step;
  moveBasicValues(s, step);
  const dualStep = s.point.reducedCost[q] / byColumn;
  updateReducedCosts(s, dualStep);
  const p = exchange(s, r, q, direction * byColumn > 0 ? BasisCode.atLower : BasisCode.atUpper, step, dualStep);
  updatePrimalPricing(s, q, p, byColumn);
  s.pricing.edgeWeight[r] = 1;
  return true;
}

/** Counts steps of length zero; after too many of them the bounds of the basic variables are perturbed. */
function breakTiesIfStalled(s: SimplexState, step: number): void {
  s.numZeroSteps = step > 0 ? 0 : s.numZeroSteps + 1;
  if (s.numZeroSteps <= MOST_ZERO_STEPS + s.basis.head.length / 10) return;
  perturbBounds(s);
  s.numZeroSteps = 0;
}
