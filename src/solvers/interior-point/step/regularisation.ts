import { LEAST_REGULARISATION } from "../tolerances.ts";

/** Regularisation is this share of mu while that is between the least and the greatest. */
const REGULARISATION_SHARE = 1e-3;
export const GREATEST_REGULARISATION = 1e-4;
/** Share of the old primal residual that a step may fail to remove before directions are refined. */
const LOSS_TOLERATED = 0.1;
const LOSS_FLOOR = 1e-10;

/** The regularisation that a step from a point of mean product `mu` tries first. */
export function leastRegularisation(mu: number): number {
  const share = Math.min(GREATEST_REGULARISATION, REGULARISATION_SHARE * mu);
  return Math.max(LEAST_REGULARISATION, share);
}

/**
 * Whether the next direction needs iterative refinement. A step of length `primalStep` promises a primal residual of
 * (1 - primalStep) times the one before; much more than that is what regularisation and rounding have lost.
 */
export function needsRefinement(primalNorm: number, normBefore: number, primalStep: number): boolean {
  const lost = primalNorm - (1 - primalStep) * normBefore;
  return lost > LOSS_TOLERATED * normBefore + LOSS_FLOOR;
}
