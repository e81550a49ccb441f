import { ProgramError } from "../errors.ts";
import { checkNumber, copyFields, asProgramError, describeValue } from "./check-options.ts";
import { checkProgram } from "./check-program.ts";
import { checkFarkasRay, checkRecessionRay } from "./check-ray.ts";
import { withInfiniteBounds } from "./infinite-bounds.ts";
import type { LinearProgram } from "./linear-program.ts";
import { checkDual, checkGap, checkPrimal, NO_DUAL, NO_PRIMAL, ROUNDING } from "./solution-errors.ts";
import type { LpSolution } from "./solution.ts";

/** Tolerances of `checkSolution`. All are relative; `checkSolution` defines the scales. */
export interface CheckTolerances {
  /** Greatest `primalInfeasibility`. Default 1e-7; loosen to 1e-6 for programs whose bounds span ten decades. */
  readonly primal?: number;
  /** Greatest `dualInfeasibility`. Default 1e-7; loosen with `primal`. */
  readonly dual?: number;
  /** Greatest `relativeGap`. Default 1e-8; loosen to 1e-6 for solvers that stop short of a vertex. */
  readonly gap?: number;
  /**
   * Greatest `vertexInfeasibility`, for a solution that claims the exact basic point of its `basis`. Default 1e-12;
   * loosen if the coefficients themselves are known to fewer digits.
   */
  readonly vertex?: number;
  /** Greatest `rayViolation`. Default 1e-9: the claim holds for all |x_j| (or |y_i|) up to 1e9. */
  readonly ray?: number;
}

/**
 * The verdict. NaN: the status claims nothing of this kind. Infinity: a vector of the claim is missing, has the wrong
 * length or is not finite.
 */
export interface SolutionCheck {
  readonly primalInfeasibility: number;
  readonly dualInfeasibility: number;
  readonly relativeGap: number;
  /**
   * For an optimum that claims the exact basic point of its `basis`: the worst row or column, relative to its own
   * terms.
   */
  readonly vertexInfeasibility?: number;
  /** For `infeasible` and `unbounded`: 0 or at rounding level if the claim is proven, Infinity if nothing is proven. */
  readonly rayViolation?: number;
  /** Whether the claim is proven within the tolerances. False for every status that claims nothing. */
  readonly ok: boolean;
}

/**
 * Checks a solution from the original, unscaled program and the vectors alone. It shares no code with any solver. It
 * does not trust `objective` and `reducedCost`: both must agree with recomputed values.
 *
 * Assumes that `checkProgram` passes; bounds of 1e20 and more are infinite. All sums are compensated. For `max`, cost
 * and y are negated first, so everything below is stated for `min`.
 *
 * Notation: a = A x, d = cost - A'y, and size_i = sum_j |a_ij x_j| + |bound_i|. costScale = min(1, greatest |cost_j|),
 * or 1 if all costs are 0; prices in units of 1e-6 USD are then checked as strictly as others. aboveRounding(s) = s, or
 * 0 if |s| is at most 16 units of rounding of the sum of the absolute terms of s. Below that, a sum of doubles does not
 * differ from zero.
 *
 * - `primalInfeasibility` is the greatest aboveRounding(excess over the bound) / scale over columns and rows, with
 * scale = max(1, |bound|). The scale does not include the terms, so a long row (the fuel of a year) cannot hide an
 * absolute violation. A nonzero bound has a scale of at most 1000 size_i: an unserved demand of 1e-7 is a violation,
 * although it is small.
 * - `vertexInfeasibility` applies if the solution has a `basis` and does not say `isVertex: false`. It is the greatest
 * aboveRounding(excess) / size_i over rows and columns. Reduced costs and prices that refer to an infinite bound count
 * too, over costScale + the absolute terms of d_j. The exact point of a basis has 0 here. A tolerance of 1e-7 would be
 * too loose: between nearly parallel rows, an error of 1e-7 in one row can be worth half the objective. The solution's
 * own prices do not show it, because the price of a row with slack is 0.
 * - `dualInfeasibility` is the greatest of three figures. First: aboveRounding(|d_j|) / (costScale + |cost_j|) where
 * d_j refers to an infinite bound (d_j > 0 refers to the lower one, d_j < 0 to the upper one); here aboveRounding hides
 * at most 1e-3 of the denominator, however large the terms of d_j are. Second: the same for y_i
 * (> 0 refers to `rowLower`), measured as |y_i| max_j |a_ij| / (costScale + |cost_j|). This is the change of the
 * columns' reduced costs if y_i were zero (|y_i| / costScale in an empty row). Third: aboveRounding(|reducedCost_j -
 * d_j|) / (costScale + |cost_j|).
 * - `relativeGap` is the greater of aboveRounding(|P - D|), which hides at most 1e-6 of its scale, and
 * aboveRounding(|objective - (P + objectiveOffset)|), both over costScale + max(|P|, |D|). P = cost'x. D = sum of y_i
 * times the bound that its sign refers to + sum of d_j times the bound that its sign refers to. The offset is not part
 * of the scale, because a constant must not loosen the test. A d_j (y_i) at rounding level of its own terms (of the
 * terms of all its columns) refers to no bound. Otherwise noise of 1e-14 times a bound of 1e9 would spoil the gap of an
 * exact vertex.
 * - `infeasible` and `unbounded`: `rayViolation` is the figure of `checkFarkasRay` or `checkRecessionRay`. `unbounded`
 * also needs a primal feasible x with its objective; `relativeGap` then measures the reported objective only. With a
 * `basis`, that x must satisfy `vertexInfeasibility` as well: 3 x = 0 with x >= 1e-9 has no feasible point, and only a
 * comparison with the bound's own size shows it.
 *
 * How far the objective may be off if `ok` is true: sum_i |y*_i| excess_i + |P - D|, with y* the prices of the true
 * optimum. For a vertex, excess_i is at most 1e-12 size_i. Relative to sum_j |cost_j x_j| + sum_i |y*_i| size_i this is
 * 1e-12 for the rows. The gap adds 1e-8 of max(|P|, |D|), or up to 1e-6 if the prices are so large that their rounding
 * hides more. For a solution without a vertex (from an adapter or an interior point), excess_i may be 1e-7 max(1,
 * |bound_i|): its objective is accurate if the prices of its rows are moderate.
 */
