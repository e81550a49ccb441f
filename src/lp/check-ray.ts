import type { LinearProgram } from "./linear-program.ts";
import { naturalUnits, type NaturalUnits } from "./natural-units.ts";
import { columnSums, CompensatedSum, rowSums } from "./residuals.ts";

/**
 * Judges the proofs that end without an optimum. Both return one figure: how far the proof fails, 0 where it is exact,
 * Infinity where it proves nothing at all. Its reciprocal is the size of the box in which the claim is proven, so 1e-9
 * means "for all values up to 1e9" in the natural units of rows and columns, written ~: a~_ij = a_ij colUnit_j /
 * rowUnit_i is near 1. Sums at `rounding` times their own absolute terms count as zero in both, but what they could do
 * within finite limits, or within 1e6 times the greatest limit, all in natural units, where there is none, is held
 * against the margin: between nearly parallel rows, and where a simplex has divided by noise, the whole margin may be
 * such noise.
 */

/** How far sums at rounding level are followed where no limit stops them, in natural units (of the greatest limit). */
const ROUNDING_REACH = 1e6;

/**
 * Farkas: with r = A'z, any x within its limits and activities a within theirs would give z'a = r'x; there is none if
 *
 *     gap = (least z'a, over rowLower <= a <= rowUpper) - (greatest r'x, over colLower <= x <= colUpper) > 0.
 *
 * z is first scaled so that the greatest |z~_i| = |z_i| rowUnit_i is 1. An entry that asks for an infinite limit spoils
 * the gap by its size times an unknown: w sums |r~_j| = |r_j| colUnit_j over such columns and |z~_i| over such rows,
 * which are left out of the gap. The proof excludes every x with |x~_j| < gap / w, hence the figure w / min(1, gap),
 * or Infinity where gap is not positive beyond the rounding of its own terms.
 * NB: 1e-9 x + y >= 1, y <= 0.5 is feasible (x = 5e8). Only in natural units is r_x = 1e-9 seen not to be noise.
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
    const limit = z[i] > 0 ? lp.rowLower[i] : lp.rowUpper[i];
    if (Number.isFinite(limit)) gap.add(z[i] * limit);
    else wrong += unit.row[i] * Math.abs(z[i]);
  }
  const r = columnSums(lp, z, 1);
  const reach = ROUNDING_REACH * greatestLimit(lp, unit);
  let noise = 0;
  for (let j = 0; j < numCols; j++) {
    const limit = r.value[j] > 0 ? lp.colUpper[j] : lp.colLower[j];
    if (Math.abs(r.value[j]) <= rounding * r.magnitude[j]) {
      noise += Math.abs(r.value[j]) * (Number.isFinite(limit) ? Math.abs(limit) : reach * unit.col[j]);
    } else if (Number.isFinite(limit)) gap.add(-r.value[j] * limit);
    else wrong += unit.col[j] * Math.abs(r.value[j]);
  }
  return failure(wrong, gap.total, rounding * gap.magnitude + noise);
}

/**
 * Recession: the direction d may be followed for ever if no finite limit stops it (d_j >= 0 where `colLower` is finite,
 * (A d)_i <= 0 where `rowUpper` is, ...), and the objective then improves for ever if cost'd < 0 (> 0 for `max`).
 * d is first scaled to a greatest |d~_j| = |d_j| / colUnit_j of 1, and cost to a greatest |cost_j| colUnit_j of 1 over
 * the columns where d_j is not 0. w sums |d~_j| and |(A d)_i| / rowUnit_i over what runs into a finite limit; the
 * figure is w / min(1, improvement), or Infinity where the improvement is not positive beyond the rounding of its own
 * terms.
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
  return failure(wrong, improvement.total, rounding * improvement.magnitude + noise);
}

/** The greatest finite limit in natural units; 1 where all are 0. */
function greatestLimit(lp: LinearProgram, unit: NaturalUnits): number {
  let greatest = 0;
  const look = (limits: Float64Array, units: Float64Array): void => {
    for (let k = 0; k < limits.length; k++)
      if (Number.isFinite(limits[k])) greatest = Math.max(greatest, Math.abs(limits[k]) / units[k]);
  };
  look(lp.rowLower, unit.row);
  look(lp.rowUpper, unit.row);
  look(lp.colLower, unit.col);
  look(lp.colUpper, unit.col);
  return greatest === 0 ? 1 : greatest;
}

function failure(wrong: number, margin: number, marginRounding: number): number {
  if (!(margin > marginRounding)) return Infinity;
  return wrong / Math.min(1, margin);
}
