import type { LinearProgram } from "./linear-program.ts";
import { naturalUnits, type NaturalUnits } from "./natural-units.ts";
import { columnSums, CompensatedSum, rowSums } from "./residuals.ts";

/**
 * Checks the two proofs without an optimum: a Farkas ray (infeasible) and a recession ray (unbounded).
 *
 * Both functions return one figure, the error of the proof: 0 if the proof is exact, Infinity if it proves nothing. The
 * reciprocal is the size of the box in which the claim is proven, so 1e-9 means "for all values up to 1e9". Sizes are
 * in the natural units of rows and columns, marked ~: a~_ij = a_ij colUnit_j / rowUnit_i is near 1.
 *
 * Sums up to `rounding` times their own absolute terms count as zero in both checks. Their possible effect is still
 * charged against the margin of the proof: within finite bounds, or within 1e6 times the greatest bound where there is
 * none. Between nearly parallel rows, and after a simplex divided by noise, the whole margin may be such noise.
 */

/**
 * Range in which a sum at rounding level is followed if no bound stops it: this times the greatest bound, natural
 * units.
 */
const ROUNDING_REACH = 1e6;

/**
 * Farkas certificate: with r = A'z, any x within its bounds and activities a within theirs satisfy z'a = r'x. This is
 * impossible, and the program infeasible, if
 *
 *     gap = (least z'a, over rowLower <= a <= rowUpper) - (greatest r'x, over colLower <= x <= colUpper) > 0.
 *
 * First, z is scaled so that the greatest |z~_i| = |z_i| rowUnit_i is 1. An entry whose sign refers to an infinite
 * bound changes the gap by its size times an unknown. Such entries are left out of the gap, and w is the sum of their
 * sizes: |r~_j| = |r_j| colUnit_j over columns and |z~_i| over rows. The proof excludes every x with |x~_j| < gap / w,
 * so the figure is w / min(1, gap). It is Infinity if the gap is not positive beyond the rounding of its own terms.
 *
 * NB: 1e-9 x + y >= 1, y <= 0.5 is feasible (x = 5e8). Only natural units show that r_x = 1e-9 is not noise.
 */
export function checkFarkasRay(lp: LinearProgram, ray: Float64Array, rounding: number): number {
  const { numRows, numCols } = lp;
  const unit = naturalUnits(lp);
  let size = 0;
  for (let i = 0; i < numRows; i++) size = Math.max(size, unit.row[i] * Math.abs(ray[i]));
  if (size === 0) return Infinity;

  const z = ray.map((zi) => zi / size);
  const gap = new CompensatedSum();
  let wrong = 0;
  for (let i = 0; i < numRows; i++) {
    if (z[i] === 0) continue;
    const bound = z[i] > 0 ? lp.rowLower[i] : lp.rowUpper[i];
    if (Number.isFinite(bound)) gap.add(z[i] * bound);
    else wrong += unit.row[i] * Math.abs(z[i]);
  }
  const r = columnSums(lp, z, 1);
  const reach = ROUNDING_REACH * greatestBound(lp, unit);
  let noise = 0;
  for (let j = 0; j < numCols; j++) {
    const bound = r.value[j] > 0 ? lp.colUpper[j] : lp.colLower[j];
    if (Math.abs(r.value[j]) <= rounding * r.magnitude[j]) {
      noise += Math.abs(r.value[j]) * (Number.isFinite(bound) ? Math.abs(bound) : reach * unit.col[j]);
    } else if (Number.isFinite(bound)) gap.add(-r.value[j] * bound);
    else wrong += unit.col[j] * Math.abs(r.value[j]);
  }
  return proofError(wrong, gap.total, rounding * gap.magnitude + noise);
}

/**
 * Recession ray: x may move along d without end if no finite bound stops it (d_j >= 0 where `colLower` is finite, (A
 * d)_i <= 0 where `rowUpper` is finite, ...). The objective then improves without end if cost'd < 0 (> 0 for `max`).
 *
 * First, d is scaled to a greatest |d~_j| = |d_j| / colUnit_j of 1, and cost to a greatest |cost_j| colUnit_j of 1 over
 * the columns with d_j != 0. w sums |d~_j| and |(A d)_i| / rowUnit_i over the columns and rows that move towards a
 * finite bound. The figure is w / min(1, improvement), or Infinity if the improvement is not positive beyond the
 * rounding of its own terms.
 */
export function checkRecessionRay(lp: LinearProgram, ray: Float64Array, rounding: number): number {
  const { numRows, numCols } = lp;
  const unit = naturalUnits(lp);
  let size = 0;
  let costSize = 0;
  for (let j = 0; j < numCols; j++) {
    if (ray[j] === 0) continue;
    size = Math.max(size, Math.abs(ray[j]) / unit.col[j]);
    costSize = Math.max(costSize, Math.abs(lp.cost[j]) * unit.col[j]);
  }
  if (size === 0 || costSize === 0) return Infinity;

  const d = ray.map((dj) => dj / size);
  const improvement = new CompensatedSum();
  const better = lp.sense === "max" ? 1 : -1;
  let wrong = 0;
  for (let j = 0; j < numCols; j++) {
    if (d[j] === 0) continue;
    improvement.add((better * lp.cost[j] * d[j]) / costSize);
    if (Number.isFinite(d[j] < 0 ? lp.colLower[j] : lp.colUpper[j])) wrong += Math.abs(d[j]) / unit.col[j];
  }
  const drift = rowSums(lp, d);
  let noise = 0;
  for (let i = 0; i < numRows; i++) {
    const qi = drift.value[i];
    if (!Number.isFinite(qi < 0 ? lp.rowLower[i] : lp.rowUpper[i])) continue;
    const share = Math.abs(qi) / unit.row[i];
    if (Math.abs(qi) <= rounding * drift.magnitude[i]) noise += ROUNDING_REACH * share;
    else wrong += share;
  }
  return proofError(wrong, improvement.total, rounding * improvement.magnitude + noise);
}

/** The greatest finite bound in natural units; 1 if all finite bounds are 0. */
function greatestBound(lp: LinearProgram, unit: NaturalUnits): number {
  let greatest = 0;
  const look = (bounds: Float64Array, units: Float64Array): void => {
    for (let k = 0; k < bounds.length; k++)
      if (Number.isFinite(bounds[k])) greatest = Math.max(greatest, Math.abs(bounds[k]) / units[k]);
  };
  look(lp.rowLower, unit.row);
  look(lp.rowUpper, unit.row);
  look(lp.colLower, unit.col);
  look(lp.colUpper, unit.col);
  return greatest === 0 ? 1 : greatest;
}

function proofError(wrong: number, margin: number, marginRounding: number): number {
  if (!(margin > marginRounding)) return Infinity;
  return wrong / Math.min(1, margin);
}
