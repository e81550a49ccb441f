/**
 * Tests which exclusive pairs of columns (j, k) can bind at all, from costs and rows alone, before any solve.
 *
 * Claim. Let a direction v lower x_j by 1 and x_k by r > 0 and, if needed, change one column s of a set R. No bound may
 * block v at any feasible point where those columns are above zero, and cost'v < 0. Then no optimum has both x_j and
 * x_k above zero, because a short step along v would be feasible and cheaper. The pair is then satisfied automatically,
 * in the program and in every restriction of it that only removes upper bounds of such columns.
 *
 * What may block v in row i, with delta = (A v)_i and rest_i = the sum over the other columns of the row:
 * - delta < 0: nothing blocks if the row has no lower bound, or if column bounds alone ensure rest_i >= the lower
 *   bound. Columns that occur only in this row widen its bounds (cost 0) or yield without end at a price per unit (a
 *   restart, a peak).
 * - delta > 0: the same for the upper bound.
 *
 * r makes j and k cancel in a row that they share with opposite signs. At most one row may remain, in which s
 * compensates delta. Let N be the columns with the sign of delta (they move the row the same way when raised) that are
 * not in R. If
 *
 *     sum over N of |a_is| upper_s <= the least amount that the row requires of that sign
 *
 * then some s of R is above zero at every point that violates the pair, provided that the other side of the row takes
 * more than nothing. Example: charge and discharge. Lowering both leaves (1 - eta) MW at the bus. Import can fall by
 * that amount if its price exceeds the saving of the battery, and there must be import if batteries alone cannot serve
 * the load.
 *
 * NB: the test says "cannot bind" only if that is proven, and otherwise "can bind". Only the size of the program
 * depends on it. Plans are checked against the rule itself.
 */
import type { LinearProgram } from "../lp/linear-program.ts";
import { transpose } from "../sparse/transpose.ts";

/** A saving of up to this share of the costs behind it may be rounding. */
const MARGIN = 1e-9;
/** Relative rounding error of coefficients that cancel. */
const CANCELLED = 1e-12;

/**
 * Whether an optimum of a program of sense `min` can have both columns above zero. (Paired columns are nonnegative.)
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

  /** Cost of lowering x_s by 1, without its effect on row `but`. */
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

  const isSatisfiedByPrices = (j: number, k: number, ratio: number) => {
    const scale = Math.abs(cost[j]) + ratio * Math.abs(cost[k]);
    let usd = -cost[j] - ratio * cost[k];
    let left = -1;
    let leftDelta = 0;
    for (const s of [j, k]) {
      for (let p = colStart[s]; p < colStart[s + 1]; p++) {
        const i = rowIndex[p];
        const a = s === j ? value[p] : coefficient(i, j);
        if (s === k && a !== 0) continue; // counted with j
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
      if (ratio > 0 && ratio < Infinity && isSatisfiedByPrices(j, k, ratio)) return false;
    }
    return true;
  };
}

/**
 * For each row, the cost per unit of lowering and of raising the sum over its columns: 0 if nothing blocks it, Infinity
 * if a bound may block it.
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
