import { MAX_UPDATES } from "../../../sparse/lu-factor.ts";
import type { SimplexState } from "../state/simplex-state.ts";
import { PIVOT_DISAGREEMENT, SOUND_PIVOT } from "../tolerances.ts";

/** Updates after which factors are rebuilt at the latest, besides one per hundred rows: accuracy, whatever the cost. */
const MOST_UPDATES = 100;
/** Singular bases in one attempt, mended by logicals, after which it is given up. */
export const MOST_REPAIRS = 20;
/** Work of a refactor per entry of the factors and the matrix, in entries visited by solves (measured). */
const REBUILD_COST = 10;

/**
 * Whether to factor anew. If the k-th update makes every later iteration dearer by the entries it added, a refactor now
 * rather than later pays once k * (present extra) - (extra so far) exceeds the cost of a refactor. Counted in entries,
 * never in time, so that runs repeat to the last bit.
 */
export function shouldRefactor(s: SimplexState): boolean {
  const { lu } = s.basis;
  const { program } = s;
  const k = lu.numUpdates;
  if (k >= Math.min(MAX_UPDATES, MOST_UPDATES + lu.size / 100)) return true;
  const refactor = REBUILD_COST * (lu.factorNonzeros + lu.size + program.value.length);
  return k * (lu.addedNonzeros + lu.etas.used) - lu.extraSoFar > refactor;
}

/**
 * Whether a pivot computed by its row (btran and price) and by its column (ftran) may be used; `fresh` = no updates
 * yet.
 */
export function isSoundPivot(byRow: number, byColumn: number, fresh: boolean): boolean {
  const difference = Math.abs(byRow - byColumn);
  const size = Math.min(Math.abs(byRow), Math.abs(byColumn));
  if (difference > PIVOT_DISAGREEMENT * (1 + size) || difference > 0.1 * size) return false;
  return fresh || size >= SOUND_PIVOT;
}
