import { PIVOT_TOLERANCE } from "../../../sparse/lu-factor.ts";
import { columnResiduals } from "./exact-residuals.ts";
import { refineValues, solveTransposedRefined } from "./refine.ts";
import type { SimplexState } from "../state/simplex-state.ts";
import { EXACT_ALPHA, LEAST_ALPHA, RESIDUAL_ROUNDING } from "../tolerances.ts";

/**
 * Strict mode: how a solve continues if its vertex violates a row by more than rounding. It starts from the same basis.
 * Values and reduced costs are refined whenever they are recomputed, and the tolerance of each is its own rounding
 * error. Between nearly parallel rows a tolerance of 1e-9 can be worth half the objective.
 */
export interface StrictMode {
  /** By row of the basis: greatest error of its variable's value. */
  readonly valueNoise: Float64Array;
  /** By variable: greatest error of its reduced cost. */
  readonly costNoise: Float64Array;
  /** 0 .. numVars - 1. */
  readonly allVars: Int32Array;
}

export function enterStrictMode(s: SimplexState): void {
  const { numRows, numVars } = s.program;
  s.safeguards.strict ??= {
    valueNoise: new Float64Array(numRows),
    costNoise: new Float64Array(numVars),
    allVars: Int32Array.from({ length: numVars }, (_, j) => j),
  };
  s.safeguards.primalTolerance = 0;
  s.safeguards.dualTolerance = 0;
  s.safeguards.leastAlpha = EXACT_ALPHA;
  s.basis.lu.pivotTolerance = EXACT_ALPHA;
}

/** Restores the usual tolerances. */
export function leaveStrictMode(s: SimplexState, primalTolerance: number, dualTolerance: number): void {
  s.safeguards.strict = undefined;
  s.safeguards.leastAlpha = LEAST_ALPHA;
  s.basis.lu.pivotTolerance = PIVOT_TOLERANCE;
  s.safeguards.primalTolerance = primalTolerance;
  s.safeguards.dualTolerance = dualTolerance;
}

/** Refines `basicValue`, which has just been recomputed, to the last digits. */
export function refineBasicValues(s: SimplexState, { valueNoise }: StrictMode): void {
  refineValues(s, valueNoise);
}

/** Recomputes the reduced costs of the working costs to the last digits. */
export function refineReducedCosts(s: SimplexState, { costNoise, allVars }: StrictMode): void {
  const { program } = s;
  const { head } = s.basis;
  const { cost } = s.working;
  const { reducedCost } = s.point;
  const wanted = new Float64Array(head.length);
  for (let r = 0; r < head.length; r++) wanted[r] = cost[head[r]];
  const y = solveTransposedRefined(s, wanted);
  columnResiduals(program, allVars, cost, y, reducedCost, costNoise);
  for (let j = 0; j < costNoise.length; j++) costNoise[j] *= RESIDUAL_ROUNDING;
  for (let r = 0; r < head.length; r++) reducedCost[head[r]] = 0;
}
