import { BasisCode } from "../../../lp/basis.ts";
import { type IntervalShift, shiftEntries } from "../../../lp/interval-shift.ts";
import type { SimplexState } from "../state/simplex-state.ts";
import { loadBasicBounds, setNonbasic } from "../state/variable-status.ts";
import { factorCandidates } from "./basis-state.ts";
import { shouldRefactor } from "./refactor-rule.ts";

/** Sets working costs and bounds back to the program's. */
export function resetWorkingData({ working, program }: SimplexState): void {
  working.cost.set(program.cost);
  working.lower.set(program.lower);
  working.upper.set(program.upper);
  working.costsChanged = false;
  working.boundsChanged = false;
}

/**
 * Warm start from the basis of the last solve under the program's new costs and bounds. Without a shift of intervals it
 * also reuses the edge weights and, while they are accurate, the factors.
 */
export function warmStart(s: SimplexState, shift: IntervalShift | undefined): void {
  resetWorkingData(s);
  if (shift === undefined && !s.basis.mustRefactor && !shouldRefactor(s)) reuseFactors(s);
  else reloadBasis(s, shift);
}

function reuseFactors(s: SimplexState): void {
  const { place } = s.basis;
  for (let j = 0; j < place.length; j++) if (place[j] !== BasisCode.basic) setNonbasic(s, j, place[j]);
  loadBasicBounds(s);
  s.point.mustRecompute = false;
  s.pricing.numBannedRows = 0;
}

/**
 * Factors the basis anew, after its intervals have moved by `shift` if there is one.
 *
 * A moved basis usually lacks basic variables (storage and ramp rows at the ends of a horizon), and LU fills the gap
 * with the logical of any row along a chain of dependent ones. The logical's price would be zero, which makes the
 * prices of the whole chain wrong: hundreds of reduced costs with the wrong sign. So the logical gets the row's price
 * as its cost until the true costs are restored; usually it has left the basis by then.
 */
function reloadBasis(s: SimplexState, shift: IntervalShift | undefined): void {
  const { cost } = s.working;
  const { place, head } = s.basis;
  const { reducedCost } = s.point;
  const { candidates, edgeWeight, formerReducedCost } = s.load;
  edgeWeight.fill(1);
  for (let r = 0; r < head.length; r++) edgeWeight[head[r]] = s.pricing.edgeWeight[r];
  if (shift !== undefined) {
    for (const entries of [place, reducedCost, edgeWeight]) {
      shiftEntries(entries, 0, shift.intervalCols, shift);
      shiftEntries(entries, s.program.numCols, shift.intervalRows, shift);
    }
  }
  let numBasic = 0;
  for (let j = 0; j < place.length; j++) {
    const isBasic = place[j] === BasisCode.basic;
    formerReducedCost[j] = isBasic ? 0 : reducedCost[j];
    if (isBasic) candidates[numBasic++] = j;
    else setNonbasic(s, j, place[j]);
  }
  factorCandidates(s, numBasic);
  for (let r = 0; r < head.length; r++) {
    const reduced = formerReducedCost[head[r]];
    if (reduced === 0) continue;
    cost[head[r]] -= reduced;
    s.working.costsChanged = true;
  }
}
