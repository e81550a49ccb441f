/**
 * The last part of a crossover (R. Bixby and M. Saltzman, "Recovering an optimal LP basis from an interior point solution",
 * Operations Research Letters 15, 1994): from a point of the optimal face to a vertex of it, with its basis.
 *
 * LU of the columns inside their limits finds which of them are independent; those are basic, and so are the logicals of
 * the rows they leave undetermined. Each of the others, with the basic ones, spans a direction in which nothing moves that
 * is at a limit all over the face: it is pushed along it, the way the second objective falls, until it or a basic variable
 * is at a limit. The first objective does not change, for the face has one value of it. Then the primal simplex over the
 * face, from a vertex that is mostly its optimum.
 */
import { BasisStatus, type LpBasis } from "../../lp/basis.ts";
import type { LinearProgram } from "../../lp/linear-program.ts";
import type { LpProgress } from "../../lp/options.ts";
import type { LpScaling } from "../../lp/scale.ts";
import { SolveKind } from "../../sparse/lu-factor.ts";
import { computeBasicValues, factorCandidates, loadColumn, readBasis, rebuild } from "../dual-simplex/basis-state.ts";
import { restoreLimits } from "../dual-simplex/dual-feasibility.ts";
import { chooseRow } from "../dual-simplex/dual-pricing.ts";
import { internalProgram } from "../dual-simplex/internal-program.ts";
import { primalBatch } from "../dual-simplex/primal-iteration.ts";
import { choosePrimalLeaving } from "../dual-simplex/primal-ratio-test.ts";
import { readPoint } from "../dual-simplex/read-solution.ts";
import { shouldRefactor } from "../dual-simplex/refactor-rule.ts";
import { Move, Outcome, setBasic, setNonbasic, SimplexState } from "../dual-simplex/simplex-state.ts";
import { MARKOWITZ_THRESHOLDS, UPDATE_DISAGREEMENT } from "../dual-simplex/tolerances.ts";
import type { BoundedForm, FormOrigin } from "./bounded-form.ts";
import { PUSH_SLACK } from "./tolerances.ts";
import type { Workspace } from "./workspace.ts";

/** Pushes between two looks at the caller's limits. */
const BATCH = 100;

/** Where pushing starts: a point of the optimal face, per column of the form. */
export interface FacePoint {
  /** Codes of `BasisStatus`, `basic` for what is inside its limits anywhere on the face. */
  readonly facets: Uint8Array;
  /** The same of the point: others may be at limits, too. */
  readonly status: Uint8Array;
  /** Exactly at the limits that `status` says. */
  readonly x: Float64Array;
  /** The second objective. */
  readonly cost: Float64Array;
  /** Whether the vertex has to be one of least `cost`, or any, pushed the way it falls. */
  readonly wantsLeast: boolean;
}

/** A vertex in the program's units, and its basis: all variables inside their limits are in it. */
export interface PushedVertex {
  readonly x: Float64Array;
  readonly basis: LpBasis;
  /** Whether it is known to be one of least cost. */
  readonly isLeast: boolean;
}

/** `isOver` is asked now and then whether to stop. Undefined where it said so, or the numbers do not hold. */
export function* pushToVertex(
  lp: LinearProgram,
  scaling: LpScaling,
  { form, origin }: Workspace,
  face: FacePoint,
  isOver: () => Generator<LpProgress, boolean>,
): Generator<LpProgress, PushedVertex | undefined> {
  const s = new SimplexState(internalProgram(lp, scaling), MARKOWITZ_THRESHOLDS[0]);
  s.primalTolerance = PUSH_SLACK;
  s.cost.fill(0);
  for (let j = 0; j < form.numCols; j++) if (origin.varOf[j] < lp.numCols) s.cost[origin.varOf[j]] = origin.turn[j] * face.cost[j];
  const left = loadFace(s, form, origin, face);
  computeBasicValues(s);
  for (let k = 0; k < left.length; k++) {
    if (!push(s, left[k]) || (k % BATCH === 0 && (yield* isOver()))) return undefined;
  }
  rebuild(s);
  let outcome: number = face.wantsLeast ? Outcome.underWay : Outcome.trouble;
  while (outcome === Outcome.underWay) {
    outcome = primalBatch(s, BATCH);
    if (yield* isOver()) return undefined;
  }
  restoreLimits(s);
  rebuild(s);
  if (chooseRow(s) >= 0) return undefined;
  return { x: readPoint(s, lp, scaling), basis: readBasis(s), isLeast: outcome === Outcome.done };
}

