import { ProgramError } from "../../errors.ts";
import { copyFields } from "../../lp/check-options.ts";
import { checkProgram } from "../../lp/check-program.ts";
import type { LinearProgram } from "../../lp/linear-program.ts";
import { type LpScaling, scaleProgram } from "../../lp/scale.ts";
import type { LpSolution } from "../../lp/solution.ts";
import { type BasePoint, basePoint } from "./base-point.ts";
import { optimalBasis } from "./optimal-basis.ts";

/** The optimal basis that ranging of limits and of costs starts from, and the units of the scaled program. */
export interface RangingStart {
  readonly base: BasePoint;
  readonly scaling: LpScaling;
}

/**
 * Throws `ProgramError` where the solution is not optimal or has no basis of this program's shape; `checkAsked` may
 * throw for what is asked of a sound program, before any work is done.
 */
export function startRanging(lp: LinearProgram, solution: LpSolution, checkAsked: () => void): RangingStart {
  checkProgram(lp);
  const { status, basis } = copyFields("solution", solution, "the answer of a solver");
  if (status !== "optimal")
    throw new ProgramError("solution", `is ${status}, wanted optimal; only an optimum has prices.`);
  if (basis?.col?.length !== lp.numCols || basis.row?.length !== lp.numRows) {
    throw new ProgramError(
      "solution.basis",
      "is missing or of another shape; pass this program's solution by an engine that gives one.",
    );
  }
  checkAsked();
  const scaling = scaleProgram(lp);
  return { scaling, base: basePoint(optimalBasis(lp, scaling, basis)) };
}
