/**
 * Ranging of bounds: the shadow price of each bound of a row or column, on either side, and how far it is valid. At a
 * degenerate vertex (the rule in planning, not the exception) one price per bound is not enough: v(b), the optimum as a
 * function of one bound, has a kink there, and a solver may return any price between the two one-sided derivatives.
 */
import { ProgramError } from "../../errors.ts";
import { copyFields, describeValue } from "../../lp/check-options.ts";
import type { LinearProgram } from "../../lp/linear-program.ts";
import { type LpScaling, objectiveUnit } from "../../lp/scale.ts";
import type { LpSolution } from "../../lp/solution.ts";
import type { BasePoint } from "./base-point.ts";
import { followBound, type RangeEnd } from "./follow-bound.ts";
import { startRanging } from "./start-ranging.ts";

/**
 * Which bound moves. `both` shifts the finite ones of the two by the same amount: the right-hand side of an equality.
 * `value`, of a column: it is fixed at its optimal value, and that moves, whatever its bounds and its reduced cost.
 */
export type RangeTarget =
  | ({ readonly bound: "lower" | "upper" | "both" } & (
      { readonly row: number; readonly col?: undefined } | { readonly col: number; readonly row?: undefined }
    ))
  | { readonly bound: "value"; readonly col: number; readonly row?: undefined };

/** One side of a bound. */
export interface SideRange {
  /**
   * The one-sided d objective / d bound, in the units and sense of the program, signed as `y` and `reducedCost` are;
   * +-Infinity if any move makes the program infeasible.
   */
  readonly price: number;
  /** How far (>= 0, in the units of the bound) it may move this way at this price; Infinity if without end. */
  readonly validFor: number;
  /**
   * What happens beyond: another price, infeasibility, or nothing. `numerical-trouble`: the search ended there, so the
   * price is valid to `validFor` at least; it is NaN if none was found.
   */
  readonly end: RangeEnd;
}

/** `left`: the bound falls; `right`: it rises. */
export interface BoundRange {
  readonly left: SideRange;
  readonly right: SideRange;
}

/**
 * The price of each target's bound to its left and right, in order. Takes the program and its optimal solution by any
 * engine that gives a basis (only the basis is used); never mutates either. One factorisation serves all targets. The
 * basis of an interior point is first made dual feasible by the simplex, in a fraction of the time of a solve.
 *
 * A bound within 1e-9 (in scaled units) of another bound or of a value counts as reached: such a shift is not a step.
 *
 * Throws `ProgramError` if the solution is not optimal or has no basis of this program, and for a target that does not
 * name a row or column with such a finite bound.
 */
export function rangeLp(lp: LinearProgram, solution: LpSolution, targets: readonly RangeTarget[]): BoundRange[] {
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
  const { row, col, bound } = target;
  const lowerRate = bound === "upper" ? 0 : direction;
  const upperRate = bound === "lower" ? 0 : direction;
  const unit = scaling.boundScale * (row === undefined ? scaling.col[col] : 1 / scaling.row[row]);
  if (bound === "value") base.fix(col);
  // A logical is minus its row's activity: lower and upper bound are exchanged and move the other way.
  const { slope, length, end } =
    row === undefined
      ? followBound(base, col, lowerRate, upperRate)
      : followBound(base, lp.numCols + row, -upperRate, -lowerRate);
  base.restore();
  return { price: 0 + (slope * direction * objectiveUnit(lp, scaling)) / unit, validFor: length * unit, end };
}

function listOf(targets: readonly RangeTarget[]): readonly RangeTarget[] {
  if (Array.isArray(targets)) return targets;
  throw new ProgramError("targets", `got ${describeValue(targets)}, wanted an array of targets { row or col, bound }.`);
}

function checkTarget(lp: LinearProgram, target: RangeTarget, path: string): void {
  const { row, col, bound } = copyFields(path.slice(0, -1), target, "{ row or col, bound }");
  const [what, index, lower, upper] =
    row === undefined
      ? (["col", col, lp.colLower, lp.colUpper] as const)
      : (["row", row, lp.rowLower, lp.rowUpper] as const);
  if (!Number.isInteger(index) || lower[index] === undefined)
    throw new ProgramError(path + what, `got ${describeValue(index)}, wanted 0 to ${lower.length - 1}.`);
  if (bound === "value" && row === undefined) return;
  if (bound !== "lower" && bound !== "upper" && bound !== "both") {
    const wanted = row === undefined ? '"lower", "upper", "both" or "value"' : '"lower", "upper" or "both"';
    throw new ProgramError(`${path}bound`, `got ${describeValue(bound)}, wanted ${wanted}.`);
  }
  if ((bound === "upper" || lower[index] === -Infinity) && (bound === "lower" || upper[index] === Infinity)) {
    throw new ProgramError(`${path}bound`, `got "${bound}", which is infinite in ${what} ${index}; name a finite one.`);
  }
}
