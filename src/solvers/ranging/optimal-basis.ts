import { chooseLeavingRow } from "../dual-simplex/dual/dual-pricing.ts";
import { ProgramError } from "../../errors.ts";
import type { LpBasis } from "../../lp/basis.ts";
import type { LinearProgram } from "../../lp/linear-program.ts";
import type { LpScaling } from "../../lp/scale.ts";
import { dualSimplex } from "../dual-simplex.ts";
import { loadBasis } from "../dual-simplex/basis/basis-state.ts";
import { computeBasicValues, computeReducedCosts } from "../dual-simplex/basis/basic-point.ts";
import { internalProgram } from "../dual-simplex/state/internal-program.ts";
import { SimplexState, dualInfeasibility } from "../dual-simplex/state/simplex-state.ts";
import { solveLp } from "../solve-lp.ts";

/**
 * The engine at an optimal basis: primal and dual feasible, freshly factored. The basis of an interior point belongs to
 * an optimal vertex but is seldom dual feasible; the dual simplex makes it so in a fraction of a solve. (The primal
 * simplex, by steps of length zero, takes 2.5 times as long on a year.)
 */
export function optimalBasis(lp: LinearProgram, scaling: LpScaling, basis: LpBasis): SimplexState {
  const program = internalProgram(lp, scaling);
  const s = new SimplexState(program);
  load(s, basis);
  if (isOptimal(s)) return s;
  const again = solveLp(lp, { solver: dualSimplex, startBasis: basis });
  if (again.status !== "optimal" || again.basis === undefined) {
    throw new ProgramError(
      "solution",
      `belongs to another program: this one is ${again.status}; pass the solution of this program.`,
    );
  }
  load(s, again.basis);
  return s;
}

function load(s: SimplexState, basis: LpBasis): void {
  loadBasis(s, basis);
  computeBasicValues(s);
  computeReducedCosts(s);
}

function isOptimal(s: SimplexState): boolean {
  const { move } = s.basis;
  const { reducedCost } = s.point;
  const { dualTolerance } = s.safeguards;
  if (chooseLeavingRow(s) >= 0) return false;
  for (let j = 0; j < move.length; j++) {
    if (dualInfeasibility(move[j], reducedCost[j]) > dualTolerance) return false;
  }
  return true;
}
