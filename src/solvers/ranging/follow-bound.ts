import { BasisCode } from "../../lp/basis.ts";
import { computePivotRow, updateReducedCosts } from "../dual-simplex/basis/pivot-row.ts";
import { isSoundPivot } from "../dual-simplex/basis/refactor-rule.ts";
import { Move } from "../dual-simplex/state/simplex-state.ts";
import { setBasic } from "../dual-simplex/state/variable-status.ts";
import type { BasePoint } from "./base-point.ts";
import { firstBlock, firstEntering, stepOf } from "./ratio-tests.ts";
import type { PathChoice } from "./path-choice.ts";
import { MOST_ETAS, MOST_PIVOTS, SAME_PRICE, STALL } from "./tolerances.ts";

/** Why a price is no longer valid beyond some point. */
export type RangeEnd = "price-changes" | "infeasible" | "never" | "numerical-trouble";

/** The result of following a bound, in scaled units. */
export interface BoundPath {
  /** d objective / dt right of t = 0; Infinity if every t > 0 is infeasible, NaN if numerical trouble came first. */
  readonly slope: number;
  /** The greatest t up to which the objective is a straight line. */
  readonly length: number;
  readonly end: RangeEnd;
}

/**
 * The parametric dual simplex (Gass and Saaty, Naval Research Logistics Quarterly 2, 1955) from the base: as the bounds
 * of variable v move at `lowerRate`, `upperRate` per unit of t, basic values move along and the basis stays optimal
 * until one of them reaches a bound. Dual pivots there restore optimality for larger t, and each raises the slope of
 * the convex objective by its dual step. So at a degenerate vertex the slope of the first step of positive length is
 * the right derivative, the greatest of all prices that prove the vertex optimal, whichever basis the path began with;
 * and the first step at another slope begins where the price ends. Leaves the engine there.
 */
export function followBound(base: BasePoint, v: number, lowerRate: number, upperRate: number): BoundPath {
  const { s, etas } = base;
  const choice: PathChoice = { step: 0, leavingSign: 0 };
  const { alpha, column } = s.pivot;
  const { head, place, move } = s.basis;
  const { x, reducedCost, basicValue, basicLower, basicUpper } = s.point;
  const { lower, upper } = s.working;
  const { edgeWeight } = s.pricing;
  /** d basicValue / dt. */
  const rate = new Float64Array(head.length);
  /** The row in which v is basic, -1 if it is not. */
  let rowOfV = -1;
  /** d x_v / dt while v is nonbasic. */
  let ownRate = 0;
  /** d objective / dt at t. */
  let slope = 0;
  let price = NaN;
  let t = 0;

  /** Makes j nonbasic at a bound; fixed unless the path separates its bounds. */
  const settle = (j: number, atUpper: boolean): void => {
    const fixed = lower[j] === upper[j] && (j !== v || lowerRate === upperRate);
    place[j] = atUpper ? BasisCode.atUpper : BasisCode.atLower;
    move[j] = fixed ? Move.none : atUpper ? Move.down : Move.up;
    x[j] = atUpper ? upper[j] : lower[j];
    if (j !== v) return;
    rowOfV = -1;
    ownRate = atUpper ? upperRate : lowerRate;
  };

  /** Rates and slope from the factors: basic values move by -B^-1 a_v, the objective by v's reduced cost. */
  const startRates = (): void => {
    rowOfV = head.indexOf(v);
    slope = ownRate * reducedCost[v];
    rate.fill(0);
    if (ownRate === 0) return;
    base.solveColumn(v);
    for (let r = 0; r < rate.length; r++) rate[r] = -ownRate * column.value[r];
  };

  const advance = (step: number): void => {
    t += step;
    for (let r = 0; r < rate.length; r++) basicValue[r] += step * rate[r];
    x[v] += step * ownRate;
    lower[v] += step * lowerRate;
    upper[v] += step * upperRate;
    if (rowOfV < 0) return;
    basicLower[rowOfV] = lower[v];
    basicUpper[rowOfV] = upper[v];
  };

  /** Variable q becomes basic in row r, whose variable goes to the bound it has reached. */
  const pivot = (r: number, q: number): void => {
    const p = head[r];
    const alphaR = column.value[r];
    const atUpper = choice.leavingSign > 0;
    // A reduced cost that is wrong in sign within the tolerance counts as zero; so does that of a free variable.
    const dualStep = move[q] * reducedCost[q] > 0 && move[q] !== Move.either ? reducedCost[q] / alphaR : 0;
    updateReducedCosts(s, dualStep);
    const excessRate = rate[r] - (p !== v ? 0 : atUpper ? upperRate : lowerRate);
    const valueStep = (basicValue[r] - (atUpper ? basicUpper[r] : basicLower[r])) / alphaR;
    const rateStep = excessRate / alphaR;
    const weight = edgeWeight[r];
    slope += dualStep * excessRate;
    for (let k = 0; k < column.count; k++) {
      const i = column.index[k];
      basicValue[i] -= valueStep * column.value[i];
      rate[i] -= rateStep * column.value[i];
      // Devex reference weights (Harris 1973): half the pivots, no solve as steepest edge needs.
      edgeWeight[i] = Math.max(edgeWeight[i], (column.value[i] / alphaR) ** 2 * weight);
    }
    edgeWeight[r] = Math.max(1, weight / alphaR ** 2);
    rate[r] = rateStep;
    if (q === v) {
      rate[r] += ownRate;
      rowOfV = r;
      ownRate = 0;
    }
    etas.push(r, column);
    settle(p, atUpper);
    setBasic(s, q, r, x[q] + valueStep);
    reducedCost[p] = -dualStep;
  };

  // If the bounds of a fixed variable separate, its reduced cost decides which of them it follows.
  if (place[v] !== BasisCode.basic)
    settle(v, lower[v] === upper[v] ? reducedCost[v] < 0 : place[v] === BasisCode.atUpper);
  startRates();
  edgeWeight.fill(1);
  const ended = (end: RangeEnd): BoundPath => ({ slope: price, length: t, end });
  let numStalled = 0;
  for (let numPivots = 0; numPivots <= MOST_PIVOTS * x.length; numPivots++) {
    const bland = numStalled++ > STALL;
    const r = firstBlock(s, choice, rate, rowOfV, lowerRate, upperRate, bland);
    // Until v's bounds meet.
    const room = lowerRate > upperRate ? stepOf(s, upper[v] - lower[v], lowerRate - upperRate, upper[v]) : Infinity;
    const step = Math.min(room, choice.step);
    if (step > 0) {
      if (slope - price > SAME_PRICE * (1 + Math.abs(price))) return ended("price-changes");
      if (Number.isNaN(price)) price = slope;
      advance(step);
      numStalled = 0;
    }
    if (t === Infinity) return ended("never");
    let q = -1;
    if (step < room) {
      base.solveRow(r);
      computePivotRow(s);
      q = firstEntering(s, choice, bland);
    }
    if (q < 0) {
      if (Number.isNaN(price)) price = Infinity;
      return ended("infeasible");
    }
    base.solveColumn(q);
    const isSound = isSoundPivot(alpha.value[q], column.value[r], etas.count === 0);
    const before = slope;
    if (isSound) pivot(r, q);
    else if (etas.count === 0) break;
    if (slope - before > s.safeguards.dualTolerance) numStalled = 0;
    if (isSound && etas.count < MOST_ETAS) continue;
    base.refactor();
    startRates();
  }
  return ended("numerical-trouble");
}
