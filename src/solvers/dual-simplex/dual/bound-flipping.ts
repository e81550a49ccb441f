import { BasisCode } from "../../../lp/basis.ts";
import { SolveKind } from "../../../sparse/lu-factor.ts";
import { addColumn } from "../basis/basis-state.ts";
import { updateViolation } from "../basis/basic-point.ts";
import { type SimplexState } from "../state/simplex-state.ts";
import { setNonbasic } from "../state/variable-status.ts";

/**
 * Bound flipping: moves the variables that the ratio test passed to their opposite bounds, and updates basic values.
 */
export function flipToOppositeBounds(s: SimplexState): void {
  const { rowBuffer } = s.pivot;
  const { index: ratioIndex } = s.ratioTest;
  const { basicValue } = s.point;
  rowBuffer.clear();
  for (let f = 0; f < s.ratioTest.numFlips; f++) {
    const j = ratioIndex[f];
    const before = s.point.x[j];
    setNonbasic(s, j, s.basis.place[j] === BasisCode.atLower ? BasisCode.atUpper : BasisCode.atLower);
    addColumn(s, j, before - s.point.x[j], rowBuffer);
  }
  s.basis.lu.ftran(rowBuffer, SolveKind.boundFlips);
  for (let k = 0; k < rowBuffer.count; k++) {
    const i = rowBuffer.index[k];
    basicValue[i] += rowBuffer.value[i];
    updateViolation(s, i);
  }
  rowBuffer.clear();
}
