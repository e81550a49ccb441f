/**
 * Ranging: what the optimum of a linear program is worth in the limits of its rows and columns, on either side, and how
 * far that holds. At a degenerate vertex (the rule in planning, not the exception) one price per limit is not the
 * answer: v(b), the optimum as a function of one limit, has a corner there, and any price between the two one-sided
 * derivatives comes out of a solver.
 */
import { ProgramError } from "../../errors.ts";
import { copyFields, describeValue } from "../../lp/check-options.ts";
import type { LinearProgram } from "../../lp/linear-program.ts";
import { type LpScaling, objectiveUnit } from "../../lp/scale.ts";
import type { LpSolution } from "../../lp/solution.ts";
import type { BasePoint } from "./base-point.ts";
import { followLimit, type RangeEnd } from "./follow-limit.ts";
import { startRanging } from "./start-ranging.ts";

/**
 * Which limit moves. `both` shifts every finite one of the two by the same amount: the right-hand side of an equality.
 */
export type RangeTarget = { readonly limit: "lower" | "upper" | "both" } & (
  { readonly row: number; readonly col?: undefined } | { readonly col: number; readonly row?: undefined }
);

/** One side of a limit. */
export interface SideRange {
  /**
   * The one-sided d objective / d limit, in the units and sense of the program, signed as `y` and `reducedCost` are;
   * +-Infinity where the program is infeasible at once.
   */
  readonly price: number;
  /** How far (>= 0, in the limit's units) the limit may move this way at this price; Infinity for ever. */
  readonly holdsTo: number;
  /**
   * What comes then: another price, no feasible point, or nothing. `numerical-trouble`: the search gave up there, so
   * the price holds to `holdsTo` at least, and is NaN where none was found.
   */
  readonly end: RangeEnd;
}

/** `left`: the limit falls; `right`: it rises. */
export interface LimitRange {
  readonly left: SideRange;
  readonly right: SideRange;
}

/**
 * The price of each target's limit to its left and right, in order. Takes the program and its optimal solution by any
 * engine that gives a basis (all that is used of it); never mutates either. One factorisation serves all targets; the
 * basis of an interior point is first brought to where a simplex ends, in a part of the time of a solve.
 *
 * Limits nearer to each other or to a value than 1e-9 in scaled units count as met: a shift of that size is no step.
 *
 * Throws `ProgramError` where the solution is not optimal or has no basis of this program's shape, and for a target
 * that names no row, column or finite limit.
 */
export function rangeLp(lp: LinearProgram, solution: LpSolution, targets: readonly RangeTarget[]): LimitRange[] {
  const { base, scaling } = startRanging(lp, solution, () =>
    listOf(targets).forEach((target, k) => checkTarget(lp, target, `targets[${k}].`)),
  );
  return targets.map((target) => ({
    left: rangeSide(lp, base, scaling, target, -1),
    right: rangeSide(lp, base, scaling, target, 1),
  }));
}

function rangeSide(
  lp: LinearProgram,
  base: BasePoint,
  scaling: LpScaling,
  target: RangeTarget,
  direction: number,
): SideRange {
  const { row, col, limit } = target;
  const lowerRate = limit === "upper" ? 0 : direction;
  const upperRate = limit === "lower" ? 0 : direction;
  const unit = scaling.boundScale * (row === undefined ? scaling.col[col] : 1 / scaling.row[row]);
  // A logical is minus its row's activity: its limits trade places and move the other way.
  const { slope, length, end } =
    row === undefined
      ? followLimit(base, col, lowerRate, upperRate)
      : followLimit(base, lp.numCols + row, -upperRate, -lowerRate);
  base.restore();
  return { price: 0 + (slope * direction * objectiveUnit(lp, scaling)) / unit, holdsTo: length * unit, end };
}

function listOf(targets: readonly RangeTarget[]): readonly RangeTarget[] {
  if (Array.isArray(targets)) return targets;
  throw new ProgramError("targets", `got ${describeValue(targets)}, wanted an array of targets { row or col, limit }.`);
}

function checkTarget(lp: LinearProgram, target: RangeTarget, path: string): void {
  const { row, col, limit } = copyFields(path.slice(0, -1), target, "{ row or col, limit }");
  const [what, index, lower, upper] =
    row === undefined
      ? (["col", col, lp.colLower, lp.colUpper] as const)
      : (["row", row, lp.rowLower, lp.rowUpper] as const);
  if (!Number.isInteger(index) || lower[index] === undefined)
    throw new ProgramError(path + what, `got ${describeValue(index)}, wanted 0 to ${lower.length - 1}.`);
  if (limit !== "lower" && limit !== "upper" && limit !== "both") {
    throw new ProgramError(`${path}limit`, `got ${describeValue(limit)}, wanted "lower", "upper" or "both".`);
  }
  if ((limit === "upper" || lower[index] === -Infinity) && (limit === "lower" || upper[index] === Infinity)) {
    throw new ProgramError(`${path}limit`, `got "${limit}", which is infinite in ${what} ${index}; name a finite one.`);
  }
}
