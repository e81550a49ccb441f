import type { BoundedForm } from "./bounded-form.ts";
import type { Complementarity } from "./complementarity.ts";
import type { Point } from "./point.ts";
import type { Residuals } from "./residuals.ts";

/** How far a direction may be followed before a variable meets 0; Infinity where none does. */
export interface StepLengths {
  primal: number;
  dual: number;
}

/** Completes a direction by w, z and v from its x, and finds the steps to the boundary in the same pass. */
export function recoverDuals(
  form: BoundedForm,
  point: Point,
  residuals: Residuals,
  complementarity: Complementarity,
  direction: Point,
  out: StepLengths,
): void {
  const { numBoxed, numSigned } = form;
  const { x, z, w, v } = point;
  const { xz, wv } = complementarity;
  const dx = direction.x;
  const dz = direction.z;
  const dw = direction.w;
  const dv = direction.v;
  const { upper } = residuals;
  // Greatest relative decrease; its reciprocal is the step.
  let primal = 0;
  let dual = 0;
  for (let j = 0; j < numSigned; j++) {
    const xj = x[j];
    const relative = dx[j] / xj;
    const dzj = xz[j] / xj - z[j] * relative;
    dz[j] = dzj;
    if (-relative > primal) primal = -relative;
    if (dzj < 0 && -dzj > dual * z[j]) dual = -dzj / z[j];
  }
  for (let j = 0; j < numBoxed; j++) {
    const wj = w[j];
    const dwj = upper[j] - dx[j];
    const relative = dwj / wj;
    const dvj = wv[j] / wj - v[j] * relative;
    dw[j] = dwj;
    dv[j] = dvj;
    if (-relative > primal) primal = -relative;
    if (dvj < 0 && -dvj > dual * v[j]) dual = -dvj / v[j];
  }
  out.primal = 1 / primal;
  out.dual = 1 / dual;
}
