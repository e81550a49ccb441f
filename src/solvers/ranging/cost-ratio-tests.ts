import { Move, type SimplexState } from "../dual-simplex/state/simplex-state.ts";
import { stepOf } from "./ratio-tests.ts";
import type { PathChoice } from "./path-choice.ts";
import { LEAST_RATE } from "./tolerances.ts";

/**
 * The nonbasic variable whose reduced cost, moving at `rate`, first gets the sign that makes it enter: of those within
 * the tolerance of the first, the fastest; by Bland's rule the least index of the exact first. Sets `choice.step` (>=
 * 0) to how far the cost moves until then. Returns -1, with a step of Infinity, if no variable ever enters.
 */
export function firstEnteringByCost(s: SimplexState, choice: PathChoice, rate: Float64Array, bland: boolean): number {
  const { move } = s.basis;
  const { reducedCost } = s.point;
  const { dualTolerance } = s.safeguards;
  const slack = bland ? 0 : dualTolerance;
  let furthest = Infinity;
  let best = -Infinity;
  let entering = -1;
  choice.step = Infinity;
  for (let pass = 0; pass < 2; pass++) {
    for (let j = 0; j < rate.length; j++) {
      if (rate[j] === 0 || move[j] === Move.none) continue;
      const free = move[j] === Move.either;
      const speed = free ? Math.abs(rate[j]) : -move[j] * rate[j];
      if (speed < LEAST_RATE) continue;
      const gap = free ? 0 : move[j] * reducedCost[j];
      const step = gap <= dualTolerance ? 0 : gap / speed;
      const merit = bland ? -j : speed;
      if (pass === 0) furthest = Math.min(furthest, step + slack / speed);
      else if (step <= furthest && merit > best) {
        best = merit;
        entering = j;
        choice.step = step;
      }
    }
  }
  return entering;
}

/**
 * The row whose basic variable first reaches a bound as the entering variable, with `column` = B^-1 a_q, moves `way`:
 * of those within the tolerance of the first, the greatest pivot; by Bland's rule the least variable of the exact
 * first. Sets `choice`. Returns -1, with a step of Infinity, if none does.
 */
export function firstLeaving(s: SimplexState, choice: PathChoice, way: number, bland: boolean): number {
  const { column } = s.pivot;
  const { head } = s.basis;
  const { basicValue, basicLower, basicUpper } = s.point;
  const { primalTolerance } = s.safeguards;
  let furthest = Infinity;
  let best = -Infinity;
  let row = -1;
  choice.step = Infinity;
  for (let pass = 0; pass < 2; pass++) {
    for (let k = 0; k < column.count; k++) {
      const r = column.index[k];
      // x_B changes by -way * column per unit of the step.
      const sign = way * column.value[r] > 0 ? -1 : 1;
      const speed = Math.abs(column.value[r]);
      if (speed < LEAST_RATE) continue;
      const bound = sign > 0 ? basicUpper[r] : basicLower[r];
      const step = stepOf(s, sign * (bound - basicValue[r]), speed, bound);
      const merit = bland ? -head[r] : speed;
      if (pass === 0) furthest = Math.min(furthest, step + (bland ? 0 : primalTolerance) / speed);
      else if (step <= furthest && step < Infinity && merit > best) {
        best = merit;
        row = r;
        choice.leavingSign = sign;
        choice.step = step;
      }
    }
  }
  return row;
}
