import { BasisStatus } from "../../lp/basis.ts";
import type { BoundedForm } from "./bounded-form.ts";
import type { Newton } from "./newton.ts";

/** Against singular systems only; refinement takes it out. */
const POLISH_REGULARISATION = 1e-9;
const MAX_ROUNDS = 6;
/** A round that leaves more than this share of the residual is the last. */
const LEAST_PROGRESS = 0.5;

/**
 * Moves the columns inside their limits by the least change (in the squared sense) that satisfies A x = rhs; the others
 * stay. One factorisation, refined to rounding. Changes `x`; returns the greatest residual left.
 */
export function polishPoint(newton: Newton, status: Uint8Array, rhs: Float64Array, x: Float64Array): number {
  const { form } = newton.kkt;
  newton.factorWith(insideWeights(form, status), POLISH_REGULARISATION);
  const none = new Float64Array(form.numCols);
  const dx = new Float64Array(form.numCols);
  const dy = new Float64Array(form.numRows);
  const residual = new Float64Array(form.numRows);
  let before = Infinity;
  for (let round = 0; ; round++) {
    const worst = rowResidual(form, rhs, x, residual);
    if (round === MAX_ROUNDS || worst === 0 || worst > LEAST_PROGRESS * before) return worst;
    before = worst;
    newton.solveReduced(none, residual, dx, dy);
    for (let j = 0; j < form.numCols; j++) if (status[j] === BasisStatus.basic) x[j] += dx[j];
  }
}

/**
 * Moves y by the least change that gives every column inside its limits a reduced cost of 0. Changes `y`; returns the
 * greatest reduced cost left.
 */
export function polishPrices(newton: Newton, status: Uint8Array, cost: Float64Array, y: Float64Array): number {
  const { form } = newton.kkt;
  newton.factorWith(insideWeights(form, status), POLISH_REGULARISATION);
  const none = new Float64Array(form.numRows);
  const dx = new Float64Array(form.numCols);
  const dy = new Float64Array(form.numRows);
  const g = new Float64Array(form.numCols);
  let before = Infinity;
  for (let round = 0; ; round++) {
    const worst = reducedCostsInside(form, status, cost, y, g);
    if (round === MAX_ROUNDS || worst === 0 || worst > LEAST_PROGRESS * before) return worst;
    before = worst;
    newton.solveReduced(g, none, dx, dy);
    for (let i = 0; i < form.numRows; i++) y[i] += dy[i];
  }
}

function insideWeights(form: BoundedForm, status: Uint8Array): Float64Array {
  const weight = new Float64Array(form.numCols);
  for (let j = 0; j < form.numCols; j++) if (status[j] === BasisStatus.basic) weight[j] = 1;
  return weight;
}

function rowResidual(form: BoundedForm, rhs: Float64Array, x: Float64Array, out: Float64Array): number {
  const { numRows, numCols, colStart, rowIndex, value } = form;
  out.set(rhs);
  for (let j = 0; j < numCols; j++) {
    const xj = x[j];
    if (xj === 0) continue;
    for (let k = colStart[j]; k < colStart[j + 1]; k++) out[rowIndex[k]] -= value[k] * xj;
  }
  let worst = 0;
  for (let i = 0; i < numRows; i++) worst = Math.max(worst, Math.abs(out[i]));
  return worst;
}

function reducedCostsInside(
  form: BoundedForm,
  status: Uint8Array,
  cost: Float64Array,
  y: Float64Array,
  out: Float64Array,
): number {
  const { numCols, colStart, rowIndex, value } = form;
  let worst = 0;
  for (let j = 0; j < numCols; j++) {
    out[j] = 0;
    if (status[j] !== BasisStatus.basic) continue;
    let d = cost[j];
    for (let k = colStart[j]; k < colStart[j + 1]; k++) d -= value[k] * y[rowIndex[k]];
    out[j] = d;
    worst = Math.max(worst, Math.abs(d));
  }
  return worst;
}
