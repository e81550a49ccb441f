import { Move, type SimplexState } from "../dual-simplex/state/simplex-state.ts";
import { BOUND_ROUNDING } from "../dual-simplex/tolerances.ts";
import type { PathChoice } from "./path-choice.ts";
import { LEAST_RATE } from "./tolerances.ts";

/**
 * How far until a gap to `bound` is closed at `speed`; 0 for a gap within the tolerance or the rounding of the bound.
 */
export function stepOf(s: SimplexState, gap: number, speed: number, bound: number): number {
  if (bound === Infinity || bound === -Infinity) return Infinity;
  return gap <= s.safeguards.primalTolerance || gap <= BOUND_ROUNDING * Math.abs(bound) ? 0 : gap / speed;
}

/**
 * The row whose basic value, moving at `rate`, first reaches a bound: of those within the tolerance of the first, the
 * fastest by its weight; by Bland's rule the least variable. The bounds of row `moving` move too. Sets `choice`, with a
 * step of Infinity if no bound is ever reached.
 */
export function firstBlock(
  s: SimplexState,
  choice: PathChoice,
  rate: Float64Array,
  moving: number,
  lowerRate: number,
  upperRate: number,
  bland: boolean,
): number {
  const { head } = s.basis;
  const { basicValue, basicLower, basicUpper } = s.point;
  const { edgeWeight } = s.pricing;
  const { primalTolerance } = s.safeguards;
  let furthest = Infinity;
  let best = -Infinity;
  let row = -1;
  choice.step = Infinity;
  for (let pass = 0; pass < 2; pass++) {
    for (let r = 0; r < rate.length; r++) {
      const still = r !== moving;
      if (still && rate[r] === 0) continue;
      for (let sign = -1; sign < 2; sign += 2) {
        const bound = sign > 0 ? basicUpper[r] : basicLower[r];
        const speed = sign * (still ? rate[r] : rate[r] - (sign > 0 ? upperRate : lowerRate));
        if (speed < LEAST_RATE) continue;
        const step = stepOf(s, sign * (bound - basicValue[r]), speed, bound);
        const merit = bland ? -head[r] : (speed * speed) / edgeWeight[r];
        if (pass === 0) furthest = Math.min(furthest, step + primalTolerance / speed);
        else if (step <= furthest && merit > best) {
          best = merit;
          row = r;
          choice.leavingSign = sign;
          choice.step = step;
        }
      }
    }
  }
  return row;
}

/**
 * The dual ratio test without bound flipping (on a path there is no violation to reduce): the variable whose reduced
 * cost reaches zero first as the blocking one leaves; of those within the tolerance the greatest pivot, by Bland's rule
 * the least index of the exact first. Uses `alpha` and `choice.leavingSign`; -1 if no variable can enter.
 */
export function firstEntering(s: SimplexState, choice: PathChoice, bland: boolean): number {
  const { alpha } = s.pivot;
  const { move } = s.basis;
  const { reducedCost } = s.point;
  const { leavingSign } = choice;
  const slack = bland ? 0 : s.safeguards.dualTolerance;
  let furthest = Infinity;
  let best = -Infinity;
  let entering = -1;
  for (let pass = 0; pass < 2; pass++) {
    for (let k = 0; k < alpha.count; k++) {
      const j = alpha.index[k];
      const a = alpha.value[j];
      const free = move[j] === Move.either;
      const b = free ? Math.abs(a) : leavingSign * move[j] * a;
      if (b <= 0) continue;
      const d = free ? 0 : Math.max(0, move[j] * reducedCost[j]);
      const merit = bland ? -j : b;
      if (pass === 0) furthest = Math.min(furthest, (d + slack) / b);
      else if (d <= furthest * b && merit > best) {
        best = merit;
        entering = j;
      }
    }
  }
  return entering;
}
