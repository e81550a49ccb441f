import { Move, type SimplexState, dualInfeasibility } from "../state/simplex-state.ts";

/**
 * Devex pricing (Harris, Math. Programming 5, 1973): the variable of greatest reducedCost^2 / weight among those with a
 * reduced cost of the wrong sign. Sets `choice.enteringDirection`. If there is none, a variable between its bounds is
 * chosen and only pushed to a bound (`choice.isPush`).
 */
export function chooseEnteringByDevex(s: SimplexState): number {
  const { move } = s.basis;
  const { lower, upper } = s.working;
  const { x } = s.point;
  const best = s.pricing.candidates.best(s.pricing.devexWeight);
  s.choice.isPush = best < 0;
  if (best >= 0) {
    s.choice.enteringDirection = s.point.reducedCost[best] < 0 ? 1 : -1;
    return best;
  }
  for (let j = 0; j < move.length; j++) {
    // A free variable at zero may stay there.
    if (move[j] !== Move.either || (lower[j] === -Infinity && upper[j] === Infinity && x[j] === 0)) continue;
    const goesDown = lower[j] > -Infinity || (upper[j] === Infinity && x[j] > 0);
    s.choice.enteringDirection = goesDown ? -1 : 1;
    return j;
  }
  return -1;
}

/** Updates whether j is a pricing candidate, after its reduced cost or its move has changed. */
export function updateCandidate(s: SimplexState, j: number): void {
  const wrong = dualInfeasibility(s.basis.move[j], s.point.reducedCost[j]);
  const isNoise =
    wrong <= s.safeguards.dualTolerance ||
    (s.safeguards.strict !== undefined && wrong <= s.safeguards.strict.costNoise[j]);
  s.pricing.candidates.note(j, isNoise ? 0 : wrong * wrong);
}

/**
 * Updates reference weights and pricing candidates along the pivot row `alpha`, after q has entered for p with pivot
 * `alphaQ`.
 */
export function updatePrimalPricing(s: SimplexState, q: number, p: number, alphaQ: number): void {
  const { alpha } = s.pivot;
  const { devexWeight } = s.pricing;
  const entering = devexWeight[q];
  const factor = entering / (alphaQ * alphaQ);
  for (let k = 0; k < alpha.count; k++) {
    const j = alpha.index[k];
    const a = alpha.value[j];
    const weight = a * a * factor;
    if (weight > devexWeight[j]) devexWeight[j] = weight;
    updateCandidate(s, j);
  }
  updateCandidate(s, p);
  updateCandidate(s, q);
  devexWeight[p] = Math.max(1, factor);
  if (entering > 1e7) devexWeight.fill(1);
}
