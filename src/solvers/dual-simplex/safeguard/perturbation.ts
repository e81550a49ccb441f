import { hashedUniform } from "../../hashed-uniform.ts";
import { Move, type SimplexState } from "../state/simplex-state.ts";
import { loadBasicBounds } from "../state/variable-status.ts";
import { COST_PERTURBATION, BOUND_PERTURBATION } from "../tolerances.ts";

/**
 * Breaks ties between reduced costs: each nonbasic cost moves away from zero in the direction that keeps its sign
 * right, by 0.5 to 1 times COST_PERTURBATION * (1 + |cost|) * factor. Costs of basic and free variables do not change.
 */
export function perturbCosts(s: SimplexState, factor: number): void {
  const { cost } = s.working;
  const { reducedCost } = s.point;
  const { move } = s.basis;
  for (let j = 0; j < cost.length; j++) {
    const direction = move[j];
    if (direction !== Move.up && direction !== Move.down) continue;
    const change = direction * COST_PERTURBATION * factor * (1 + Math.abs(cost[j])) * (0.5 + 0.5 * hashedUniform(j));
    cost[j] += change;
    reducedCost[j] += change;
  }
  s.working.costsChanged = true;
}

/**
 * Costs for which the present basis is dual feasible whatever its bounds: 0 for basic and free variables, 0.5 to 1 in
 * the right direction for the others. The dual simplex then decides feasibility only, without temporary bounds: a phase
 * 1 for the primal simplex that shares all its code with phase 2.
 */
export function feasibilityCosts(s: SimplexState): void {
  s.working.cost.fill(0);
  s.point.reducedCost.fill(0);
  perturbCosts(s, 1 / COST_PERTURBATION);
}

/** Restores the program's costs; reduced costs are stale until they are recomputed. */
export function restoreCosts(s: SimplexState): void {
  s.working.cost.set(s.program.cost);
  s.working.costsChanged = false;
  s.point.mustRecompute = true;
}

/**
 * Breaks ties between bounds of basic variables, for a primal simplex that takes steps of length zero: each finite
 * bound moves outwards by BOUND_PERTURBATION * (1 + |bound|) times 0.5 to 1. `restoreBounds` undoes this, and the dual
 * simplex restores feasibility.
 */
export function perturbBounds(s: SimplexState): void {
  const { head } = s.basis;
  const { lower, upper } = s.working;
  for (let r = 0; r < head.length; r++) {
    const j = head[r];
    const share = BOUND_PERTURBATION * (0.5 + 0.5 * hashedUniform(j));
    if (lower[j] > -Infinity) lower[j] -= share * (1 + Math.abs(lower[j]));
    if (upper[j] < Infinity) upper[j] += share * (1 + Math.abs(upper[j]));
  }
  loadBasicBounds(s);
  s.working.boundsChanged = true;
}
