import type { Reduction } from "./reduction.ts";
import { ROUNDING } from "./tolerances.ts";

/**
 * The least and greatest activity of one row within the limits of its columns, as a finite part and a number of
 * infinite ones, so that one column's share can be taken out again. Includes what fixed columns add.
 */
export class RowActivity {
  finiteLeast = 0;
  numInfiniteLeast = 0;
  finiteGreatest = 0;
  numInfiniteGreatest = 0;
  /** What the two sums may be wrong by. */
  leastRounding = 0;
  greatestRounding = 0;
  /** Greatest |coefficient| of an alive column. */
  greatestCoefficient = 0;

  read(r: Reduction, i: number): void {
    const { rowStart, colIndex, value } = r.rows;
    const { colLower, colUpper } = r;
    let least = r.fixedActivity[i];
    let greatest = least;
    let leastMagnitude = r.fixedMagnitude[i];
    let greatestMagnitude = leastMagnitude;
    let numLeast = 0;
    let numGreatest = 0;
    let coefficient = 0;
    for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
      const j = colIndex[k];
      if (!r.hasCol(j)) continue;
      const a = value[k];
      const low = a > 0 ? a * colLower[j] : a * colUpper[j];
      const high = a > 0 ? a * colUpper[j] : a * colLower[j];
      if (low === -Infinity) numLeast++;
      else {
        least += low;
        leastMagnitude += Math.abs(low);
      }
      if (high === Infinity) numGreatest++;
      else {
        greatest += high;
        greatestMagnitude += Math.abs(high);
      }
      if (Math.abs(a) > coefficient) coefficient = Math.abs(a);
    }
    this.finiteLeast = least;
    this.finiteGreatest = greatest;
    this.numInfiniteLeast = numLeast;
    this.numInfiniteGreatest = numGreatest;
    this.leastRounding = ROUNDING * leastMagnitude;
    this.greatestRounding = ROUNDING * greatestMagnitude;
    this.greatestCoefficient = coefficient;
  }

  get least(): number {
    return this.numInfiniteLeast > 0 ? -Infinity : this.finiteLeast;
  }

  get greatest(): number {
    return this.numInfiniteGreatest > 0 ? Infinity : this.finiteGreatest;
  }
}
