/** Primal and dual errors and the relative gap of a solution; `checkSolution` defines them and gives the verdict. */
import type { LinearProgram } from "./linear-program.ts";
import { columnSums, CompensatedSum, rowSums } from "./residuals.ts";

/** Rounding tolerance: a figure of at most this times the sum of its absolute terms counts as zero. */
export const ROUNDING = 16 * Number.EPSILON;
/** Greatest gap, relative to the objective, that the rounding of large terms may hide. */
const GAP_ROUNDING = 1e-6;
/**
 * Greatest share of its scale that rounding hides in a reduced cost. Prices of 1e16 on two nearly parallel rows have
 * terms of 1e17, beside which a gain of 5 a unit without end looks like rounding: the program is unbounded.
 */
const DUAL_ROUNDING = 1e-3;
/** The scale of a nonzero bound is at most this many times the sum of the bound and its row's absolute terms. */
const MAX_BOUND_SCALE = 1e3;
/** Absolute excess in a row or column of a vertex that counts as rounding, if all its terms are 0 or noise. */
const VERTEX_FLOOR = 1e-18;

function costScaleOf(lp: LinearProgram): number {
  let greatest = 0;
  for (let j = 0; j < lp.numCols; j++) greatest = Math.max(greatest, Math.abs(lp.cost[j]));
  return greatest === 0 ? 1 : Math.min(1, greatest);
}

function aboveRounding(size: number, magnitude: number): number {
  return size <= ROUNDING * magnitude ? 0 : size;
}

/** Two errors: on the scale of the bounds, and relative to the terms of each row or column. */
export interface PrimalErrors {
  readonly infeasibility: number;
  readonly relativeToTerms: number;
}

export const NO_PRIMAL: PrimalErrors = { infeasibility: Infinity, relativeToTerms: Infinity };

export function checkPrimal(lp: LinearProgram, x: Float64Array): PrimalErrors {
  let infeasibility = 0;
  let relativeToTerms = 0;
  const measure = (point: number, lower: number, upper: number, magnitude: number, rounding: number): void => {
    if (point >= lower && point <= upper) return;
    const bound = Math.abs(point < lower ? lower : upper);
    const excess = aboveRounding(point < lower ? lower - point : point - upper, rounding);
    const size = magnitude + bound;
    const scale = Math.max(bound, bound === 0 ? 1 : Math.min(1, MAX_BOUND_SCALE * size));
    infeasibility = Math.max(infeasibility, nanAsInfinity(excess / scale));
    if (excess > VERTEX_FLOOR) relativeToTerms = Math.max(relativeToTerms, nanAsInfinity(excess / size));
  };
  for (let j = 0; j < lp.numCols; j++) measure(x[j], lp.colLower[j], lp.colUpper[j], Math.abs(x[j]), 0);
  const activity = rowSums(lp, x);
  for (let i = 0; i < lp.numRows; i++) {
    measure(activity.value[i], lp.rowLower[i], lp.rowUpper[i], activity.magnitude[i], activity.magnitude[i]);
  }
  return { infeasibility, relativeToTerms };
}

/** An activity that overflowed is NaN, which fails every check. */
function nanAsInfinity(figure: number): number {
  return Number.isNaN(figure) ? Infinity : figure;
}

export interface DualErrors extends PrimalErrors {
  /** D for the sense `min`, without the offset, and the sum of its absolute terms. */
  readonly objective: number;
  readonly magnitude: number;
}

export const NO_DUAL: DualErrors = { ...NO_PRIMAL, objective: NaN, magnitude: NaN };

