/**
 * The last part of crossover (R. Bixby and M. Saltzman, "Recovering an optimal LP basis from an interior point
 * solution", Operations Research Letters 15, 1994): from a point of the optimal face to a vertex of it, with its basis.
 *
 * A tie is a nonbasic variable inside its bounds. It defines a direction in which only the tie and basic variables
 * move. The tie is pushed along it, in the direction in which the tie-break objective falls, until the tie or a basic
 * variable reaches a bound. The first objective is constant on the face and does not change. If the least tie-break
 * objective is wanted, the primal simplex then runs over the face, from a vertex that usually is its optimum.
 */
import { BasisCode, type LpBasis } from "../../lp/basis.ts";
import type { LinearProgram } from "../../lp/linear-program.ts";
import type { LpProgress } from "../../lp/options.ts";
import type { LpScaling } from "../../lp/scale.ts";
import { ColumnEtas } from "../../sparse/column-etas.ts";
import { SolveKind } from "../../sparse/lu-factor.ts";
import { decodeBasis, factorCandidates, recompute, solveColumn } from "../dual-simplex/basis/basis-state.ts";
import { computeBasicValues, moveBasicValues } from "../dual-simplex/basis/basic-point.ts";
import { restoreBounds } from "../dual-simplex/dual/dual-feasibility.ts";
import { chooseLeavingRow } from "../dual-simplex/dual/dual-pricing.ts";
import { primalBatch } from "../dual-simplex/primal/primal-iteration.ts";
import { choosePrimalLeaving } from "../dual-simplex/primal/primal-ratio-test.ts";
import { decodePoint } from "../dual-simplex/answer/decode-solution.ts";
import { Outcome, type SimplexState } from "../dual-simplex/state/simplex-state.ts";
import { setBasic, setNonbasic } from "../dual-simplex/state/variable-status.ts";
import { SOUND_PIVOT } from "../dual-simplex/tolerances.ts";
import { PUSH_SLACK } from "../interior-point/tolerances.ts";

/** Pushes between two looks at the stopping rule. */
const BATCH = 100;

/**
 * Work of refactoring per entry of the factors and the matrix, in etas and entries that the solves visit (measured).
 */
const REFACTOR_COST = 10;

/** A vertex in the program's units, and its basis, which contains all variables inside their bounds. */
export interface PushedVertex {
  readonly x: Float64Array;
  readonly basis: LpBasis;
  /** Whether it is known to have the least tie-break cost. */
  readonly isLeast: boolean;
}

/**
 * Pushes the `ties` of the face loaded into `s` (`loadFace`) the way its working costs fall; with `wantsLeast` it
 * continues to a vertex of least cost. Now and then it asks `isOver` whether to stop. Undefined on a stop or numerical
 * trouble.
 */
export function* pushToVertex(
  lp: LinearProgram,
  scaling: LpScaling,
  s: SimplexState,
  ties: readonly number[],
  wantsLeast: boolean,
  isOver: () => Generator<LpProgress, boolean>,
): Generator<LpProgress, PushedVertex | undefined> {
  s.safeguards.primalTolerance = PUSH_SLACK;
  const etas = new ColumnEtas(s.program.numRows);
  const { lu } = s.basis;
  const mostWork = REFACTOR_COST * (lu.factorNonzeros + lu.size + s.program.value.length);
  for (let k = 0; k < ties.length; k++) {
    if (etas.visited > mostWork) refactorPushed(s, etas);
    if (!push(s, ties[k], etas)) {
      refactorPushed(s, etas);
      push(s, ties[k], etas);
    }
    if (k % BATCH === 0 && (yield* isOver())) return undefined;
  }
  if (etas.count > 0) refactorPushed(s, etas);
  let outcome: number = Outcome.trouble;
  if (wantsLeast) {
    s.point.mustRecompute = true; // so that pricing candidates are listed as well
    do {
      outcome = primalBatch(s, BATCH);
      if (yield* isOver()) return undefined;
    } while (outcome === Outcome.underWay && s.iterations < s.program.numVars);
  }
  restoreBounds(s);
  // The present factors suffice: `decodePoint` refines the values, and the answer is checked.
  if (s.basis.lu.numUpdates > 0) recompute(s);
  if (chooseLeavingRow(s) >= 0) return undefined;
  return { x: decodePoint(s, lp, scaling), basis: decodeBasis(s), isLeast: outcome === Outcome.done };
}

/** Factors the basis anew. Reduced costs are not needed. */
function refactorPushed(s: SimplexState, etas: ColumnEtas): void {
  const { head } = s.basis;
  s.load.candidates.set(head);
  factorCandidates(s, head.length);
  etas.clear();
  computeBasicValues(s);
}

/**
 * Moves q the way its cost falls, to a bound or into the basis. Without a cost it goes to its lower bound, to its upper
 * one if it has only that, or to 0 if it has neither. False if the pivot needs new factors first.
 */
function push(s: SimplexState, q: number, etas: ColumnEtas): boolean {
  const { column } = s.pivot;
  const { head } = s.basis;
  const { lower, upper, cost } = s.working;
  const from = s.point.x[q];
  solveColumn(s, q, SolveKind.columnOnly);
  etas.ftran(column);
  let reduced = cost[q];
  for (let k = 0; k < column.count; k++) reduced -= cost[head[column.index[k]]] * column.value[column.index[k]];
  const rests = lower[q] > -Infinity ? lower[q] : upper[q] < Infinity ? upper[q] : 0;
  let target =
    reduced > s.safeguards.dualTolerance ? lower[q] : reduced < -s.safeguards.dualTolerance ? upper[q] : rests;
  let r = choosePrimalLeaving(s, target < from ? -1 : 1);
  if (r < 0 && Math.abs(target) === Infinity) {
    target = rests; // the tie-break objective is unbounded below, and does not need a minimum
    r = choosePrimalLeaving(s, target < from ? -1 : 1);
  }
  const direction = target < from ? -1 : 1;
  const distance = Math.abs(target - from);
  const isBlocked = s.choice.step < distance;
  if (isBlocked && etas.count > 0 && Math.abs(column.value[r]) < SOUND_PIVOT) return false;
  const step = direction * (isBlocked ? s.choice.step : distance);
  moveBasicValues(s, step);
  s.iterations++;
  if (!isBlocked) setNonbasic(s, q, target === upper[q] ? BasisCode.atUpper : BasisCode.atLower);
  else {
    setNonbasic(s, head[r], direction * column.value[r] > 0 ? BasisCode.atLower : BasisCode.atUpper);
    setBasic(s, q, r, from + step);
    etas.push(r, column);
  }
  return true;
}
