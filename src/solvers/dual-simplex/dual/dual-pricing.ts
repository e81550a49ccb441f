import type { SimplexState } from "../state/simplex-state.ts";
import { LEAST_WEIGHT } from "../tolerances.ts";

/**
 * Dual steepest edge pricing (Forrest and Goldfarb, Math. Programming 57, 1992): the row of greatest
 * violation^2 / weight; -1 if every basic variable is within its bounds.
 */
export function chooseLeavingRow({ pricing }: SimplexState): number {
  return pricing.infeasibleRows.best(pricing.edgeWeight);
}

/**
 * Updates the steepest-edge weights after a pivot in row r. With ratio = column_i / column_r and tau = B^-1 rho,
 * w_i := w_i - 2 ratio tau_i + ratio^2 w_r, w_r := w_r / column_r^2.
 */
export function updateEdgeWeights(s: SimplexState, r: number, alphaR: number): void {
  const { edgeWeight } = s.pricing;
  const { column } = s.pivot;
  const tau = s.pivot.tau.value;
  const pivotWeight = edgeWeight[r];
  for (let k = 0; k < column.count; k++) {
    const i = column.index[k];
    const ratio = column.value[i] / alphaR;
    const weight = edgeWeight[i] + ratio * (ratio * pivotWeight - 2 * tau[i]);
    edgeWeight[i] = weight > LEAST_WEIGHT ? weight : LEAST_WEIGHT;
  }
  edgeWeight[r] = Math.max(LEAST_WEIGHT, pivotWeight / (alphaR * alphaR));
}
