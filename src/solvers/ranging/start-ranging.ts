import { ProgramError } from "../../errors.ts";
import { copyFields } from "../../lp/check-options.ts";
import { checkProgram } from "../../lp/check-program.ts";
import type { LinearProgram } from "../../lp/linear-program.ts";
import { type LpScaling, scaleProgram } from "../../lp/scale.ts";
import type { LpSolution } from "../../lp/solution.ts";
import { type BasePoint, basePoint } from "./base-point.ts";
import { optimalBasis } from "./optimal-basis.ts";

/** The optimal basis that ranging of bounds and of costs starts from, and the units of the scaled program. */
export interface RangingStart {
  readonly base: BasePoint;
  readonly scaling: LpScaling;
}

/**
 * Throws `ProgramError` if the solution is not optimal or has no basis of this program. `checkAsked` runs after these
 * checks and before any work; it may throw for a wrong request.
 */
export function startRanging(lp: LinearProgram, solution: LpSolution, checkAsked: () => void): RangingStart {
  checkProgram(lp);
  const { status, basis } = copyFields("solution", solution, "the answer of a solver");
  if (status !== "optimal")
    throw new ProgramError("solution", `is ${status}, wanted optimal; only an optimal solution has prices.`);
  if (basis?.col?.length !== lp.numCols || basis.row?.length !== lp.numRows) {
    throw new ProgramError(
      "solution.basis",
      "is missing or has other numbers of rows or columns; pass a solution of this program that has a basis.",
    );
  }
  checkAsked();
  const scaling = scaleProgram(lp);
  return { scaling, base: basePoint(optimalBasis(lp, scaling, basis)) };
}
