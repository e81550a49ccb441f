import { BasisCode } from "../../../lp/basis.ts";
import { SolveKind } from "../../../sparse/lu-factor.ts";
import { exchange, noteViolation, refresh, solveColumn, solveRow } from "../basis/basis-state.ts";
import { flipToLimits } from "./bound-flipping.ts";
import { repairDualSigns } from "./dual-feasibility.ts";
import { computePivotRow, stepPrices } from "../basis/pivot-row.ts";
import { chooseRow, updateEdgeWeights } from "./dual-pricing.ts";
import { chooseEntering, NO_CANDIDATE } from "./dual-ratio-test.ts";
import { isSoundPivot, MOST_REPAIRS } from "../basis/refactor-rule.ts";
import { never, Outcome, type SimplexState, wrongBy } from "../state/simplex-state.ts";

/** How many rows may be re-chosen in one iteration because their stored weight was far too small. */
const MAX_WEIGHT_CORRECTIONS = 5;

/** Up to `maxIterations` iterations of the dual simplex from a dual feasible basis; fewer where `isOver` says so. */
export function dualBatch(s: SimplexState, maxIterations: number, isOver: () => boolean = never): number {
  const { lu, column } = s;
  const startAt = s.iterations;
  const stopAt = startAt + maxIterations;
  for (;;) {
    if (refresh(s)) {
      if (s.numRepairs > MOST_REPAIRS) return Outcome.trouble;
      repairDualSigns(s);
    }
    const fresh = lu.numUpdates === 0;
    // Before any solve: where a batch ends must leave no trace in what follows. One iteration at least, however slow.
    if ((s.iterations >= stopAt || (s.iterations > startAt && isOver())) && chooseRow(s) >= 0) return Outcome.underWay;
    const r = chooseLeaving(s);
    if (r < 0) {
      if (!fresh && s.numBanned > 0) s.mustRebuild = true;
      else if (!fresh && !s.isRecomputed) s.mustRecompute = true;
      else return s.numBanned > 0 ? Outcome.trouble : Outcome.done;
      continue;
    }
    const below = s.basicValue[r] < s.basicLower[r];
    const sign = below ? -1 : 1;
    const gap = below ? s.basicLower[r] - s.basicValue[r] : s.basicValue[r] - s.basicUpper[r];
    computePivotRow(s);
    const q = chooseEntering(s, sign, gap, s.exacting?.valueNoise[r]);
    if (q === NO_CANDIDATE) {
      if (!fresh) {
        s.mustRebuild = true;
        continue;
      }
      s.leavingRow = r;
      s.leavingSign = sign;
      return Outcome.ray;
    }
    solveColumn(s, q);
    const byRow = s.alpha.value[q];
    const byColumn = column.value[r];
    if (!isSoundPivot(byRow, byColumn, fresh)) {
      if (fresh) banRow(s, r);
      else s.mustRebuild = true;
      continue;
    }
    pivot(s, r, q, below);
    s.iterations++;
  }
}

/** Chooses a row and computes its rho; a row whose weight proves far too small is re-weighed and chosen anew. */
function chooseLeaving(s: SimplexState): number {
  const { rho, edgeWeight } = s;
  for (let attempt = 0; ; attempt++) {
    const r = chooseRow(s);
    if (r < 0) return r;
    solveRow(s, r);
    let weight = 0;
    for (let k = 0; k < rho.count; k++) weight += rho.value[rho.index[k]] ** 2;
    const stored = edgeWeight[r];
    edgeWeight[r] = weight;
    if (stored >= 0.25 * weight || attempt === MAX_WEIGHT_CORRECTIONS) return r;
  }
}

/** Leaves row r alone until the next rebuild of factors. */
function banRow(s: SimplexState, r: number): void {
  s.infeasible.merit[r] = 0;
  s.numBanned++;
}

function pivot(s: SimplexState, r: number, q: number, below: boolean): void {
  const { lu, rho, column, steepest, alpha, reducedCost, cost, move, basicValue } = s;
  // --- Duals. A reduced cost of the wrong sign is shifted to zero, so that the step never goes backwards ---
  const alphaQ = alpha.value[q];
  const dq = reducedCost[q];
  if (wrongBy(move[q], dq) > 0) {
    cost[q] -= dq;
    reducedCost[q] = 0;
    s.costsChanged = true;
  }
  const dualStep = reducedCost[q] / alphaQ;
  stepPrices(s, dualStep);
  // --- Primal values ---
  if (s.numFlips > 0) flipToLimits(s);
  steepest.copyFrom(rho);
  lu.ftran(steepest, SolveKind.steepestEdge);
  const alphaR = column.value[r];
  const limit = below ? s.basicLower[r] : s.basicUpper[r];
  const primalStep = (basicValue[r] - limit) / alphaR;
  for (let k = 0; k < column.count; k++) {
    const i = column.index[k];
    basicValue[i] -= primalStep * column.value[i];
    noteViolation(s, i);
  }
  updateEdgeWeights(s, r, alphaR);
  // --- Basis ---
  exchange(s, r, q, below ? BasisCode.atLower : BasisCode.atUpper, primalStep, dualStep);
  noteViolation(s, r);
}
