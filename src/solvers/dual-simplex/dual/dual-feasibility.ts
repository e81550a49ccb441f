import { BasisCode } from "../../../lp/basis.ts";
import { greatestFinite } from "../../../sparse/greatest-size.ts";
import { computeBasicValues } from "../basis/basic-point.ts";
import { hashedUniform } from "../../hashed-uniform.ts";
import { Move, type SimplexState, dualInfeasibility } from "../state/simplex-state.ts";
import { loadBasicBounds, setNonbasic } from "../state/variable-status.ts";

/**
 * Repairs the signs of reduced costs after refactoring, when only rounding and Harris steps have spoiled them. A boxed
 * variable moves to its opposite bound; any other gets its cost shifted, and the primal phase removes what the shift
 * leaves.
 */
export function repairDualSigns(s: SimplexState): void {
  const { move } = s.basis;
  const { reducedCost } = s.point;
  const { cost, lower, upper } = s.working;
  const { dualTolerance } = s.safeguards;
  const tolerance = Math.max(dualTolerance, s.safeguards.harrisSlack);
  let numFlips = 0;
  for (let j = 0; j < move.length; j++) {
    const direction = move[j];
    const d = reducedCost[j];
    if (dualInfeasibility(direction, d) <= tolerance) continue;
    if (direction !== Move.either && upper[j] - lower[j] < Infinity) {
      setNonbasic(s, j, direction === Move.up ? BasisCode.atUpper : BasisCode.atLower);
      numFlips++;
    } else {
      const target = direction === Move.either ? 0 : direction * tolerance * hashedUniform(j);
      cost[j] += target - d;
      reducedCost[j] = target;
      s.working.costsChanged = true;
    }
  }
  if (numFlips > 0) computeBasicValues(s);
}

/**
 * Makes a starting basis dual feasible. Boxed variables move to the bound that their reduced cost asks for; the others
 * first get temporary bounds `far` from zero. The answer is valid if no temporary bound is active in the end; otherwise
 * `restoreBounds` leaves a primal feasible point for the primal phase. (Shifting costs instead takes twice the
 * iterations on warm starts; a separate dual phase 1 makes no progress towards the optimum.)
 */
export function addTemporaryBounds(s: SimplexState): void {
  const { move } = s.basis;
  const { reducedCost } = s.point;
  const { lower, upper } = s.working;
  const { dualTolerance, strict } = s.safeguards;
  const far = farBound(s);
  for (let j = 0; j < move.length; j++) {
    const d = reducedCost[j];
    if (dualInfeasibility(move[j], d) <= (strict ? strict.costNoise[j] : dualTolerance)) continue;
    if (lower[j] === -Infinity) {
      lower[j] = Math.min(-far, upper[j] - far);
      s.working.boundsChanged = true;
    }
    if (upper[j] === Infinity) {
      upper[j] = Math.max(far, lower[j] + far);
      s.working.boundsChanged = true;
    }
    setNonbasic(s, j, d < 0 ? BasisCode.atUpper : BasisCode.atLower);
  }
}

/** Well beyond every finite bound, yet small enough to be added to small values in double precision. */
function farBound({ program: { lower, upper } }: SimplexState): number {
  return Math.min(1e7, Math.max(1e4, 10 * greatestFinite(lower, upper)));
}

/** Restores the program's bounds. A nonbasic variable at a temporary bound keeps its value, between its bounds. */
export function restoreBounds(s: SimplexState): void {
  if (!s.working.boundsChanged) return;
  const { program } = s;
  const { lower, upper } = s.working;
  const { x } = s.point;
  const { place, move } = s.basis;
  lower.set(program.lower);
  upper.set(program.upper);
  for (let j = 0; j < lower.length; j++) {
    if (place[j] === BasisCode.basic) continue;
    if (x[j] > lower[j] && x[j] < upper[j]) {
      place[j] = BasisCode.free;
      move[j] = Move.either;
    } else setNonbasic(s, j, x[j] >= upper[j] ? BasisCode.atUpper : BasisCode.atLower);
  }
  loadBasicBounds(s);
  s.working.boundsChanged = false;
}
