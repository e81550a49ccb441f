import { BasisCode } from "../../../lp/basis.ts";
import { exchange, moveBasicValues, refresh, solveColumn, solveRow } from "../basis/basis-state.ts";
import { chooseRow } from "../dual/dual-pricing.ts";
import { perturbLimits } from "../safeguard/perturbation.ts";
import { computePivotRow, stepPrices } from "../basis/pivot-row.ts";
import { chooseEnteringByDevex, noteAttractive, updatePrimalPricing } from "./primal-pricing.ts";
import { choosePrimalLeaving } from "./primal-ratio-test.ts";
import { isSoundPivot, MOST_REPAIRS } from "../basis/refactor-rule.ts";
import { never, Outcome, setNonbasic, type SimplexState } from "../state/simplex-state.ts";

/** Steps of length zero in a row, besides one per ten rows, after which ties between limits are broken. */
const STALL = 200;

/**
 * Up to `maxIterations` iterations of the primal simplex from a primal feasible point; fewer where `isOver` says so.
 * Nonbasic variables between
 * their limits (left by the dual's temporary limits) are welcome: they move as free ones do, and last of all those
 * without a reduced cost are pushed to a limit, so that the end is a vertex wherever there is one.
 */
export function primalBatch(s: SimplexState, maxIterations: number, isOver: () => boolean = never): number {
  const startAt = s.iterations;
  const stopAt = startAt + maxIterations;
  if (s.mustNoteAll) noteAll(s);
  for (;;) {
    if (refresh(s)) {
      if (s.numRepairs > MOST_REPAIRS) return Outcome.trouble;
      noteAll(s);
      if (chooseRow(s) >= 0) return Outcome.primalInfeasible;
    }
    const fresh = s.lu.numUpdates === 0;
    const q = chooseEnteringByDevex(s);
    if (q < 0) {
      if (fresh || s.isRecomputed) return Outcome.done;
      s.mustRecompute = true;
      continue;
    }
    if (s.iterations >= stopAt || (s.iterations > startAt && isOver())) return Outcome.underWay;
    const direction = s.enteringDirection;
    solveColumn(s, q);
    const r = choosePrimalLeaving(s, direction);
    const step = Math.min(s.primalStep, distanceToLimit(s, q, direction));
    if (step === Infinity) {
      if (!fresh) {
        s.mustRebuild = true;
        continue;
      }
      s.enteringVar = q;
      return Outcome.ray;
    }
    if (step < s.primalStep) {
      moveBasicValues(s, direction * step);
      s.x[q] += direction * step;
      setNonbasic(s, q, direction > 0 ? BasisCode.atUpper : BasisCode.atLower);
      noteAttractive(s, q);
      s.iterations++;
      continue;
    }
    if (!pivot(s, r, q, direction, fresh)) continue;
    s.iterations++;
    s.numStalled = step > 0 ? 0 : s.numStalled + 1;
    if (s.numStalled > STALL + s.head.length / 10) {
      perturbLimits(s);
      s.numStalled = 0;
    }
  }
}

/** Lists all variables that are worth entering. */
function noteAll(s: SimplexState): void {
  s.mustNoteAll = false;
  for (let j = 0; j < s.move.length; j++) noteAttractive(s, j);
}

/** How far q may move before its own next limit; a variable without limits is pushed no further than to zero. */
function distanceToLimit(s: SimplexState, q: number, direction: number): number {
  const x = s.x[q];
  if (s.pushing && s.lower[q] === -Infinity && s.upper[q] === Infinity) return Math.abs(x);
  return direction > 0 ? s.upper[q] - x : x - s.lower[q];
}

function pivot(s: SimplexState, r: number, q: number, direction: number, fresh: boolean): boolean {
  const { column, alpha, reducedCost, edgeWeight } = s;
  solveRow(s, r);
  computePivotRow(s);
  const byColumn = column.value[r];
  const byRow = alpha.value[q];
  if (!fresh && !isSoundPivot(byRow, byColumn, false)) {
    s.mustRebuild = true;
    return false;
  }
  const step = direction * s.primalStep;
  moveBasicValues(s, step);
  const dualStep = reducedCost[q] / byColumn;
  stepPrices(s, dualStep);
  const p = exchange(s, r, q, direction * byColumn > 0 ? BasisCode.atLower : BasisCode.atUpper, step, dualStep);
  updatePrimalPricing(s, q, p, byColumn);
  edgeWeight[r] = 1;
  return true;
}