/** Loads the point, what is at a limit all over the face fixed there; returns the variables inside their limits that no basis has room for. */
function loadFace(s: SimplexState, form: BoundedForm, origin: FormOrigin, { facets, status, x }: FacePoint): number[] {
  const { program, lower, upper, place, candidates } = s;
  const { numCols, numVars } = program;
  const inside = new Float64Array(numVars).fill(NaN);
  const isFree = new Uint8Array(numVars);
  for (let v = 0; v < numVars; v++) setNonbasic(s, v, BasisStatus.atLower);
  for (let j = 0; j < form.numCols; j++) {
    const v = origin.varOf[j];
    // A logical is minus its row's activity.
    const sign = v < numCols ? 1 : -1;
    if (facets[j] === BasisStatus.basic) isFree[v] = 1;
    if (status[j] === BasisStatus.basic) inside[v] = sign * (origin.base[j] + origin.turn[j] * x[j]);
    else setNonbasic(s, v, (status[j] === BasisStatus.atLower) === (sign * origin.turn[j] > 0) ? BasisStatus.atLower : BasisStatus.atUpper);
  }
  let numInside = 0;
  for (let v = 0; v < numVars; v++) {
    // Rows without limits are not in the form; their logicals are free.
    if (inside[v] === inside[v] || place[v] === BasisStatus.free) candidates[numInside++] = v;
    else if (isFree[v] === 0) {
      lower[v] = upper[v] = s.x[v];
      s.move[v] = Move.none;
    }
  }
  s.limitsChanged = true;
  s.scratch.fill(1);
  s.reducedCost.fill(0);
  const all = candidates.slice(0, numInside);
  factorCandidates(s, numInside);
  const left: number[] = [];
  for (const v of all) {
    if (place[v] === BasisStatus.basic) continue;
    place[v] = BasisStatus.free;
    s.move[v] = Move.either;
    s.x[v] = inside[v];
    left.push(v);
  }
  return left;
}

/**
 * Moves q the way its cost falls (where it has none, to its lower limit, its upper where it has only that, 0 where it has
 * neither) to a limit or into the basis; false where the factors are no good.
 */
function push(s: SimplexState, q: number): boolean {
  const { lu, column, rho, head, lower, upper, basicValue, cost } = s;
  if (s.mustRebuild || shouldRefactor(s)) rebuild(s);
  const from = s.x[q];
  loadColumn(s, q, column);
  lu.ftran(column, SolveKind.column);
  let reduced = cost[q];
  for (let k = 0; k < column.count; k++) reduced -= cost[head[column.index[k]]] * column.value[column.index[k]];
  const rests = lower[q] > -Infinity ? lower[q] : upper[q] < Infinity ? upper[q] : 0;
  let target = reduced > s.dualTolerance ? lower[q] : reduced < -s.dualTolerance ? upper[q] : rests;
  let r = choosePrimalLeaving(s, target < from ? -1 : 1);
  if (r < 0 && Math.abs(target) === Infinity) {
    target = rests; // the second objective has no least; nor does it need one
    r = choosePrimalLeaving(s, target < from ? -1 : 1);
  }
  const direction = target < from ? -1 : 1;
  const distance = Math.abs(target - from);
  const isBlocked = s.primalStep < distance;
  const step = direction * (isBlocked ? s.primalStep : distance);
  for (let k = 0; k < column.count; k++) basicValue[column.index[k]] -= step * column.value[column.index[k]];
  if (!isBlocked) {
    setNonbasic(s, q, target === upper[q] ? BasisStatus.atUpper : BasisStatus.atLower);
    return true;
  }
  const pivot = column.value[r];
  rho.setUnit(r);
  lu.btran(rho, SolveKind.row);
  const p = head[r];
  setNonbasic(s, p, direction * pivot > 0 ? BasisStatus.atLower : BasisStatus.atUpper);
  setBasic(s, q, r, from + step);
  const difference = lu.update(r, pivot);
  if (!(difference < UPDATE_DISAGREEMENT)) {
    if (lu.numUpdates <= 1) return false;
    s.mustRebuild = true;
  }
  return true;
}
