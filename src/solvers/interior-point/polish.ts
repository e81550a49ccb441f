import { BasisStatus } from "../../lp/basis.ts";
import { greatestSize } from "../../sparse/greatest-size.ts";
import { columnProduct, subtractProduct } from "./form-products.ts";
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
  newton.factorWith(insideWeights(status), POLISH_REGULARISATION);
  const none = new Float64Array(form.numCols);
  const dx = new Float64Array(form.numCols);
  const dy = new Float64Array(form.numRows);
  const residual = new Float64Array(form.numRows);
  return refine(() => {
    residual.set(rhs);
    subtractProduct(form, x, residual);
    return residual;
  }, () => {
    newton.solveReduced(none, residual, dx, dy);
    for (let j = 0; j < form.numCols; j++) if (status[j] === BasisStatus.basic) x[j] += dx[j];
  });
}

/**
 * Moves y by the least change that gives every column inside its limits a reduced cost of 0. Changes `y`; returns the
 * greatest reduced cost left.
 */
export function polishPrices(newton: Newton, status: Uint8Array, cost: Float64Array, y: Float64Array): number {
  const { form } = newton.kkt;
  newton.factorWith(insideWeights(status), POLISH_REGULARISATION);
  const none = new Float64Array(form.numRows);
  const dx = new Float64Array(form.numCols);
  const dy = new Float64Array(form.numRows);
  const g = new Float64Array(form.numCols);
  return refine(() => {
    for (let j = 0; j < form.numCols; j++) g[j] = status[j] === BasisStatus.basic ? cost[j] - columnProduct(form, j, y) : 0;
    return g;
  }, () => {
    newton.solveReduced(g, none, dx, dy);
    for (let i = 0; i < form.numRows; i++) y[i] += dy[i];
  });
}

/** Takes steps while they bring the residual down; returns the greatest that is left. */
function refine(measure: () => Float64Array, step: () => void): number {
  let before = Infinity;
  for (let round = 0; ; round++) {
    const worst = greatestSize(measure());
    if (round === MAX_ROUNDS || worst === 0 || worst > LEAST_PROGRESS * before) return worst;
    before = worst;
    step();
  }
}

/** 1 for the columns inside their limits, 0 for the others. */
export function insideWeights(status: Uint8Array): Float64Array {
  return Float64Array.from(status, (place) => (place === BasisStatus.basic ? 1 : 0));
}
