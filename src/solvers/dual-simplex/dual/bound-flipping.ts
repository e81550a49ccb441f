import { BasisCode } from "../../../lp/basis.ts";
import { SolveKind } from "../../../sparse/lu-factor.ts";
import { addColumn, noteViolation } from "../basis/basis-state.ts";
import { setNonbasic, type SimplexState } from "../state/simplex-state.ts";

/** Moves the variables the ratio test passed to their other limits, and the basic values with them by one solve. */
export function flipToLimits(s: SimplexState): void {
  const { flips, ratioIndex, basicValue } = s;
  flips.clear();
  for (let f = 0; f < s.numFlips; f++) {
    const j = ratioIndex[f];
    const before = s.x[j];
    setNonbasic(s, j, s.place[j] === BasisCode.atLower ? BasisCode.atUpper : BasisCode.atLower);
    addColumn(s, j, before - s.x[j], flips);
  }
  s.lu.ftran(flips, SolveKind.boundFlips);
  for (let k = 0; k < flips.count; k++) {
    const i = flips.index[k];
    basicValue[i] += flips.value[i];
    noteViolation(s, i);
  }
  flips.clear();
}
