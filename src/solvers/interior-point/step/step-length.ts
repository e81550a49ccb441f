import type { Complementarity } from "./complementarity.ts";
import type { Newton } from "../linear-system/newton.ts";
import { StepRule } from "../tolerances.ts";
import type { Direction, Point } from "./point.ts";

/** How far a direction may be followed before a variable reaches 0; Infinity if it never does. */
export interface StepLengths {
  primal: number;
  dual: number;
}

/** Step lengths of the predictor, and its sums of z dx - v dx and of z dx^2 / x + v dx^2 / w. */
export interface AffineSteps extends StepLengths {
  first: number;
  second: number;
}

/**
 * Step lengths of the predictor, from its x alone. As dz = -z (1 + dx / x), a dual reaches 0 at 1 / (1 + dx / x), and
 * the product of a pair with r = dx / x becomes x z (1 + primalStep r) (1 - dualStep (1 + r)).
 */
export function affineSteps(newton: Newton, point: Point, direction: Direction, out: AffineSteps): void {
  const { inverseX, inverseW } = newton;
  const { z, v } = point;
  const { x: dx } = direction;
  let least = 0;
  let greatest = -1;
  let first = 0;
  let second = 0;
  for (let j = 0; j < v.length; j++) {
    const move = dx[j];
    const below = move * inverseX[j];
    const above = -move * inverseW[j];
    const zMove = move * z[j];
    const vMove = -move * v[j];
    first += zMove + vMove;
    second += zMove * below + vMove * above;
    if (below < least) least = below;
    if (below > greatest) greatest = below;
    if (above < least) least = above;
    if (above > greatest) greatest = above;
  }
  for (let j = v.length; j < z.length; j++) {
    const move = dx[j];
    const below = move * inverseX[j];
    const zMove = move * z[j];
    first += zMove;
    second += zMove * below;
    if (below < least) least = below;
    if (below > greatest) greatest = below;
  }
  out.primal = 1 / (0 - least); // NB: -1 / 0 would be -Infinity
  out.dual = 1 / (1 + greatest);
  out.first = first;
  out.second = second;
}

/**
 * Mean complementarity product after the longest steps of the predictor (at most full ones), from a point where it is
 * `mu`.
 */
export function affineMean(mu: number, numPairs: number, steps: AffineSteps): number {
  const { first, second } = steps;
  const primal = Math.min(1, steps.primal);
  const dual = Math.min(1, steps.dual);
  const change = first * (primal * (1 - dual) - dual) - second * primal * dual;
  return numPairs === 0 ? 0 : Math.max(0, mu * (1 - dual) + change / numPairs); // below 0 by rounding only
}

/** Below this mu the boundary share is the final one. */
const FINAL_MU = 1e-4;

/** The share of its way to the boundary that a step goes. */
export function boundaryShare(mu: number, boundary: StepLengths): number {
  if (!(mu < FINAL_MU)) return StepRule.boundaryShare;
  const way = Math.min(boundary.primal, boundary.dual, StepRule.greatestBoundaryShare);
  return Math.max(StepRule.finalBoundaryShare, way);
}

/** Computes z and v of a direction from its x (its w is -x) and, in the same pass, the step lengths to the boundary. */
export function recoverDuals(
  newton: Newton,
  point: Point,
  complementarity: Complementarity,
  direction: Direction,
  out: StepLengths,
): void {
  const { inverseX, inverseW } = newton;
  const { z, v } = point;
  const { xz, wv } = complementarity;
  const { x: dx, z: dz, v: dv } = direction;
  // Greatest relative decrease; its reciprocal is the step.
  let primal = 0;
  let dual = 0;
  for (let j = 0; j < dz.length; j++) {
    const relative = dx[j] * inverseX[j];
    const dzj = xz[j] * inverseX[j] - z[j] * (1 + relative);
    dz[j] = dzj;
    if (-relative > primal) primal = -relative;
    if (-dzj > dual * z[j]) dual = -dzj / z[j];
  }
  for (let j = 0; j < dv.length; j++) {
    const relative = dx[j] * inverseW[j];
    const dvj = wv[j] * inverseW[j] - v[j] * (1 - relative);
    dv[j] = dvj;
    if (relative > primal) primal = relative;
    if (-dvj > dual * v[j]) dual = -dvj / v[j];
  }
  out.primal = 1 / primal;
  out.dual = 1 / dual;
}
