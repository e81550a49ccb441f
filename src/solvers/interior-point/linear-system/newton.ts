import { minusColumn, subtractProduct } from "../../../sparse/column-matrix.ts";
import type { BoundedForm } from "../form/bounded-form.ts";
import type { Complementarity } from "../step/complementarity.ts";
import type { Direction, Point } from "../step/point.ts";
import type { ReducedKkt } from "./reduced-kkt.ts";
import type { Residuals } from "../step/residuals.ts";

export interface Newton {
  readonly kkt: ReducedKkt;
  /** 1 / x and 1 / w at the point of the last factorisation: divisions would dominate every pass over columns. */
  readonly inverseX: Float64Array;
  readonly inverseW: Float64Array;
  /** Factors at a point. Returns how many pivots had to be replaced. */
  factor(point: Point, rho: number, delta: number): Generator<void, number>;
  /** Factors with D = `given` (positive; 0 becomes LEAST_WEIGHT for retained columns) instead of that of a point. */
  factorWith(given: Float64Array, delta: number): Generator<void, number>;
  /** Computes x and y of `direction`; `recoverDuals` adds z and v. Without `complementarity`: the predictor. */
  solve(residuals: Residuals, complementarity: Complementarity | undefined, direction: Direction): void;
  /** One step of iterative refinement without regularisation. NB: at most once after each `solve`; it overwrites g. */
  refine(residuals: Residuals, direction: Direction): void;
  /** A'dy - dx / D = g and A dx + delta dy = primal, with D and delta of the last factorisation. */
  solveReduced(g: Float64Array, primal: Float64Array, dx: Float64Array, dy: Float64Array): void;
}

/**
 * Newton's equations of the optimality conditions at a point, solved through the reduced system:
 *
 *     A dx = primal    dx + dw = 0    A'dy + dz - dv = dual    z dx + x dz = xz - x z    v dw + w dv = wv - w v
 *
 * With Theta^-1 = z / x + v / w and g = dual + z - v - xz / x + wv / w this is A'dy - Theta^-1 dx = g, where
 * dual + z - v = cost - A'y does not depend on z and v. Primal-dual regularisation: the factors use Theta^-1 + rho and
 * add delta to the rows (a proximal step from the point itself); `refine` removes both.
 */
export function newtonOf(kkt: ReducedKkt): Newton {
  const { form, retainedCols, vector, placeOfRow, placeOfRetained } = kkt;
  const { numRows, numCols } = form;
  /** D = 1 / (Theta^-1 + rho), 0 for retained columns. */
  const weight = new Float64Array(numCols);
  const inverseX = new Float64Array(form.numSigned);
  const inverseW = new Float64Array(form.numBoxed);
  const retainedInverse = new Float64Array(retainedCols.length);
  const g = new Float64Array(numCols);
  const rows = new Float64Array(numRows);
  const correction = new Float64Array(numCols);
  const correctionRows = new Float64Array(numRows);
  let rho = 0;

  const factorWeights = (delta: number): Generator<void, number> => {
    for (let s = 0; s < retainedCols.length; s++) {
      const j = retainedCols[s];
      retainedInverse[s] = 1 / Math.max(LEAST_WEIGHT, weight[j]);
      weight[j] = 0;
    }
    return kkt.factor(weight, retainedInverse, delta);
  };

  /** As `solveReduced`, with primal + A D g in dy. */
  const solveRows = (given: Float64Array, dx: Float64Array, dy: Float64Array): void => {
    for (let i = 0; i < numRows; i++) vector[placeOfRow[i]] = dy[i];
    for (let s = 0; s < retainedCols.length; s++) vector[placeOfRetained[s]] = given[retainedCols[s]];
    kkt.solve();
    for (let i = 0; i < numRows; i++) dy[i] = vector[placeOfRow[i]];
    backSubstitute(form, weight, given, dy, dx);
    for (let s = 0; s < retainedCols.length; s++) dx[retainedCols[s]] = vector[placeOfRetained[s]];
  };

  const solveReduced: Newton["solveReduced"] = (given, primal, dx, dy) => {
    dy.set(primal);
    addWeighted(form, weight, given, dy);
    solveRows(given, dx, dy);
  };

  return {
    kkt,
    inverseX,
    inverseW,
    solveReduced,

    *factor(point, proximal, delta) {
      rho = proximal;
      setWeights(form, point, rho, weight, inverseX, inverseW);
      return yield* factorWeights(delta);
    },

    *factorWith(given, delta) {
      rho = 0;
      weight.set(given);
      return yield* factorWeights(delta);
    },

    solve({ primal, reduced }, complementarity, { x, y }) {
      if (complementarity === undefined) {
        solveReduced(reduced, primal, x, y);
        return;
      }
      y.set(primal); // y holds the right-hand side until it is solved for
      addTargets(form, inverseX, inverseW, weight, reduced, complementarity, g, y);
      solveRows(g, x, y);
    },

    refine({ primal }, { x, y }) {
      rows.set(primal);
      subtractProduct(form, x, rows);
      for (let j = 0; j < numCols; j++) correction[j] = -rho * x[j];
      for (let s = 0; s < retainedCols.length; s++) {
        const j = retainedCols[s];
        correction[j] = minusColumn(form, j, y, g[j]) + (retainedInverse[s] - rho) * x[j];
      }
      g.set(correction);
      solveReduced(g, rows, correction, correctionRows);
      for (let j = 0; j < numCols; j++) x[j] += correction[j];
      for (let i = 0; i < numRows; i++) y[i] += correctionRows[i];
    },
  };
}

