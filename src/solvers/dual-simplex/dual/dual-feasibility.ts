import { BasisCode } from "../../../lp/basis.ts";
import { greatestFinite } from "../../../sparse/greatest-size.ts";
import { computeBasicValues } from "../basis/basic-point.ts";
import { hashedUniform } from "../../hashed-uniform.ts";
import { Move, type SimplexState, dualInfeasibility } from "../state/simplex-state.ts";
import { loadBasicBounds, setNonbasic } from "../state/variable-status.ts";

/**
 * Makes reduced costs right in sign between rebuilds, where only rounding and Harris steps spoil them: a boxed variable
 * goes to its other limit, any other has its cost shifted (and the primal phase ends what the shift leaves).
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
 * Makes a basis dual feasible for the start: boxed variables take the limit their reduced cost asks for, the others
 * get temporary limits `far` from zero first. The answer stands if none of these is active in the end; otherwise
 * `restoreBounds` leaves a primal feasible point for the primal phase. (Shifting costs instead takes twice the
 * iterations on warm starts; a separate dual phase 1 has to be finished before any progress counts.)
 */
export function addTemporaryBounds(s: SimplexState): void {
  const { move } = s.basis;
  const { reducedCost } = s.point;
  const { lower, upper } = s.working;
  const { dualTolerance, strict: exacting } = s.safeguards;
  const far = farBound(s);
  for (let j = 0; j < move.length; j++) {
    const d = reducedCost[j];
    if (dualInfeasibility(move[j], d) <= (exacting ? exacting.costNoise[j] : dualTolerance)) continue;
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

/** Well beyond every finite limit, within what double precision can add to the small ones. */
function farBound({ program: { lower, upper } }: SimplexState): number {
  return Math.min(1e7, Math.max(1e4, 10 * greatestFinite(lower, upper)));
}

/** Back to the program's limits. A nonbasic variable at a temporary limit keeps its value, between its limits. */
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
