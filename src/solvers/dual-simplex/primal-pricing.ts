import { Place } from "../../lp/basis.ts";
import { Move, type SimplexState, wrongBy } from "./simplex-state.ts";

/**
 * Devex pricing (Harris, Math. Programming 5, 1973): the greatest reducedCost^2 / weight of the wrong sign, over the list of
 * those alone: on a face most of a year's variables are fixed, and few of the others attract. Sets `enteringDirection`. Where
 * none is left, a variable between its limits is taken to be pushed to one (`pushing`).
 */
export function chooseEnteringByDevex(s: SimplexState): number {
  const { move, reducedCost, devexWeight, dualTolerance, attractive, isAttractive } = s;
  let best = -1;
  let merit = 0;
  let kept = 0;
  for (let k = 0; k < s.numAttractive; k++) {
    const j = attractive[k];
    const wrong = wrongBy(move[j], reducedCost[j]);
    if (wrong <= dualTolerance) {
      isAttractive[j] = 0;
      continue;
    }
    attractive[kept++] = j;
    const bar = merit * devexWeight[j];
    if (wrong * wrong > bar || (wrong * wrong === bar && j < best)) {
      merit = (wrong * wrong) / devexWeight[j];
      best = j;
    }
  }
  s.numAttractive = kept;
  s.pushing = false;
  if (best >= 0) {
    s.enteringDirection = reducedCost[best] < 0 ? 1 : -1;
    return best;
  }
  for (let j = 0; j < move.length; j++) {
    if (move[j] !== Move.either || !isBetweenLimits(s, j)) continue;
    s.pushing = true;
    const goesDown = s.lower[j] > -Infinity || (s.upper[j] === Infinity && s.x[j] > 0);
    s.enteringDirection = goesDown ? -1 : 1;
    return j;
  }
  return -1;
}

/** Lists what attracts afresh, as it must be when reduced costs have changed beyond a pivot. */
export function listAttractive(s: SimplexState): void {
  s.numAttractive = 0;
  s.isAttractive.fill(0);
  for (let j = 0; j < s.move.length; j++) noteAttractive(s, j);
}

/** Lists variable j where its reduced cost has become of the wrong sign. */
export function noteAttractive(s: SimplexState, j: number): void {
  if (wrongBy(s.move[j], s.reducedCost[j]) <= s.dualTolerance || s.isAttractive[j] === 1) return;
  s.isAttractive[j] = 1;
  s.attractive[s.numAttractive++] = j;
}

/** Whether a nonbasic variable rests neither at a limit nor, being free, at zero. */
function isBetweenLimits(s: SimplexState, j: number): boolean {
  return s.place[j] === Place.free && (s.x[j] !== 0 || s.lower[j] > -Infinity || s.upper[j] < Infinity);
}

/** Reference weights after q entered for p with pivot `alphaQ`, over the pivot row in `alpha`. */
export function updateDevexWeights(s: SimplexState, q: number, p: number, alphaQ: number): void {
  const { alpha, devexWeight } = s;
  const entering = devexWeight[q];
  const factor = entering / (alphaQ * alphaQ);
  for (let k = 0; k < alpha.count; k++) {
    const j = alpha.index[k];
    const a = alpha.value[j];
    const weight = a * a * factor;
    if (weight > devexWeight[j]) devexWeight[j] = weight;
  }
  devexWeight[p] = Math.max(1, factor);
  if (entering > 1e7) devexWeight.fill(1);
}
