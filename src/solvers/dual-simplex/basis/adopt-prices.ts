import { BasisCode } from "../../../lp/basis.ts";
import type { LinearProgram } from "../../../lp/linear-program.ts";
import type { LpScaling } from "../../../lp/scale.ts";
import { minusVariable } from "../../../sparse/column-matrix.ts";
import { type SimplexState, dualInfeasibility } from "../state/simplex-state.ts";

/**
 * Makes given prices y those of the basis, by changing its working costs: with d = cost - [A I]'y, the cost of each
 * basic variable is lowered by its d. If x and y are optimal, d is 0 but for basic variables at a bound, of which an
 * interior point often leaves thousands. So the basis is dual feasible at once, while its own prices would have
 * thousands of wrong signs. Prices for such costs prove an optimum for the true costs as long as those variables stay
 * at their bounds.
 */
export function adoptPrices(s: SimplexState, lp: LinearProgram, scaling: LpScaling, y: Float64Array): void {
  const { head } = s.basis;
  const { cost } = s.working;
  const { program } = s;
  const costScale = lp.sense === "max" ? -scaling.costScale : scaling.costScale;
  const yScaled = y.map((yi, i) => (yi * costScale) / scaling.row[i]);
  for (const j of head) {
    const d = minusVariable(program, j, yScaled, cost[j]);
    if (Math.abs(d) <= s.safeguards.dualTolerance) continue;
    cost[j] -= d;
    s.working.costsChanged = true;
  }
}

/**
 * Restores the true costs of all variables but the basic ones that are at the bound their true reduced cost asks for.
 * Returns whether anything remains to optimise: a basic cost has changed, or a reduced cost has the wrong sign.
 */
export function restoreMovedCosts(s: SimplexState): boolean {
  const { cost } = s.working;
  const { program } = s;
  const { place, head, move } = s.basis;
  const { basicValue, basicLower, basicUpper, reducedCost } = s.point;
  const { dualTolerance } = s.safeguards;
  let hasWork = false;
  for (let j = 0; j < cost.length; j++) {
    if (place[j] === BasisCode.basic) continue;
    reducedCost[j] += program.cost[j] - cost[j];
    cost[j] = program.cost[j];
    if (dualInfeasibility(move[j], reducedCost[j]) > dualTolerance) hasWork = true;
  }
  for (let r = 0; r < head.length; r++) {
    const d = program.cost[head[r]] - cost[head[r]];
    if (d === 0) continue;
    const bound = d > 0 ? basicLower[r] : basicUpper[r];
    if (Math.abs(basicValue[r] - bound) <= s.safeguards.primalTolerance) continue;
    cost[head[r]] = program.cost[head[r]];
    hasWork = true;
  }
  return hasWork;
}
