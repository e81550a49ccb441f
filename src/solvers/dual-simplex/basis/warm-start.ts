import { BasisCode } from "../../../lp/basis.ts";
import { type IntervalShift, shiftEntries } from "../../../lp/interval-shift.ts";
import { factorCandidates } from "./basis-state.ts";
import { shouldRefactor } from "./refactor-rule.ts";
import { readBasicLimits, setNonbasic, type SimplexState } from "../state/simplex-state.ts";

/** Working costs and limits back to the program's. */
export function resetWork(s: SimplexState): void {
  s.cost.set(s.program.cost);
  s.lower.set(s.program.lower);
  s.upper.set(s.program.upper);
  s.costsChanged = false;
  s.limitsChanged = false;
}

/**
 * Takes up the basis of the last solve under the program's present costs and limits; where it has not moved, with its
 * weights and, while they are good, its factors.
 *
 * A moved basis mostly lacks basic variables (storage and ramp rows at the ends of a horizon), and LU fills the gap
 * with the logical of any row along a chain of dependent ones. Its price would be zero there, and so the prices of the
 * whole chain far off: hundreds of reduced costs of the wrong sign. So the logical is given the row's price as its
 * cost, until true costs come back; mostly it has left by then.
 */
export function goOn(s: SimplexState, shift: IntervalShift | undefined): void {
  const { place, head, candidates, cost, reducedCost, scratch, edgeWeight, ratioCost } = s;
  resetWork(s);
  if (shift === undefined && !s.mustRebuild && !shouldRefactor(s)) {
    for (let j = 0; j < place.length; j++) if (place[j] !== BasisCode.basic) setNonbasic(s, j, place[j]);
    readBasicLimits(s);
    s.mustRecompute = false;
    s.numBanned = 0;
    return;
  }
  scratch.fill(1);
  for (let r = 0; r < head.length; r++) scratch[head[r]] = edgeWeight[r];
  if (shift !== undefined) {
    for (const entries of [place, reducedCost, scratch]) {
      shiftEntries(entries, 0, shift.intervalCols, shift);
      shiftEntries(entries, s.program.numCols, shift.intervalRows, shift);
    }
  }
  let numBasic = 0;
  for (let j = 0; j < place.length; j++) {
    const isBasic = place[j] === BasisCode.basic;
    ratioCost[j] = isBasic ? 0 : reducedCost[j];
    if (isBasic) candidates[numBasic++] = j;
    else setNonbasic(s, j, place[j]);
  }
  factorCandidates(s, numBasic);
  for (let r = 0; r < head.length; r++) {
    const reduced = ratioCost[head[r]];
    if (reduced === 0) continue;
    cost[head[r]] -= reduced;
    s.costsChanged = true;
  }
}
