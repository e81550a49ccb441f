import type { LinearProgram } from "../lp/linear-program.ts";
import type { DualPoint } from "./dual-point.ts";

/** Rounds of projection onto the reduced costs that `y` makes infeasible. */
const PROJECTIONS = 8;

/**
 * Moves `next` so that no column without an upper bound has a negative reduced cost and no price refers to an infinite
 * bound. It projects onto each condition in turn, and then moves back towards `from`, which satisfies them all.
 */
export function withinCone(
  { colStart, rowIndex, value, cost, rowLower, rowUpper, numCols }: LinearProgram,
  colUpper: Float64Array,
  rows: Int32Array,
  from: DualPoint,
  next: Float64Array,
): Float64Array {
  const signed = () => {
    for (const i of rows) if (!Number.isFinite(next[i] > 0 ? rowLower[i] : rowUpper[i])) next[i] = 0;
  };
  const reducedCost = (j: number) => {
    let d = cost[j];
    for (let k = colStart[j]; k < colStart[j + 1]; k++) d -= next[rowIndex[k]] * value[k];
    return d;
  };
  const isPriced = new Uint8Array(next.length);
  for (const i of rows) isPriced[i] = 1;
  const endless = Array.from({ length: numCols }, (_, j) => j).filter((j) => colUpper[j] === Infinity);
  signed();
  for (let round = 0; round < PROJECTIONS; round++) {
    let isIn = true;
    for (const j of endless) {
      const d = reducedCost(j);
      if (d >= 0) continue;
      isIn = false;
      let size = 0;
      for (let k = colStart[j]; k < colStart[j + 1]; k++) if (isPriced[rowIndex[k]]) size += value[k] ** 2;
      if (size === 0) continue;
      for (let k = colStart[j]; k < colStart[j + 1]; k++)
        if (isPriced[rowIndex[k]]) next[rowIndex[k]] += (d / size) * value[k];
    }
    if (isIn) return next;
    signed();
  }
  let share = 1;
  for (const j of endless) {
    const d = reducedCost(j);
    const before = Math.max(0, from.reducedCost[j]);
    if (d < 0) share = Math.min(share, before / (before - d));
  }
  return share === 1 ? next : next.map((price, i) => from.y[i] + share * (price - from.y[i]));
}
