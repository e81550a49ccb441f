import { MAX_UPDATES } from "../../sparse/lu-factor.ts";
import type { SimplexState } from "./simplex-state.ts";

/** Updates after which factors are rebuilt at the latest: accuracy, whatever the cost. */
const MOST_UPDATES = 100;

/** Whether to factor anew: counted in updates and entries, never in time, so that runs repeat to the last bit. */
export function shouldRefactor(s: SimplexState): boolean {
  const { lu } = s;
  const most = Math.min(MAX_UPDATES, MOST_UPDATES + lu.size / 100);
  if (lu.numUpdates >= most) return true;
  return lu.numUpdates >= 20 && lu.etas.used > 3 * lu.factorNonzeros;
}