/**
 * The weight, in their pivot, of retained columns that do not move: 1 / 0 would be infinite. NB: far below any true
 * weight. The pivot no longer contains Theta, and dz = -Theta dx would be wrong by the ratio.
 */
const LEAST_WEIGHT = 1e-30;

function setWeights(
  form: BoundedForm,
  point: Point,
  rho: number,
  weight: Float64Array,
  inverseX: Float64Array,
  inverseW: Float64Array,
): void {
  const { numBoxed, numSigned, numCols } = form;
  const { x, z, w, v } = point;
  for (let j = 0; j < numBoxed; j++) {
    const ix = 1 / x[j];
    const iw = 1 / w[j];
    inverseX[j] = ix;
    inverseW[j] = iw;
    weight[j] = 1 / (z[j] * ix + v[j] * iw + rho);
  }
  for (let j = numBoxed; j < numSigned; j++) {
    const ix = 1 / x[j];
    inverseX[j] = ix;
    weight[j] = 1 / (z[j] * ix + rho);
  }
  const free = 1 / rho;
  for (let j = numSigned; j < numCols; j++) weight[j] = free;
}

/** g = reduced - xz / x + wv / w, and rows += A (weight .* g). */
function addTargets(
  form: BoundedForm,
  inverseX: Float64Array,
  inverseW: Float64Array,
  weight: Float64Array,
  reduced: Float64Array,
  complementarity: Complementarity,
  g: Float64Array,
  rows: Float64Array,
): void {
  const { numBoxed, numSigned, numCols, colStart, rowIndex, value } = form;
  const { xz, wv } = complementarity;
  let k = 0;
  for (let j = 0; j < numCols; j++) {
    let gj = reduced[j];
    if (j < numSigned) gj -= xz[j] * inverseX[j];
    if (j < numBoxed) gj += wv[j] * inverseW[j];
    g[j] = gj;
    const h = weight[j] * gj;
    for (const end = colStart[j + 1]; k < end; k++) rows[rowIndex[k]] += value[k] * h;
  }
}

/** rows += A (weight .* g) */
function addWeighted(form: BoundedForm, weight: Float64Array, g: Float64Array, rows: Float64Array): void {
  const { numCols, colStart, rowIndex, value } = form;
  let k = 0;
  for (let j = 0; j < numCols; j++) {
    const end = colStart[j + 1];
    const h = weight[j] * g[j];
    for (; k < end; k++) rows[rowIndex[k]] += value[k] * h;
  }
}

/** dx = weight .* (A'dy - g) */
function backSubstitute(
  form: BoundedForm,
  weight: Float64Array,
  g: Float64Array,
  dy: Float64Array,
  dx: Float64Array,
): void {
  const { numCols, colStart, rowIndex, value } = form;
  let k = 0;
  for (let j = 0; j < numCols; j++) {
    const end = colStart[j + 1];
    let sum = -g[j];
    for (; k < end; k++) sum += value[k] * dy[rowIndex[k]];
    dx[j] = weight[j] * sum;
  }
}
