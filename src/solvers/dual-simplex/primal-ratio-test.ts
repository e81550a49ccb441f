import type { SimplexState } from "./simplex-state.ts";
import { LEAST_ALPHA } from "./tolerances.ts";

/**
 * Two-pass ratio test (Harris): how far may the entering variable go before a basic one passes its limit by more than
 * the tolerance; then, among those that reach their limit by then, the greatest pivot. Returns the row, -1 for none,
 * and sets `primalStep` (>= 0, Infinity for none).
 */
export function choosePrimalLeaving(s: SimplexState, direction: number): number {
  const { column, basicValue, basicLower, basicUpper, primalTolerance } = s;
  const cIndex = column.index;
  const cValue = column.value;
  let furthest = Infinity;
  for (let k = 0; k < column.count; k++) {
    const i = cIndex[k];
    const rate = direction * cValue[i];
    if (rate > LEAST_ALPHA) {
      const t = (basicValue[i] - basicLower[i] + primalTolerance) / rate;
      if (t < furthest) furthest = t;
    } else if (rate < -LEAST_ALPHA) {
      const t = (basicValue[i] - basicUpper[i] - primalTolerance) / rate;
      if (t < furthest) furthest = t;
    }
  }
  s.primalStep = Infinity;
  if (furthest === Infinity) return -1;
  let best = -1;
  let bestSize = 0;
  let bestStep = 0;
  for (let k = 0; k < column.count; k++) {
    const i = cIndex[k];
    const rate = direction * cValue[i];
    let t: number;
    if (rate > LEAST_ALPHA) t = (basicValue[i] - basicLower[i]) / rate;
    else if (rate < -LEAST_ALPHA) t = (basicValue[i] - basicUpper[i]) / rate;
    else continue;
    if (t > furthest) continue;
    const size = Math.abs(rate);
    if (size > bestSize || (size === bestSize && i < best)) {
      best = i;
      bestSize = size;
      bestStep = t;
    }
  }
  s.primalStep = bestStep > 0 ? bestStep : 0;
  return best;
}
