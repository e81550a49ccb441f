import { Move, type SimplexState, wrongBy } from "../state/simplex-state.ts";

/**
 * Devex pricing (Harris, Math. Programming 5, 1973): the greatest reducedCost^2 / weight of the wrong sign. Sets
 * `enteringDirection`. Where none is left, a variable between its limits is taken to be pushed to one (`pushing`).
 */
export function chooseEnteringByDevex(s: SimplexState): number {
  const { move, lower, upper, x } = s;
  const best = s.attractive.best(s.devexWeight);
  s.pushing = best < 0;
  if (best >= 0) {
    s.enteringDirection = s.reducedCost[best] < 0 ? 1 : -1;
    return best;
  }
  for (let j = 0; j < move.length; j++) {
    // A free variable rests at zero.
    if (move[j] !== Move.either || (lower[j] === -Infinity && upper[j] === Infinity && x[j] === 0)) continue;
    const goesDown = lower[j] > -Infinity || (upper[j] === Infinity && x[j] > 0);
    s.enteringDirection = goesDown ? -1 : 1;
    return j;
  }
  return -1;
}

/** Brings up to date whether variable j attracts, after its reduced cost or its way to move has changed. */
export function noteAttractive(s: SimplexState, j: number): void {
  const wrong = wrongBy(s.move[j], s.reducedCost[j]);
  const isNoise = wrong <= s.dualTolerance || (s.exacting !== undefined && wrong <= s.exacting.costNoise[j]);
  s.attractive.note(j, isNoise ? 0 : wrong * wrong);
}

/**
 * Reference weights, and who attracts, after q has entered for p with pivot `alphaQ`, over the pivot row in `alpha`.
 */
export function updatePrimalPricing(s: SimplexState, q: number, p: number, alphaQ: number): void {
  const { alpha, devexWeight } = s;
  const entering = devexWeight[q];
  const factor = entering / (alphaQ * alphaQ);
  for (let k = 0; k < alpha.count; k++) {
    const j = alpha.index[k];
    const a = alpha.value[j];
    const weight = a * a * factor;
    if (weight > devexWeight[j]) devexWeight[j] = weight;
    noteAttractive(s, j);
  }
  noteAttractive(s, p);
  noteAttractive(s, q);
  devexWeight[p] = Math.max(1, factor);
  if (entering > 1e7) devexWeight.fill(1);
}
