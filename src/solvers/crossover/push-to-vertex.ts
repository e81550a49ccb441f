/**
 * The last part of crossover (R. Bixby and M. Saltzman, "Recovering an optimal LP basis from an interior point
 * solution", Operations Research Letters 15, 1994): from a point of the optimal face to a vertex of it, with its basis.
 *
 * A tie is a nonbasic variable inside its bounds. It defines a direction in which only the tie and basic variables
 * move. The tie is pushed along it, in the direction in which the tie-break objective falls, until the tie or a basic
 * variable reaches a bound. The first objective is constant on the face and does not change.
 *
 * If the least tie-break objective is wanted, rounds of the same pushes follow, of the variables whose reduced costs
 * have the wrong sign. Directions over the face have about ten entries, and each gives its own reduced cost. So a push
 * takes a tenth to a hundredth of a pivot of the primal simplex, whose btran and pivot row are thousands of entries
 * long. The simplex finishes, and proves the optimum.
 */
import { BasisCode, type LpBasis } from "../../lp/basis.ts";
import type { LinearProgram } from "../../lp/linear-program.ts";
import type { LpProgress } from "../../lp/options.ts";
import type { LpScaling } from "../../lp/scale.ts";
import { ColumnEtas } from "../../sparse/column-etas.ts";
import { SolveKind } from "../../sparse/lu-factor.ts";
import { decodeBasis, factorCandidates, recompute, solveColumn } from "../dual-simplex/basis/basis-state.ts";
import { computeBasicValues, computeReducedCosts, moveBasicValues } from "../dual-simplex/basis/basic-point.ts";
import { restoreBounds } from "../dual-simplex/dual/dual-feasibility.ts";
import { chooseLeavingRow } from "../dual-simplex/dual/dual-pricing.ts";
import { primalBatch } from "../dual-simplex/primal/primal-iteration.ts";
import { choosePrimalLeaving } from "../dual-simplex/primal/primal-ratio-test.ts";
import { decodePoint } from "../dual-simplex/answer/decode-solution.ts";
import { dualInfeasibility, Outcome, type SimplexState } from "../dual-simplex/state/simplex-state.ts";
import { setBasic, setNonbasic } from "../dual-simplex/state/variable-status.ts";
import { SOUND_PIVOT } from "../dual-simplex/tolerances.ts";
import { PUSH_SLACK } from "../interior-point/tolerances.ts";

/** Pushes between two looks at the stopping rule. */
const BATCH = 100;

/**
 * Work of refactoring per entry of the factors and the matrix, in etas and entries that the solves visit (measured).
 */
const REFACTOR_COST = 10;

/**
 * A round of pushes by reduced cost factors once, which takes as long as so many pivots of the simplex: a round that
 * moves fewer variables is the last one. Degenerate rounds could go on for ever.
 */
const FEW = 30;
const MOST_ROUNDS = 30;

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
  if (yield* pushAll(s, ties, etas, isOver)) return undefined;
  if (wantsLeast && (yield* pushByReducedCost(s, etas, isOver))) return undefined;
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

/** Pushes the variables in turn, and factors the basis they lead to. True on a stop. */
function* pushAll(
  s: SimplexState,
  vars: readonly number[],
  etas: ColumnEtas,
  isOver: () => Generator<LpProgress, boolean>,
): Generator<LpProgress, boolean> {
  const { lu } = s.basis;
  const mostWork = REFACTOR_COST * (lu.factorNonzeros + lu.size + s.program.value.length);
  for (let k = 0; k < vars.length; k++) {
    if (etas.visited > mostWork) refactorPushed(s, etas);
    if (!push(s, vars[k], etas)) {
      refactorPushed(s, etas);
      push(s, vars[k], etas);
    }
    if (k % BATCH === 0 && (yield* isOver())) return true;
  }
  if (etas.count > 0) refactorPushed(s, etas);
  return false;
}

/** Rounds of pushes towards the least cost, while they move many variables. True on a stop. */
function* pushByReducedCost(
  s: SimplexState,
  etas: ColumnEtas,
  isOver: () => Generator<LpProgress, boolean>,
): Generator<LpProgress, boolean> {
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const before = s.iterations;
    if (yield* pushAll(s, wrongSigns(s), etas, isOver)) return true;
    if (s.iterations - before <= FEW) break;
  }
  return false;
}

/** The nonbasic variables whose reduced costs have the wrong sign. */
function wrongSigns(s: SimplexState): number[] {
  computeReducedCosts(s);
  const { move } = s.basis;
  const { reducedCost } = s.point;
  const wrong: number[] = [];
  for (let j = 0; j < move.length; j++)
    if (dualInfeasibility(move[j], reducedCost[j]) > s.safeguards.dualTolerance) wrong.push(j);
  return wrong.sort((a, b) => Math.abs(reducedCost[b]) - Math.abs(reducedCost[a]) || a - b);
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
 * Moves q the way its cost falls, to a bound or into the basis. A tie without a cost goes to its lower bound, to its
 * upper one if it has only that, or to 0 if it has neither. False if the pivot needs new factors first.
 */
function push(s: SimplexState, q: number, etas: ColumnEtas): boolean {
  const { column } = s.pivot;
  const { head, place } = s.basis;
  const { lower, upper, cost } = s.working;
  const { dualTolerance } = s.safeguards;
  if (place[q] === BasisCode.basic) return true;
  const from = s.point.x[q];
  solveColumn(s, q, SolveKind.columnOnly);
  etas.ftran(column);
  let reduced = cost[q];
  for (let k = 0; k < column.count; k++) reduced -= cost[head[column.index[k]]] * column.value[column.index[k]];
  const isTie = place[q] === BasisCode.free;
  const rests = !isTie ? from : lower[q] > -Infinity ? lower[q] : upper[q] < Infinity ? upper[q] : 0;
  let target = reduced > dualTolerance ? lower[q] : reduced < -dualTolerance ? upper[q] : rests;
  if (target === from && !isTie) return true;
  let r = choosePrimalLeaving(s, target < from ? -1 : 1);
  if (r < 0 && Math.abs(target) === Infinity) {
    if (!isTie) return true;
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
