import type { SimplexState } from "../state/simplex-state.ts";

/**
 * Two-pass primal ratio test (Harris). First pass: how far the entering variable may move before a basic one exceeds
 * its bound by more than the tolerance. Second pass: among those that reach their bound by then, the greatest pivot.
 * Returns the row, -1 if there is none, and sets `choice.step` (>= 0, Infinity if there is none).
 */
export function choosePrimalLeaving(s: SimplexState, direction: number): number {
  const { column } = s.pivot;
  const { basicValue, basicLower, basicUpper } = s.point;
  const { primalTolerance, leastAlpha } = s.safeguards;
  const cIndex = column.index;
  const cValue = column.value;
  let furthest = Infinity;
  for (let k = 0; k < column.count; k++) {
    const i = cIndex[k];
    const t = stepTo(direction * cValue[i], basicValue[i], basicLower[i], basicUpper[i], primalTolerance, leastAlpha);
    if (t < furthest) furthest = t;
  }
  s.choice.step = Infinity;
  if (furthest === Infinity) return -1;
  let best = -1;
  let bestSize = 0;
  let bestStep = 0;
  for (let k = 0; k < column.count; k++) {
    const i = cIndex[k];
    const rate = direction * cValue[i];
    const t = stepTo(rate, basicValue[i], basicLower[i], basicUpper[i], 0, leastAlpha);
    if (t > furthest) continue;
    const size = Math.abs(rate);
    if (size > bestSize || (size === bestSize && i < best)) {
      best = i;
      bestSize = size;
      bestStep = t;
    }
  }
  s.choice.step = bestStep > 0 ? bestStep : 0;
  return best;
}

/** How far until a value that falls at `rate` exceeds its bound by `slack`; Infinity if it hardly moves. */
function stepTo(rate: number, value: number, lower: number, upper: number, slack: number, leastAlpha: number): number {
  if (rate > leastAlpha) return (value - lower + slack) / rate;
  return rate < -leastAlpha ? (value - upper - slack) / rate : Infinity;
}
