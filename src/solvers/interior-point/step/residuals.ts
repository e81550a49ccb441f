import type { BoundedForm } from "../form/bounded-form.ts";
import type { Direction, Point } from "./point.ts";

/** The residuals of the optimality conditions at a point, and their norms. */
export class Residuals {
  /** rhs - A x */
  readonly primal: Float64Array;
  /** Reduced costs cost - A'y; minus z plus v they are the dual residual. */
  readonly reduced: Float64Array;
  /** Greatest entries of the primal and of the dual residual. */
  primalNorm = 0;
  dualNorm = 0;
  primalObjective = 0;
  /** The part of it that columns without an upper bound contribute. */
  openObjective = 0;
  dualObjective = 0;
  /** Mean complementarity product; 0 if no column has a bound. */
  mu = 0;

  constructor(form: BoundedForm) {
    this.primal = new Float64Array(form.numRows);
    this.reduced = new Float64Array(form.numCols);
  }

  get relativeGap(): number {
    return Math.abs(this.primalObjective - this.dualObjective) / (1 + Math.abs(this.primalObjective));
  }
}

/** Relative; a step to the boundary share differs from it by rounding. */
const ROUNDING = 1e-9;

/**
 * Moves the point by primalStep * (x, and -x for w) and dualStep * (z, v, y) of the direction, and computes the
 * residuals there. One pass over the columns does both, because memory traffic dominates the cost of a step. No pair
 * moves further than the share `most` of its way to 0; a boxed column that is stopped so keeps its z - v. Returns
 * whether every x has moved by its full length.
 */
export function moveAndMeasure(
  form: BoundedForm,
  point: Point,
  direction: Direction,
  primalStep: number,
  dualStep: number,
  most: number,
  out: Residuals,
): boolean {
  const { numRows, numBoxed, numSigned, rhs } = form;
  const { y } = point;
  const { primal } = out;
  for (let i = 0; i < numRows; i++) y[i] += dualStep * direction.y[i];
  primal.set(rhs);
  out.dualNorm = 0;
  out.mu = 0;
  out.primalObjective = 0;
  out.dualObjective = 0;
  const isBoxedWhole = moveBoxed(form, point, direction, primalStep, dualStep, most, out);
  const isWhole = moveOthers(form, point, direction, primalStep, dualStep, most, out);
  let primalNorm = 0;
  let dualObjective = 0;
  for (let i = 0; i < numRows; i++) {
    dualObjective += rhs[i] * y[i];
    const size = Math.abs(primal[i]);
    if (!(size <= primalNorm)) primalNorm = size;
  }
  out.primalNorm = primalNorm;
  out.mu /= Math.max(1, numBoxed + numSigned);
  out.dualObjective += dualObjective;
  return isBoxedWhole && isWhole;
}

function moveBoxed(
  form: BoundedForm,
  point: Point,
  direction: Direction,
  primalStep: number,
  dualStep: number,
  most: number,
  out: Residuals,
): boolean {
  const { numBoxed, colStart, rowIndex, value, cost, upper } = form;
  const { x, z, w, v, y } = point;
  const { x: dx, z: dz, v: dv } = direction;
  const { primal, reduced } = out;
  const least = 1 - most;
  const beyond = most + ROUNDING;
  let isWhole = true;
  let products = 0;
  let primalObjective = 0;
  let dualObjective = 0;
  let dualNorm = 0;
  let k = 0;
  for (let j = 0; j < numBoxed; j++) {
    let move = primalStep * dx[j];
    if (move < -most * x[j]) {
      if (move < -beyond * x[j]) isWhole = false;
      move = -most * x[j];
    } else if (move > most * w[j]) {
      if (move > beyond * w[j]) isWhole = false;
      move = most * w[j];
    }
    const xj = x[j] + move;
    const wj = w[j] - move;
    let zj = z[j] + dualStep * dz[j];
    let vj = v[j] + dualStep * dv[j];
    const short = Math.max(least * z[j] - zj, least * v[j] - vj);
    if (short > 0) {
      zj += short;
      vj += short;
    }
    x[j] = xj;
    w[j] = wj;
    z[j] = zj;
    v[j] = vj;
    let d = cost[j];
    primalObjective += d * xj;
    dualObjective -= upper[j] * vj;
    products += xj * zj + wj * vj;
    for (const end = colStart[j + 1]; k < end; k++) {
      const i = rowIndex[k];
      const a = value[k];
      primal[i] -= a * xj;
      d -= a * y[i];
    }
    reduced[j] = d;
    const size = Math.abs(d - zj + vj);
    if (!(size <= dualNorm)) dualNorm = size;
  }
  out.mu += products;
  out.primalObjective += primalObjective;
  out.dualObjective += dualObjective;
  out.dualNorm = Math.max(out.dualNorm, dualNorm);
  return isWhole;
}

function moveOthers(
  form: BoundedForm,
  point: Point,
  direction: Direction,
  primalStep: number,
  dualStep: number,
  most: number,
  out: Residuals,
): boolean {
  const { numBoxed, numSigned, numCols, colStart, rowIndex, value, cost } = form;
  const { x, z, y } = point;
  const { x: dx, z: dz } = direction;
  const { primal, reduced } = out;
  const least = 1 - most;
  const beyond = most + ROUNDING;
  let isWhole = true;
  let products = 0;
  let primalObjective = 0;
  let dualNorm = 0;
  let k = colStart[numBoxed];
  for (let j = numBoxed; j < numCols; j++) {
    let move = primalStep * dx[j];
    let zj = 0;
    if (j < numSigned) {
      if (move < -most * x[j]) {
        if (move < -beyond * x[j]) isWhole = false;
        move = -most * x[j];
      }
      zj = Math.max(least * z[j], z[j] + dualStep * dz[j]);
      z[j] = zj;
      products += (x[j] + move) * zj;
    }
    const xj = x[j] + move;
    x[j] = xj;
    let d = cost[j];
    primalObjective += d * xj;
    for (const end = colStart[j + 1]; k < end; k++) {
      const i = rowIndex[k];
      const a = value[k];
      primal[i] -= a * xj;
      d -= a * y[i];
    }
    reduced[j] = d;
    const size = Math.abs(d - zj);
    if (!(size <= dualNorm)) dualNorm = size;
  }
  out.mu += products;
  out.primalObjective += primalObjective;
  out.openObjective = primalObjective;
  out.dualNorm = Math.max(out.dualNorm, dualNorm);
  return isWhole;
}
