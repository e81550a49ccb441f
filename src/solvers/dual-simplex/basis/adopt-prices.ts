import { BasisCode } from "../../../lp/basis.ts";
import type { LinearProgram } from "../../../lp/linear-program.ts";
import type { LpScaling } from "../../../lp/scale.ts";
import { minusVariable } from "../../../sparse/column-matrix.ts";
import { type SimplexState, dualInfeasibility } from "../state/simplex-state.ts";

/**
 * Makes given prices those of the basis, by its working costs: with d = cost - [A I]'y, each basic variable's cost is
 * lowered by its d. Where x and y are an optimum, d is 0 but for basic variables that rest at a limit, as an interior
 * point's mostly do by the thousand; so the basis is dual feasible at once, where its own prices have as many signs
 * wrong. Prices found with such costs prove an optimum of the true ones as long as those variables stay at their
 * limits.
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
 * Gives true costs back to all variables but the basic ones that rest at the limit their true reduced cost asks for.
 * Whether anything is left to optimise: a basic variable's cost, or a sign, has changed.
 */
export function restoreMovedCosts(s: SimplexState): boolean {
  const { cost } = s.working;
  const { program } = s;
  const { place, head, move } = s.basis;
  const { basicValue, basicLower, basicUpper, reducedCost } = s.point;
  const { dualTolerance } = s.safeguards;
  let isOpen = false;
  for (let j = 0; j < cost.length; j++) {
    if (place[j] === BasisCode.basic) continue;
    reducedCost[j] += program.cost[j] - cost[j];
    cost[j] = program.cost[j];
    if (dualInfeasibility(move[j], reducedCost[j]) > dualTolerance) isOpen = true;
  }
  for (let r = 0; r < head.length; r++) {
    const d = program.cost[head[r]] - cost[head[r]];
    if (d === 0) continue;
    const limit = d > 0 ? basicLower[r] : basicUpper[r];
    if (Math.abs(basicValue[r] - limit) <= s.safeguards.primalTolerance) continue;
    cost[head[r]] = program.cost[head[r]];
    isOpen = true;
  }
  return isOpen;
}
