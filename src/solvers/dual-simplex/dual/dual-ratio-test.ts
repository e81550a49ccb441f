import { Move, type SimplexState } from "../state/simplex-state.ts";

/**
 * The dual ratio test with bound flipping. Along the step t >= 0 the reduced cost of candidate j shrinks as d_j - t b_j
 * (both in its own direction of movement) and is 0 at its breakpoint. Beyond that the variable flips to its opposite
 * bound, which lowers the slope of the dual objective by b_j (upper_j - lower_j). The slope starts as the leaving
 * variable's violation, and the best step is where it becomes negative. Breakpoints within `harrisSlack` of each other
 * form a group, in which the greatest b_j is chosen (Harris 1973; Maros, "A generalized dual phase-2 simplex
 * algorithm", 2003).
 */

/** No breakpoint stops the step: the row is a Farkas certificate of infeasibility. */
export const NO_CANDIDATE = -1;

/** A pivot is large enough with this share of the greatest entry among all candidates, or with this size. */
const GOOD_SHARE = 0.1;
const GOOD_SIZE = 1;

/**
 * `sign` is +1 for a leaving variable that goes to its upper bound, -1 for the lower one. `violation` > 0 is its
 * distance to that bound, known to within `noise`: flips that leave no more than the noise have removed the violation.
 * Returns the entering variable or NO_CANDIDATE; `ratioTest.index[0 .. numFlips)` are then the variables to flip.
 */
export function chooseEntering(s: SimplexState, sign: number, violation: number, noise = 0): number {
  const { index: ratioIndex, alpha: ratioAlpha, cost: ratioCost, groupEnd } = s.ratioTest;
  const { lower, upper } = s.working;
  const { harrisSlack } = s.safeguards;
  s.ratioTest.numFlips = 0;
  const numCandidates = listCandidates(s, sign);
  if (numCandidates === 0) return NO_CANDIDATE;

  // --- Front part: everything up to a step, which grows until the slope turns negative ---
  let numFront = 0;
  let slope = violation;
  let step = 0;
  for (;;) {
    let next = Infinity;
    for (let k = numFront; k < numCandidates; k++) {
      const t = (ratioCost[k] + harrisSlack) / ratioAlpha[k];
      if (t < next) next = t;
    }
    if (next === Infinity) {
      if (slope > Math.max(s.safeguards.primalTolerance, noise)) return NO_CANDIDATE;
      break;
    }
    step = Math.max(next, 5 * step);
    for (let k = numFront; k < numCandidates; k++) {
      if (ratioCost[k] > step * ratioAlpha[k]) continue;
      const j = ratioIndex[k];
      slope -= ratioAlpha[k] * (upper[j] - lower[j]);
      swap(ratioIndex, ratioAlpha, ratioCost, k, numFront++);
    }
    if (slope < 0) break;
  }

  // --- Groups in the front part, up to the one where the slope turns negative ---
  slope = violation;
  let numGroups = 0;
  let from = 0;
  let greatest = 0;
  while (from < numFront) {
    step = Infinity;
    let nearest = from;
    for (let k = from; k < numFront; k++) {
      const t = (ratioCost[k] + harrisSlack) / ratioAlpha[k];
      if (t >= step) continue;
      step = t;
      nearest = k;
    }
    let to = from;
    for (let k = from; k < numFront; k++) {
      // NB: by rounding the nearest can be outside its own step; a group always contains it.
      if (ratioCost[k] > step * ratioAlpha[k] && k !== nearest) continue;
      const j = ratioIndex[k];
      slope -= ratioAlpha[k] * (upper[j] - lower[j]);
      if (ratioAlpha[k] > greatest) greatest = ratioAlpha[k];
      swap(ratioIndex, ratioAlpha, ratioCost, k, to++);
    }
    groupEnd[numGroups++] = to;
    from = to;
    if (slope < 0) break;
  }

  // --- The last group with a large enough pivot ---
  const good = Math.min(GOOD_SIZE, GOOD_SHARE * greatest);
  for (let g = numGroups - 1; g >= 0; g--) {
    const first = g === 0 ? 0 : groupEnd[g - 1];
    let best = first;
    for (let k = first + 1; k < groupEnd[g]; k++) {
      if (ratioAlpha[k] > ratioAlpha[best] || (ratioAlpha[k] === ratioAlpha[best] && ratioIndex[k] < ratioIndex[best]))
        best = k;
    }
    if (ratioAlpha[best] < good) continue;
    s.ratioTest.numFlips = first;
    return ratioIndex[best];
  }
  return NO_CANDIDATE;
}

function listCandidates(s: SimplexState, sign: number): number {
  const { alpha } = s.pivot;
  const { move } = s.basis;
  const { reducedCost } = s.point;
  const { index: ratioIndex, alpha: ratioAlpha, cost: ratioCost } = s.ratioTest;
  const aValue = alpha.value;
  let count = 0;
  for (let q = 0; q < alpha.count; q++) {
    const j = alpha.index[q];
    let b = sign * aValue[j];
    let d = reducedCost[j];
    const direction = move[j];
    if (direction === Move.either) {
      b = Math.abs(b);
      d = 0;
    } else if (direction === Move.down) {
      b = -b;
      d = -d;
    }
    if (b <= 0) continue;
    ratioIndex[count] = j;
    ratioAlpha[count] = b;
    ratioCost[count++] = d > 0 ? d : 0;
  }
  return count;
}

function swap(index: Int32Array, alpha: Float64Array, cost: Float64Array, a: number, b: number): void {
  if (a === b) return;
  const j = index[a];
  index[a] = index[b];
  index[b] = j;
  const t = alpha[a];
  alpha[a] = alpha[b];
  alpha[b] = t;
  const c = cost[a];
  cost[a] = cost[b];
  cost[b] = c;
}
