import { checkSolution } from "../../../lp/check-solution.ts";
import type { LinearProgram } from "../../../lp/linear-program.ts";
import { objectiveAt } from "../../../lp/objective-at.ts";
import { type LpScaling, objectiveUnit } from "../../../lp/scale.ts";
import type { LpSolution } from "../../../lp/solution.ts";
import { decodeBasis } from "../basis/basis-state.ts";
import { decodeDualRay, decodePoint, decodePrices, decodePrimalRay } from "./decode-solution.ts";
import { RAY_ROUNDING, VERTEX_ROUNDING } from "../../proof-tolerances.ts";
import type { SimplexState } from "../state/simplex-state.ts";

/**
 * Decodes the engine's present state into a solution and checks it on the original program; undefined if it fails.
 */
export interface VerifiedAnswers {
  /** `working`: with the prices of the working costs instead of the program's. */
  optimal(working?: boolean): LpSolution | undefined;
  infeasible(): LpSolution | undefined;
  unbounded(): LpSolution | undefined;
  /**
   * The last answer that `checkSolution` accepts as documented, but that was sent back because its vertex can usually
   * be had more exactly. It is returned where that search ends in numerical trouble or at a limit.
   */
  accepted?: LpSolution | undefined;
  /** The user's objective is the scaled one times the scale plus the offset; for progress reports. */
  readonly objectiveScale: number;
  readonly objectiveOffset: number;
}

/** `solver` is the name that signs the solutions. */
export function verifiedAnswers(
  solver: string,
  s: SimplexState,
  lp: LinearProgram,
  scaling: LpScaling,
): VerifiedAnswers {
  const frame = (x?: Float64Array) => ({
    solver,
    iterations: s.iterations,
    objective: x === undefined ? NaN : objectiveAt(lp, x),
    basis: decodeBasis(s),
  });
  const passed = (solution: LpSolution): LpSolution | undefined => {
    if (checkSolution(lp, solution, { vertex: VERTEX_ROUNDING, ray: RAY_ROUNDING }).ok) return solution;
    if (checkSolution(lp, solution, { ray: RAY_ROUNDING }).ok) answers.accepted = solution;
    return undefined;
  };
  const answers: VerifiedAnswers = {
    accepted: undefined,
    optimal(working = false) {
      const x = decodePoint(s, lp, scaling);
      return passed({ status: "optimal", ...frame(x), x, ...decodePrices(s, lp, scaling, working) });
    },
    infeasible() {
      return passed({ status: "infeasible", ...frame(), dualRay: decodeDualRay(s, lp, scaling) });
    },
    unbounded() {
      const x = decodePoint(s, lp, scaling);
      return passed({ status: "unbounded", ...frame(x), x, primalRay: decodePrimalRay(s, lp, scaling) });
    },
    objectiveScale: objectiveUnit(lp, scaling),
    objectiveOffset: lp.objectiveOffset,
  };
  return answers;
}
