import { minusColumn, subtractProduct } from "../../sparse/column-matrix.ts";
import type { BoundedForm } from "./bounded-form.ts";
import type { Complementarity } from "./complementarity.ts";
import type { Direction, Point } from "./point.ts";
import type { ReducedKkt } from "./reduced-kkt.ts";
import type { Residuals } from "./residuals.ts";

/**
 * Newton's equations of the optimality conditions at a point, solved by way of the reduced system:
 *
 *     A dx = primal    dx + dw = 0    A'dy + dz - dv = dual    z dx + x dz = xz - x z    v dw + w dv = wv - w v
 *
 * With Theta^-1 = z / x + v / w, g = dual + z - v - xz / x + wv / w this is A'dy - Theta^-1 dx = g, and dual + z - v is
 * cost - A'y whatever z and v. The factors hold
 * Theta^-1 + rho and add delta to the rows (a proximal step from the point itself), `refine` takes both out.
 */
export class Newton {
  readonly kkt: ReducedKkt;
  private readonly form: BoundedForm;
  /** D = 1 / (Theta^-1 + rho), 0 for kept columns. */
  private readonly weight: Float64Array;
  /** D of the columns whose dx = D (A'dy - g): those, and kept ones whose rounding Theta would multiply into dz. */
  private readonly ownWeight: Float64Array;
  /** 1 / x and 1 / w of the point of the last factorisation: divisions are what a pass over columns is made of. */
  readonly inverseX: Float64Array;
  readonly inverseW: Float64Array;
  private readonly keptInverse: Float64Array;
  private readonly g: Float64Array;
  private readonly rows: Float64Array;
  private readonly correction: Float64Array;
  private readonly correctionRows: Float64Array;
  private rho = 0;

  constructor(kkt: ReducedKkt) {
    const { form } = kkt;
    this.kkt = kkt;
    this.form = form;
    this.weight = new Float64Array(form.numCols);
    this.ownWeight = new Float64Array(form.numCols);
    this.inverseX = new Float64Array(form.numSigned);
    this.inverseW = new Float64Array(form.numBoxed);
    this.keptInverse = new Float64Array(kkt.keptCols.length);
    this.g = new Float64Array(form.numCols);
    this.rows = new Float64Array(form.numRows);
    this.correction = new Float64Array(form.numCols);
    this.correctionRows = new Float64Array(form.numRows);
  }

  factor(point: Point, rho: number, delta: number): void {
    setWeights(this.form, point, rho, this.weight, this.inverseX, this.inverseW);
    this.factorWeights(rho, delta);
  }

  /** Factors with D = `weight` (positive; 0 counts as LEAST_WEIGHT for kept columns) instead of a point's. */
  factorWith(weight: Float64Array, delta: number): void {
    this.weight.set(weight);
    this.factorWeights(0, delta);
  }

  private factorWeights(rho: number, delta: number): void {
    const { weight, ownWeight, kkt, keptInverse } = this;
    this.rho = rho;
    ownWeight.set(weight);
    for (let s = 0; s < kkt.keptCols.length; s++) {
      const j = kkt.keptCols[s];
      keptInverse[s] = 1 / Math.max(LEAST_WEIGHT, weight[j]);
      weight[j] = 0;
      if (keptInverse[s] <= 1) ownWeight[j] = 0;
    }
    kkt.factor(weight, keptInverse, delta);
  }

  /** Fills x and y of `direction`; `recoverDuals` adds z and v. Without targets: the predictor. */
  solve(residuals: Residuals, complementarity: Complementarity | undefined, direction: Direction): void {
    const { primal, reduced } = residuals;
    const { x, y } = direction;
    if (complementarity === undefined) {
      this.solveReduced(reduced, primal, x, y);
      return;
    }
    y.set(primal); // y holds the right-hand side until it is solved for
    addTargets(this.form, this.inverseX, this.inverseW, this.weight, reduced, complementarity, this.g, y);
    this.solveRows(this.g, x, y);
  }

  /** One step of refinement on the equations without regularisation. NB: once after each `solve`; it uses up g. */
  refine(residuals: Residuals, direction: Direction): void {
    const { form, g, rows, rho, keptInverse, correction, correctionRows } = this;
    const { keptCols } = this.kkt;
    rows.set(residuals.primal);
    subtractProduct(form, direction.x, rows);
    const { x, y } = direction;
    for (let j = 0; j < form.numCols; j++) correction[j] = -rho * x[j];
    for (let s = 0; s < keptCols.length; s++) {
      const j = keptCols[s];
      correction[j] = minusColumn(form, j, y, g[j]) + (keptInverse[s] - rho) * x[j];
    }
    g.set(correction);
    this.solveReduced(g, rows, correction, correctionRows);
    for (let j = 0; j < form.numCols; j++) x[j] += correction[j];
    for (let i = 0; i < form.numRows; i++) y[i] += correctionRows[i];
  }

  /** A'dy - dx / D = g and A dx + delta dy = primal, with D and delta of the last factorisation. */
  solveReduced(g: Float64Array, primal: Float64Array, dx: Float64Array, dy: Float64Array): void {
    dy.set(primal);
    addWeighted(this.form, this.weight, g, dy);
    this.solveRows(g, dx, dy);
  }

  /** The same, with primal + A D g in dy. */
  private solveRows(g: Float64Array, dx: Float64Array, dy: Float64Array): void {
    const { form, kkt, ownWeight, keptInverse } = this;
    const { vector, placeOfRow, placeOfKept, keptCols } = kkt;
    for (let i = 0; i < placeOfRow.length; i++) vector[placeOfRow[i]] = dy[i];
    for (let s = 0; s < placeOfKept.length; s++) vector[placeOfKept[s]] = g[keptCols[s]];
    kkt.solve();
    for (let i = 0; i < placeOfRow.length; i++) dy[i] = vector[placeOfRow[i]];
    backSubstitute(form, ownWeight, g, dy, dx);
    for (let s = 0; s < placeOfKept.length; s++) if (keptInverse[s] <= 1) dx[keptCols[s]] = vector[placeOfKept[s]];
  }
}

/**
 * Kept columns that stand still have this weight in their pivot, for 1 / 0 is none. NB: far below any weight there is. What
 * stands in the pivot is not Theta any more, and dz = -Theta dx would be off by the ratio.
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