export function checkSolution(
  program: LinearProgram,
  solution: LpSolution,
  tolerances: CheckTolerances = {},
): SolutionCheck {
  return asProgramError("solution", () => checkAgainst(program, solution, tolerances));
}

function checkAgainst(program: LinearProgram, solution: LpSolution, tolerances: CheckTolerances): SolutionCheck {
  if (typeof program !== "object" || program === null) checkProgram(program);
  if (typeof solution !== "object" || solution === null)
    throw new ProgramError("solution", `got ${describeValue(solution)}, wanted the LpSolution of a solver.`);
  const allowed = copyFields("tolerances", tolerances, "an object of tolerances; leave it out for the defaults");
  for (const [name, given] of Object.entries(allowed)) checkNumber(`tolerances.${name}`, given);
  const { primal = 1e-7, dual = 1e-7, gap = 1e-8, vertex = 1e-12, ray = 1e-9 } = allowed;
  const lp = withInfiniteBounds(program);
  if (solution.status === "optimal") {
    const hasX = isVector(solution.x, lp.numCols);
    const hasY = isVector(solution.y, lp.numRows);
    const hasReducedCost = isVector(solution.reducedCost, lp.numCols);
    const primalSide = hasX ? checkPrimal(lp, solution.x) : NO_PRIMAL;
    const dualSide = hasY ? checkDual(lp, solution.y, hasReducedCost ? solution.reducedCost : undefined) : NO_DUAL;
    const relativeGap = hasX ? checkGap(lp, solution.x, solution.objective, dualSide) : Infinity;
    const isVertex = solution.basis !== undefined && solution.isVertex !== false;
    const vertexInfeasibility = isVertex ? Math.max(primalSide.relativeToTerms, dualSide.relativeToTerms) : 0;
    return {
      primalInfeasibility: primalSide.infeasibility,
      dualInfeasibility: dualSide.infeasibility,
      relativeGap,
      ...(isVertex && { vertexInfeasibility }),
      ok:
        primalSide.infeasibility <= primal &&
        dualSide.infeasibility <= dual &&
        relativeGap <= gap &&
        vertexInfeasibility <= vertex,
    };
  }
  if (solution.status === "infeasible") {
    const rayViolation = isVector(solution.dualRay, lp.numRows)
      ? checkFarkasRay(lp, solution.dualRay, ROUNDING)
      : Infinity;
    return {
      primalInfeasibility: NaN,
      dualInfeasibility: NaN,
      relativeGap: NaN,
      rayViolation,
      ok: rayViolation <= ray,
    };
  }
  if (solution.status === "unbounded") {
    const hasX = isVector(solution.x, lp.numCols);
    const primalSide = hasX ? checkPrimal(lp, solution.x) : NO_PRIMAL;
    const relativeGap = hasX ? checkGap(lp, solution.x, solution.objective, undefined) : Infinity;
    const rayViolation = isVector(solution.primalRay, lp.numCols)
      ? checkRecessionRay(lp, solution.primalRay, ROUNDING)
      : Infinity;
    const isVertex = solution.basis !== undefined && solution.isVertex !== false;
    const vertexInfeasibility = isVertex ? primalSide.relativeToTerms : 0;
    return {
      primalInfeasibility: primalSide.infeasibility,
      dualInfeasibility: NaN,
      relativeGap,
      ...(isVertex && { vertexInfeasibility }),
      rayViolation,
      ok:
        primalSide.infeasibility <= primal &&
        relativeGap <= gap &&
        rayViolation <= ray &&
        vertexInfeasibility <= vertex,
    };
  }
  return { primalInfeasibility: NaN, dualInfeasibility: NaN, relativeGap: NaN, ok: false };
}

/** The types promise the vectors, but a solution may come from code that is not type-checked. */
function isVector(vector: Float64Array | undefined, length: number): vector is Float64Array {
  if (!(vector instanceof Float64Array) || vector.length !== length) return false;
  for (let k = 0; k < length; k++) if (!Number.isFinite(vector[k])) return false;
  return true;
}
