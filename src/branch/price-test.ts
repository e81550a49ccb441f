/**
 * Where an exclusive pair of columns (j, k) can bind at all: a cheap test on costs and rows, before any solve.
 *
 * Claim. Let a direction v lower x_j by 1, x_k by r > 0 and, where need be, one column s of a set R by a multiple, such
 * that no limit stands against it at any feasible point where those columns are above zero, and cost'v < 0. Then no
 * optimum has both x_j and x_k above zero: a short step along v would be feasible and cheaper. So the pair keeps
 * itself, in the program and in every part of it that only takes upper limits away from such columns.
 *
 * What may stand against v in row i, with delta = (A v)_i, x_i(rest) the sum over the row's other columns:
 * - delta < 0: nothing where the row has no lower limit or the column limits alone keep rest above it. Columns of this
 *   row alone widen its limits (cost 0) or give way without end at a price per unit (a restart, a peak).
 * - delta > 0: the same of the upper limit.
 * r is such that j and k cancel out in a row they share with opposite signs. At most one row may be left over; there s
 * makes up for delta. With N the columns of the sign of delta (they push the row that way when raised) that are not in
 * R,
 *
 *     sum over N of |a_is| upper_s <= the least the row asks of that sign
 *
 * says that at a point that breaks the pair, where the other side of the row takes more than nothing, some s of R is
 * above zero. Example: charge and discharge. Both lowered leave (1 - eta) MW at the bus; import can fall by that where
 * its price is above what the battery saves, and import it must be where batteries alone cannot carry the load.
 *
 * NB: the test says "cannot bind" where proven and "can bind" everywhere else; nothing rests on it but the size of the
 * program. Answers are tested against the rule itself.
 */
import type { LinearProgram } from "../lp/linear-program.ts";
import { transpose } from "../sparse/transpose.ts";

/** A saving up to this share of the costs it is the difference of may be rounding. */
const MARGIN = 1e-9;
/** Coefficients that cancel leave this much, relative, by rounding. */
const CANCELLED = 1e-12;

/**
 * Whether a program of sense `min` (columns not negative where the pair stands) can have both columns above zero at an
 * optimum.
 */
export function priceTest(lp: LinearProgram): (j: number, k: number) => boolean {
  const { numRows, numCols, colStart, rowIndex, value, cost, colLower, colUpper } = lp;
  const byRows = transpose(numRows, numCols, colStart, rowIndex, value);
  const [fallUsd, riseUsd] = priceOfMoving(lp);
  const movingUsd = (i: number, delta: number) =>
    delta === 0 ? 0 : delta < 0 ? -delta * fallUsd[i] : delta * riseUsd[i];
  const coefficient = (i: number, j: number) => {
    for (let p = colStart[j]; p < colStart[j + 1]; p++) if (rowIndex[p] === i) return value[p];
    return 0;
  };

  /** Cost of lowering x_s by 1 but for what it does to row `but`. */
  const loweringUsd = (s: number, but: number) => {
    let usd = -cost[s];
    for (let p = colStart[s]; p < colStart[s + 1]; p++)
      if (rowIndex[p] !== but) usd += movingUsd(rowIndex[p], -value[p]);
    return usd;
  };

  const isMadeUpFor = (i: number, delta: number, j: number, k: number, usd: number, scale: number) => {
    const sign = Math.sign(delta);
    let asked = sign > 0 ? lp.rowLower[i] : -lp.rowUpper[i];
    let isTaken = false;
    for (let p = byRows.rowStart[i]; p < byRows.rowStart[i + 1]; p++) {
      const s = byRows.colIndex[p];
      const a = sign * byRows.value[p];
      if (colLower[s] < 0) return false;
      if (a < 0) {
        isTaken ||= s === j || s === k;
        continue;
      }
      const share = Math.abs(delta) / a;
      const saves =
        s !== j &&
        s !== k &&
        colLower[s] === 0 &&
        usd + share * loweringUsd(s, i) < -MARGIN * (scale + share * Math.abs(cost[s]));
      if (!saves && colUpper[s] > 0) asked -= a * colUpper[s];
    }
    return isTaken && asked >= 0;
  };

  const keepsItself = (j: number, k: number, ratio: number) => {
    const scale = Math.abs(cost[j]) + ratio * Math.abs(cost[k]);
    let usd = -cost[j] - ratio * cost[k];
    let left = -1;
    let leftDelta = 0;
    for (const s of [j, k]) {
      for (let p = colStart[s]; p < colStart[s + 1]; p++) {
        const i = rowIndex[p];
        const a = s === j ? value[p] : coefficient(i, j);
        if (s === k && a !== 0) continue; // seen with j
        const sum = a + ratio * (s === j ? coefficient(i, k) : value[p]);
        const delta = Math.abs(sum) <= CANCELLED * Math.abs(a) ? 0 : -sum;
        const price = movingUsd(i, delta);
        if (price < Infinity) usd += price;
        else if (left < 0) {
          left = i;
          leftDelta = delta;
        } else return false;
      }
    }
    return left < 0 ? usd < -MARGIN * scale : isMadeUpFor(left, leftDelta, j, k, usd, scale);
  };

  return (j, k) => {
    if (colUpper[j] <= 0 || colUpper[k] <= 0) return false;
    if (colLower[j] > 0 || colLower[k] > 0) return true;
    for (let p = colStart[j]; p < colStart[j + 1]; p++) {
      const ratio = -value[p] / coefficient(rowIndex[p], k);
      if (ratio > 0 && ratio < Infinity && keepsItself(j, k, ratio)) return false;
    }
    return true;
  };
}

/**
 * By row: what a fall and a rise of the sum over its columns costs a unit, 0 where nothing stands against it, Infinity
 * where a limit may.
 */
function priceOfMoving({
  numRows,
  numCols,
  colStart,
  rowIndex,
  value,
  cost,
  colLower,
  colUpper,
  rowLower,
  rowUpper,
}: LinearProgram): [Float64Array, Float64Array] {
  const [lower, upper] = [rowLower.slice(), rowUpper.slice()];
  const [least, most] = [new Float64Array(numRows), new Float64Array(numRows)];
  const [fallUsd, riseUsd] = [new Float64Array(numRows).fill(Infinity), new Float64Array(numRows).fill(Infinity)];
  for (let j = 0; j < numCols; j++) {
    const isAlone = colStart[j + 1] === colStart[j] + 1;
    for (let p = colStart[j]; p < colStart[j + 1]; p++) {
      const i = rowIndex[p];
      const a = value[p];
      const from = a * (a < 0 ? colUpper[j] : colLower[j]);
      const to = a * (a < 0 ? colLower[j] : colUpper[j]);
      if (isAlone && cost[j] === 0) {
        lower[i] -= to;
        upper[i] -= from;
        continue;
      }
      least[i] += from;
      most[i] += to;
      if (isAlone && cost[j] > 0 && colUpper[j] === Infinity) {
        const usd = a > 0 ? fallUsd : riseUsd;
        usd[i] = Math.min(usd[i], cost[j] / Math.abs(a));
      }
    }
  }
  for (let i = 0; i < numRows; i++) {
    if (least[i] >= lower[i]) fallUsd[i] = 0;
    if (most[i] <= upper[i]) riseUsd[i] = 0;
  }
  return [fallUsd, riseUsd];
}
