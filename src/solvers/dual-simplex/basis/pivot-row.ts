import { CANCELLED } from "../../../sparse/scattered-vector.ts";
import { Move, type SimplexState } from "../state/simplex-state.ts";

/** Reduced costs after a dual step along the pivot row. */
export function updateReducedCosts({ pivot: { alpha }, point: { reducedCost } }: SimplexState, dualStep: number): void {
  if (dualStep === 0) return;
  const { index, value, count } = alpha;
  for (let k = 0; k < count; k++) {
    const j = index[k];
    reducedCost[j] -= dualStep * value[j];
  }
}

/** Above this share of nonzeros in rho the pivot row is computed by columns, otherwise by rows. */
const BY_COLUMNS = 0.3;

/**
 * alpha := rho' [A I] over the variables that may move. (A fixed one never enters, so neither its entry nor its reduced
 * cost is needed.) Computed by rows if rho is sparse. Entries below leastAlpha are dropped.
 */
export function computePivotRow(s: SimplexState): void {
  const { rho, alpha } = s.pivot;
  const { move } = s.basis;
  const { program } = s;
  const { leastAlpha } = s.safeguards;
  const { numRows, numCols, rowStart, colIndex, rowValue, colStart, rowIndex, value } = program;
  alpha.clear();
  const aValue = alpha.value;
  const aIndex = alpha.index;
  let count = 0;
  if (rho.count > BY_COLUMNS * numRows) {
    const rhoValue = rho.value;
    for (let j = 0; j < numCols; j++) {
      if (move[j] === Move.none) continue;
      let sum = 0;
      const to = colStart[j + 1];
      for (let k = colStart[j]; k < to; k++) sum += value[k] * rhoValue[rowIndex[k]];
      if (sum < leastAlpha && sum > -leastAlpha) continue;
      aValue[j] = sum;
      aIndex[count++] = j;
    }
  } else {
    let numListed = 0;
    for (let q = 0; q < rho.count; q++) {
      const i = rho.index[q];
      const t = rho.value[i];
      const to = rowStart[i + 1];
      for (let k = rowStart[i]; k < to; k++) {
        const j = colIndex[k];
        const old = aValue[j];
        if (old === 0) {
          if (move[j] === Move.none) continue;
          aIndex[numListed++] = j;
        }
        const now = old + t * rowValue[k];
        aValue[j] = now === 0 ? CANCELLED : now;
      }
    }
    for (let q = 0; q < numListed; q++) {
      const j = aIndex[q];
      const a = aValue[j];
      if (a < leastAlpha && a > -leastAlpha) aValue[j] = 0;
      else aIndex[count++] = j;
    }
  }
  for (let q = 0; q < rho.count; q++) {
    const i = rho.index[q];
    const j = numCols + i;
    const a = rho.value[i];
    if (move[j] === Move.none || (a < leastAlpha && a > -leastAlpha)) continue;
    aValue[j] = a;
    aIndex[count++] = j;
  }
  alpha.count = count;
}