export function checkDual(lp: LinearProgram, yGiven: Float64Array, reducedCost: Float64Array | undefined): DualErrors {
  const { numRows, numCols, colStart, rowIndex, value } = lp;
  const sign = lp.sense === "max" ? -1 : 1;
  const asMin = (vector: Float64Array) => (sign === 1 ? vector : vector.map((v) => -v));
  const [y, cost] = [asMin(yGiven), asMin(lp.cost)];
  const costScale = costScaleOf(lp);
  const d = columnSums(lp, y, -1, cost);
  const dualObjective = new CompensatedSum();
  let worst = reducedCost === undefined ? Infinity : 0;
  let relativeToTerms = 0;

  for (let j = 0; j < numCols; j++) {
    const dj = d.value[j];
    const scale = costScale + Math.abs(cost[j]);
    if (reducedCost !== undefined) {
      worst = Math.max(worst, aboveRounding(Math.abs(sign * reducedCost[j] - dj), d.magnitude[j]) / scale);
    }
    const rounding = ROUNDING * d.magnitude[j];
    const bound = dj > 0 ? lp.colLower[j] : lp.colUpper[j];
    if (Number.isFinite(bound)) {
      if (Math.abs(dj) > rounding) dualObjective.add(dj * bound);
    } else if (Math.abs(dj) > Math.min(rounding, DUAL_ROUNDING * scale)) {
      worst = Math.max(worst, Math.abs(dj) / scale);
      relativeToTerms = Math.max(relativeToTerms, Math.abs(dj) / (costScale + d.magnitude[j]));
    }
  }

  const boundOf = (i: number) => (y[i] > 0 ? lp.rowLower[i] : lp.rowUpper[i]);
  // Per row, over its columns: whether y_i exceeds rounding in any of them and, if y_i refers to an infinite bound, the
  // greatest dual infeasibility if y_i were zero.
  const infeasibilityOfRow = new Float64Array(numRows);
  const relativeInfeasibilityOfRow = new Float64Array(numRows);
  const isAboveRounding = new Uint8Array(numRows);
  const isEmptyRow = new Uint8Array(numRows).fill(1);
  const isUnbounded = new Uint8Array(numRows);
  for (let i = 0; i < numRows; i++) isUnbounded[i] = y[i] !== 0 && !Number.isFinite(boundOf(i)) ? 1 : 0;
  for (let j = 0; j < numCols; j++) {
    const scale = costScale + Math.abs(cost[j]);
    const own = costScale + d.magnitude[j];
    const rounding = ROUNDING * d.magnitude[j];
    const end = colStart[j + 1];
    for (let k = colStart[j]; k < end; k++) {
      const i = rowIndex[k];
      isEmptyRow[i] = 0;
      if (y[i] === 0) continue;
      const term = Math.abs(value[k] * y[i]);
      if (term > rounding) isAboveRounding[i] = 1;
      if (isUnbounded[i] === 0) continue;
      if (term > infeasibilityOfRow[i] * scale) infeasibilityOfRow[i] = term / scale;
      if (term > relativeInfeasibilityOfRow[i] * own) relativeInfeasibilityOfRow[i] = term / own;
    }
  }
  for (let i = 0; i < numRows; i++) {
    if (y[i] === 0 || (isAboveRounding[i] === 0 && isEmptyRow[i] === 0)) continue;
    if (isUnbounded[i] === 0) dualObjective.add(y[i] * boundOf(i));
    else {
      worst = Math.max(worst, isEmptyRow[i] === 1 ? Math.abs(y[i]) / costScale : infeasibilityOfRow[i]);
      relativeToTerms = Math.max(
        relativeToTerms,
        isEmptyRow[i] === 1 ? Math.abs(y[i]) / costScale : relativeInfeasibilityOfRow[i],
      );
    }
  }
  return {
    infeasibility: nanAsInfinity(worst),
    relativeToTerms: nanAsInfinity(relativeToTerms),
    objective: dualObjective.total,
    magnitude: dualObjective.magnitude,
  };
}

/** `dual` undefined: check the reported objective alone. */
export function checkGap(lp: LinearProgram, x: Float64Array, reported: number, dual: DualErrors | undefined): number {
  const sign = lp.sense === "max" ? -1 : 1;
  const sum = new CompensatedSum();
  for (let j = 0; j < lp.numCols; j++) sum.add(lp.cost[j] * x[j]);
  const primal = sign * sum.total;
  const { objective: dualObjective = primal, magnitude = 0 } = dual ?? {};
  const scale = costScaleOf(lp) + Math.max(Math.abs(primal), Math.abs(dualObjective));
  const gap = aboveRounding(
    Math.abs(primal - dualObjective),
    Math.min(sum.magnitude + magnitude, (GAP_ROUNDING / ROUNDING) * scale),
  );
  sum.add(lp.objectiveOffset);
  const misreport = aboveRounding(Math.abs(reported - sum.total), sum.magnitude);
  const worst = Math.max(gap, misreport) / scale;
  return Number.isNaN(worst) ? Infinity : worst;
}
