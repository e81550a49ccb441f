import type { Complementarity } from "./complementarity.ts";
import type { Newton } from "./newton.ts";
import type { Direction, Point } from "./point.ts";

/** How far a direction may be followed before a variable meets 0; Infinity where none does. */
export interface StepLengths {
  primal: number;
  dual: number;
}

/** Completes a direction by z and v from its x (its w is -x), and finds the steps to the boundary in the same pass. */
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
    const dzj = xz[j] * inverseX[j] - z[j] * relative;
    dz[j] = dzj;
    if (-relative > primal) primal = -relative;
    if (-dzj > dual * z[j]) dual = -dzj / z[j];
  }
  for (let j = 0; j < dv.length; j++) {
    const relative = dx[j] * inverseW[j];
    const dvj = wv[j] * inverseW[j] + v[j] * relative;
    dv[j] = dvj;
    if (relative > primal) primal = relative;
    if (-dvj > dual * v[j]) dual = -dvj / v[j];
  }
  out.primal = 1 / primal;
  out.dual = 1 / dual;
}
