import { BasisCode } from "../basis.ts";
import { type DualPoint, reducedCostOf } from "./dual-point.ts";
import { PLACE_BY_SIGN, type Reduction } from "./reduction.ts";
import { NEAR_FIXED } from "./tolerances.ts";

/**
 * Fixes a column with equal bounds, or with bounds so near that its value does not matter (the sun's last 1e-15 MW).
 * Its status is the bound that its reduced cost asks for, so that postsolve attributes a bound from a singleton row to
 * the right row.
 */
export function fixColumn(r: Reduction, j: number): boolean {
  const { colStart, value } = r.lp;
  const room = r.colUpper[j] - r.colLower[j];
  if (!(room <= NEAR_FIXED)) return false;
  let effect = Math.max(1, Math.abs(r.cost[j]));
  for (let k = colStart[j]; k < colStart[j + 1]; k++) effect = Math.max(effect, Math.abs(value[k]));
  if (room * effect > NEAR_FIXED) return false;
  r.fixCol(j, r.colLower[j], PLACE_BY_SIGN);
  return true;
}

export function undoFixedColumn(r: Reduction, step: number, p: DualPoint): void {
  if (p.basis === undefined) return;
  const j = r.col[step];
  const place = r.place[step];
  if (place !== PLACE_BY_SIGN) p.basis.col[j] = place;
  else p.basis.col[j] = reducedCostOf(r, p, j) < 0 ? BasisCode.atUpper : BasisCode.atLower;
}
