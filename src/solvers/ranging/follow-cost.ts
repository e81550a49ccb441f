import { BasisCode } from "../../lp/basis.ts";
import { computePivotRow, updateReducedCosts } from "../dual-simplex/basis/pivot-row.ts";
import { isSoundPivot } from "../dual-simplex/basis/refactor-rule.ts";
import { Move } from "../dual-simplex/state/simplex-state.ts";
import { setBasic, setNonbasic } from "../dual-simplex/state/variable-status.ts";
import type { BasePoint } from "./base-point.ts";
import { firstEnteringByCost, firstLeaving } from "./cost-ratio-tests.ts";
import type { PathChoice } from "./path-choice.ts";
import { MOST_ETAS, MOST_PIVOTS, SAME_PRICE, STALL } from "./tolerances.ts";

/** Why a column's optimal value ends to be optimal as its cost moves. */
export type CostRangeEnd = "value-changes" | "unbounded" | "never" | "numerical-trouble";

/** The result of following a cost, in scaled units. */
export interface CostPath {
  /**
   * The column's value right of t = 0: d objective / dt = direction * value. Infinite if the program is unbounded for
   * every t > 0, NaN if numerical trouble came first.
   */
  readonly value: number;
  /** The greatest t up to which an optimal point has this value. */
  readonly length: number;
  readonly end: CostRangeEnd;
}

/**
 * The parametric primal simplex (Gass and Saaty 1955) from the base: as the cost of column v moves by `direction` per
 * unit of t, reduced costs move along and the basis stays optimal until one of them changes its sign. Primal pivots
 * there restore optimality for larger t, and each moves v the way the cost asks, so that the objective is a concave
 * function of t with slope direction * x_v. Steps of length zero change the basis and not the point: the value of the
 * first step of positive length in t is that of an optimal point which stays optimal, whichever basis the path began
 * with, and the first step at another value begins where it ends. The engine is left there.
 */
export function followCost(base: BasePoint, v: number, direction: number): CostPath {
  const { s, etas } = base;
  const choice: PathChoice = { step: 0, leavingSign: 0 };
  const { alpha, column } = s.pivot;
  const { head } = s.basis;
  const { x, reducedCost, basicValue } = s.point;
  const { lower, upper, cost } = s.working;
  /** d reducedCost / dt, of nonbasic variables. */
  const rate = new Float64Array(x.length);
  let value = NaN;
  let t = 0;

  const valueNow = (): number => {
    const r = head.indexOf(v);
    return r < 0 ? x[v] : basicValue[r];
  };
  /** A basic cost moves the reduced costs by minus its row of B^-1 N, a nonbasic one its own. */
  const computeRates = (): void => {
    rate.fill(0);
    const r = head.indexOf(v);
    if (r < 0) {
      rate[v] = direction;
      return;
    }
    base.solveRow(r);
    computePivotRow(s);
    for (let k = 0; k < alpha.count; k++) rate[alpha.index[k]] = -direction * alpha.value[alpha.index[k]];
  };
  const moveBasics = (step: number): void => {
    for (let k = 0; k < column.count; k++) basicValue[column.index[k]] -= step * column.value[column.index[k]];
  };
  /** Variable q becomes basic in row r after a step of q; the variable of row r goes to the bound it has reached. */
  const pivot = (r: number, q: number, step: number): void => {
    const p = head[r];
    const alphaR = column.value[r];
    const dualStep = reducedCost[q] / alphaR;
    updateReducedCosts(s, dualStep);
    moveBasics(step);
    etas.push(r, column);
    setNonbasic(s, p, choice.leavingSign > 0 ? BasisCode.atUpper : BasisCode.atLower);
    setBasic(s, q, r, x[q] + step);
    reducedCost[p] = -dualStep;
  };

  const ended = (end: CostRangeEnd): CostPath => ({ value, length: t, end });
  computeRates();
  let numStalled = 0;
  for (let numPivots = 0; numPivots <= MOST_PIVOTS * x.length; numPivots++) {
    const bland = numStalled++ > STALL;
    const q = firstEnteringByCost(s, choice, rate, bland);
    if (choice.step > 0) {
      if (Math.abs(valueNow() - value) > SAME_PRICE * (1 + Math.abs(value))) return ended("value-changes");
      if (Number.isNaN(value)) value = valueNow();
      t += choice.step;
      if (q < 0) return ended("never");
      for (let j = 0; j < rate.length; j++) reducedCost[j] += choice.step * rate[j];
      cost[v] += choice.step * direction;
      numStalled = 0;
    }
    const way = s.basis.move[q] === Move.either ? -Math.sign(rate[q]) : s.basis.move[q];
    base.solveColumn(q);
    const r = firstLeaving(s, choice, way, bland);
    const room = upper[q] - lower[q];
    const step = Math.min(room, choice.step);
    if (step === Infinity) {
      if (Number.isNaN(value)) value = -direction * Infinity;
      return ended("unbounded");
    }
    if (step > 0) numStalled = 0;
    if (r < 0 || room <= choice.step) {
      moveBasics(way * room);
      setNonbasic(s, q, way > 0 ? BasisCode.atUpper : BasisCode.atLower);
      continue;
    }
    base.solveRow(r);
    computePivotRow(s);
    const isSound = isSoundPivot(alpha.value[q], column.value[r], etas.count === 0);
    if (isSound) pivot(r, q, way * step);
    else if (etas.count === 0) break;
    if (!isSound || etas.count >= MOST_ETAS) base.refactor();
    computeRates();
  }
  return ended("numerical-trouble");
}
