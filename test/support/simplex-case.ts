import type { LpBasis } from "../../src/lp/basis.ts";
import type { LinearProgram } from "../../src/lp/linear-program.ts";
import type { LpScaling } from "../../src/lp/scale.ts";
import { loadBasis } from "../../src/solvers/dual-simplex/basis/basis-state.ts";
import { computeBasicValues, computeReducedCosts } from "../../src/solvers/dual-simplex/basis/basic-point.ts";
import { internalProgram } from "../../src/solvers/dual-simplex/state/internal-program.ts";
import { SimplexState } from "../../src/solvers/dual-simplex/state/simplex-state.ts";
import { smallProgram } from "./random-programs.ts";

/**
 * min -3x - 2y subject to x + y <= 4, x + 3y <= 9, 0 <= x <= 3, y >= 0.
 * Optimum -11 at x = 3 (its limit), y = 1: the first row is active with price -2, x has reduced cost -3 + 2 = -1, and
 * the second row (6 <= 9) is slack.
 */
export const twoByTwo: LinearProgram = smallProgram(
  "min",
  [
    [0, -3, 3],
    [0, -2, Infinity],
  ],
  [
    [-Infinity, [1, 1], 4],
    [-Infinity, [1, 3], 9],
  ],
);

/** No scaling at all, so that hand figures hold inside the engine. */
export function unitScaling(lp: LinearProgram): LpScaling {
  return {
    row: new Float64Array(lp.numRows).fill(1),
    col: new Float64Array(lp.numCols).fill(1),
    costScale: 1,
    boundScale: 1,
  };
}

/** An engine state with factors, values and reduced costs of the given basis (default: all logicals). */
export function stateOf(lp: LinearProgram, basis?: LpBasis): SimplexState {
  const s = new SimplexState(internalProgram(lp, unitScaling(lp)), 0.1);
  loadBasis(s, basis);
  computeBasicValues(s);
  computeReducedCosts(s);
  s.safeguards.harrisSlack = 1e-9;
  return s;
}
