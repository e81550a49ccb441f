import type { Reduction } from "./reduction.ts";
import { ROUNDING } from "./tolerances.ts";

/**
 * The least and greatest activity of one row within the bounds of its columns. Finite parts and the number of infinite
 * terms are separate, so that one column's term can be taken out again. Includes the terms of fixed columns.
 */
export interface RowActivity {
  readonly least: number;
  readonly greatest: number;
  readonly finiteLeast: number;
  readonly numInfiniteLeast: number;
  readonly finiteGreatest: number;
  readonly numInfiniteGreatest: number;
  /** Greatest rounding error of the two sums. */
  readonly leastRounding: number;
  readonly greatestRounding: number;
  /** Greatest |coefficient| of a remaining column. */
  readonly greatestCoefficient: number;
}

export function rowActivity(r: Reduction, i: number): RowActivity {
  const { rowStart, colIndex, value } = r.rows;
  const { colLower, colUpper } = r;
  let finiteLeast = r.fixedActivity[i];
  let finiteGreatest = finiteLeast;
  let leastMagnitude = r.fixedMagnitude[i];
  let greatestMagnitude = leastMagnitude;
  let numInfiniteLeast = 0;
  let numInfiniteGreatest = 0;
  let greatestCoefficient = 0;
  for (let k = rowStart[i]; k < rowStart[i + 1]; k++) {
    const j = colIndex[k];
    if (!r.hasCol(j)) continue;
    const a = value[k];
    const low = a > 0 ? a * colLower[j] : a * colUpper[j];
    const high = a > 0 ? a * colUpper[j] : a * colLower[j];
    if (low === -Infinity) numInfiniteLeast++;
    else {
      finiteLeast += low;
      leastMagnitude += Math.abs(low);
    }
    if (high === Infinity) numInfiniteGreatest++;
    else {
      finiteGreatest += high;
      greatestMagnitude += Math.abs(high);
    }
    if (Math.abs(a) > greatestCoefficient) greatestCoefficient = Math.abs(a);
  }
  return {
    least: numInfiniteLeast > 0 ? -Infinity : finiteLeast,
    greatest: numInfiniteGreatest > 0 ? Infinity : finiteGreatest,
    finiteLeast,
    numInfiniteLeast,
    finiteGreatest,
    numInfiniteGreatest,
    leastRounding: ROUNDING * leastMagnitude,
    greatestRounding: ROUNDING * greatestMagnitude,
    greatestCoefficient,
  };
}
