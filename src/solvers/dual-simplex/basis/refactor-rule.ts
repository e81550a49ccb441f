import { MAX_UPDATES } from "../../../sparse/lu-factor.ts";
import type { SimplexState } from "../state/simplex-state.ts";
import { PIVOT_DISAGREEMENT, SOUND_PIVOT } from "../tolerances.ts";

/** Greatest number of updates before refactoring, plus one per hundred rows: for accuracy, whatever the cost. */
const MOST_UPDATES = 100;
/** Greatest number of singular bases, repaired by logicals, before an attempt is given up. */
export const MOST_REPAIRS = 20;
/** Work of refactoring per entry of the factors and the matrix, in entries visited by solves (measured). */
const REFACTOR_COST = 10;

/**
 * Whether to factor anew. Each update adds entries that every later iteration has to visit. After k updates,
 * refactoring now rather than later pays once k * (present extra) - (extra so far) exceeds the cost of refactoring.
 * Costs are counted in entries, never in time, so that runs repeat to the last bit.
 */
export function shouldRefactor(s: SimplexState): boolean {
  const { lu } = s.basis;
  const { program } = s;
  const k = lu.numUpdates;
  if (k >= Math.min(MAX_UPDATES, MOST_UPDATES + lu.size / 100)) return true;
  const refactorCost = REFACTOR_COST * (lu.factorNonzeros + lu.size + program.value.length);
  return k * (lu.addedNonzeros + lu.etas.used) - lu.extraSoFar > refactorCost;
}

/**
 * Whether a pivot, computed by its row (btran and product) and by its column (ftran), may be used. `isFresh`: the
 * factors have no updates yet.
 */
export function isSoundPivot(byRow: number, byColumn: number, isFresh: boolean): boolean {
  const difference = Math.abs(byRow - byColumn);
  const size = Math.min(Math.abs(byRow), Math.abs(byColumn));
  if (difference > PIVOT_DISAGREEMENT * (1 + size) || difference > 0.1 * size) return false;
  return isFresh || size >= SOUND_PIVOT;
}
