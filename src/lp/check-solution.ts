import { ProgramError } from "../errors.ts";
import { checkNumber, fieldsOf, refusing, shown } from "./check-options.ts";
import { checkProgram } from "./check-program.ts";
import { checkFarkasRay, checkRecessionRay } from "./check-ray.ts";
import type { LinearProgram } from "./linear-program.ts";
import { columnSums, CompensatedSum, rowSums } from "./residuals.ts";
import type { LpSolution } from "./solution.ts";

/** What `checkSolution` accepts. All are relative, see there. */
export interface CheckTolerances {
  /** Greatest `primalInfeasibility`. Default 1e-7; loosen to 1e-6 for programs whose limits span ten decades. */
  readonly primal?: number;
  /** Greatest `dualInfeasibility`. Default 1e-7; loosen with `primal`. */
  readonly dual?: number;
  /** Greatest `relativeGap`. Default 1e-8; loosen to 1e-6 for solvers that stop short of a vertex. */
  readonly gap?: number;
  /** Greatest `rayViolation`. Default 1e-9: the claim holds for all |x_j| (or |y_i|) up to 1e9. */
  readonly ray?: number;
}

/** The verdict. NaN = no part of this claim; Infinity = owed but missing, of wrong length or not finite. */
export interface SolutionCheck {
  readonly primalInfeasibility: number;
  readonly dualInfeasibility: number;
  readonly relativeGap: number;
  /** For `infeasible` and `unbounded`: 0 or at rounding level where the claim is proven, Infinity where nothing is. */
  readonly rayViolation?: number;
  /** Whether the claim is proven within the tolerances. False for every termination that claims nothing. */
  readonly ok: boolean;
}

/** Allowance for rounding: a figure of at most this times the sum of its absolute terms is not told from zero. */
const ROUNDING = 16 * Number.EPSILON;

/**
 * Judges a solution from the original, unscaled program and the vectors alone; shares no code with any solver, and
 * trusts neither `objective` nor `reducedCost`, which have to agree with what is recomputed. Assumes `checkProgram`
 * passes. All sums are compensated. For `max` cost and y are negated first, so read what follows for `min`.
 *
 * With a = A x, d = cost - A'y, money = min(1, greatest |cost_j|) (1 where all are 0: prices in 1e-6 USD deserve the
 * same care), and seen(s) = s, or 0 where |s| is at most 16 units of rounding of the sum of the absolute terms that s
 * is summed from (below that a sum of doubles does not differ from zero):
 *
 * - `primalInfeasibility` = greatest seen(excess over the limit) / max(1, |limit|) over columns and rows. The scale is
 *   the limit, never the size of the terms, so that a long row (a year's fuel) cannot hide an absolute violation in
 *   its sum; below 1 it is absolute, since limits of 0 and 0.01 deserve the same care.
 * - `dualInfeasibility` = the greatest of: seen(|d_j|) / (money + |cost_j|) where d_j asks for a limit that is infinite
 *   (d_j > 0 wants the lower, d_j < 0 the upper); the same for y_i (> 0 wants `rowLower`), as
 *   |y_i| max_j |a_ij| / (money + |cost_j|), the harm to the columns' reduced costs of setting that y_i to zero
 *   (|y_i| / money in an empty row); and seen(|reducedCost_j - d_j|) / (money + |cost_j|).
 * - `relativeGap` = the greater of |P - D| and seen(|objective - (P + objectiveOffset)|), over money + max(|P|, |D|).
 *   P = cost'x, D = sum of y_i times the limit its sign asks for + sum of d_j times the limit its sign asks for. The
 *   offset is left out of the scale: a constant must not loosen the test. A d_j (y_i) at rounding level of its own
 *   terms (of all its columns' terms) asks for no limit: else noise of 1e-14 times a limit of 1e9 would spoil the gap
 *   of an exact vertex.
 * - `infeasible`, `unbounded`: `rayViolation` as in `checkFarkasRay` and `checkRecessionRay`; `unbounded` also owes a
 *   primal feasible x and its objective (then `relativeGap` is the misreport alone).
 */
export function checkSolution(
  lp: LinearProgram,
  solution: LpSolution,
  tolerances: CheckTolerances = {},
): SolutionCheck {
  return refusing("solution", () => judge(lp, solution, tolerances));
}

function judge(lp: LinearProgram, solution: LpSolution, tolerances: CheckTolerances): SolutionCheck {
  if (typeof lp !== "object" || lp === null) checkProgram(lp);
  if (typeof solution !== "object" || solution === null) throw new ProgramError("solution", `got ${shown(solution)}, wanted the answer of a solver.`);
  const allowed = fieldsOf("tolerances", tolerances, "an object of tolerances; leave it out for the defaults");
  for (const [name, given] of Object.entries(allowed)) checkNumber(`tolerances.${name}`, given);
  const { primal = 1e-7, dual = 1e-7, gap = 1e-8, ray = 1e-9 } = allowed;
  if (solution.termination === "optimal") {
    const hasX = isVector(solution.x, lp.numCols);
    const hasY = isVector(solution.y, lp.numRows);
    const hasReducedCost = isVector(solution.reducedCost, lp.numCols);
    const primalInfeasibility = hasX ? worstViolation(lp, solution.x) : Infinity;
    const dualSide = hasY ? judgeDual(lp, solution.y, hasReducedCost ? solution.reducedCost : undefined) : NOTHING_DUAL;
    const relativeGap = hasX ? judgeGap(lp, solution.x, solution.objective, dualSide.objective) : Infinity;
    return {
      primalInfeasibility,
      dualInfeasibility: dualSide.infeasibility,
      relativeGap,
      ok: primalInfeasibility <= primal && dualSide.infeasibility <= dual && relativeGap <= gap,
    };
  }
  if (solution.termination === "infeasible") {
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
  if (solution.termination === "unbounded") {
    const hasX = isVector(solution.x, lp.numCols);
    const primalInfeasibility = hasX ? worstViolation(lp, solution.x) : Infinity;
    const relativeGap = hasX ? judgeGap(lp, solution.x, solution.objective, undefined) : Infinity;
    const rayViolation = isVector(solution.primalRay, lp.numCols)
      ? checkRecessionRay(lp, solution.primalRay, ROUNDING)
      : Infinity;
    return {
      primalInfeasibility,
      dualInfeasibility: NaN,
      relativeGap,
      rayViolation,
      ok: primalInfeasibility <= primal && relativeGap <= gap && rayViolation <= ray,
    };
  }
  return { primalInfeasibility: NaN, dualInfeasibility: NaN, relativeGap: NaN, ok: false };
}

/** The types promise the vectors; a check takes nobody's word. */
function isVector(vector: Float64Array | undefined, length: number): vector is Float64Array {
  if (!(vector instanceof Float64Array) || vector.length !== length) return false;
  for (let k = 0; k < length; k++) if (!Number.isFinite(vector[k])) return false;
  return true;
}

function moneyUnit(lp: LinearProgram): number {
  let greatest = 0;
  for (let j = 0; j < lp.numCols; j++) greatest = Math.max(greatest, Math.abs(lp.cost[j]));
  return greatest === 0 ? 1 : Math.min(1, greatest);
}

function seen(size: number, magnitude: number): number {
  return size <= ROUNDING * magnitude ? 0 : size;
}

function worstViolation(lp: LinearProgram, x: Float64Array): number {
  let worst = 0;
  const measure = (point: number, lower: number, upper: number, magnitude: number): void => {
    if (point >= lower && point <= upper) return;
    const limit = point < lower ? lower : upper;
    const excess = seen(Math.abs(point - limit), magnitude) / Math.max(1, Math.abs(limit));
    worst = Math.max(worst, Number.isNaN(excess) ? Infinity : excess); // an activity that overflowed
  };
  for (let j = 0; j < lp.numCols; j++) measure(x[j], lp.colLower[j], lp.colUpper[j], 0);
  const activity = rowSums(lp, x);
  for (let i = 0; i < lp.numRows; i++) {
    measure(activity.value[i], lp.rowLower[i], lp.rowUpper[i], activity.magnitude[i]);
  }
  return worst;
}

interface DualSide {
  readonly infeasibility: number;
  /** D, in the terms of `min` and without the offset. */
  readonly objective: number;
}

const NOTHING_DUAL: DualSide = { infeasibility: Infinity, objective: NaN };

function judgeDual(lp: LinearProgram, yGiven: Float64Array, reducedCost: Float64Array | undefined): DualSide {
  const { numRows, numCols, colStart, rowIndex, value } = lp;
  const sign = lp.sense === "max" ? -1 : 1;
  const asMin = (vector: Float64Array) => (sign === 1 ? vector : vector.map((v) => -v));
  const [y, cost] = [asMin(yGiven), asMin(lp.cost)];
  const money = moneyUnit(lp);
  const d = columnSums(lp, y, -1, cost);
  const dualObjective = new CompensatedSum();
  let worst = reducedCost === undefined ? Infinity : 0;

  for (let j = 0; j < numCols; j++) {
    const dj = d.value[j];
    const scale = money + Math.abs(cost[j]);
    if (reducedCost !== undefined) {
      worst = Math.max(worst, seen(Math.abs(sign * reducedCost[j] - dj), d.magnitude[j]) / scale);
    }
    if (Math.abs(dj) <= ROUNDING * d.magnitude[j]) continue;
    const limit = dj > 0 ? lp.colLower[j] : lp.colUpper[j];
    if (Number.isFinite(limit)) dualObjective.add(dj * limit);
    else worst = Math.max(worst, Math.abs(dj) / scale);
  }

  // Per row, over its columns: the greatest harm of dropping y_i, and whether any column can tell y_i from rounding.
  const harm = new Float64Array(numRows);
  const felt = new Uint8Array(numRows);
  const empty = new Uint8Array(numRows).fill(1);
  for (let j = 0; j < numCols; j++) {
    const scale = money + Math.abs(cost[j]);
    const rounding = ROUNDING * d.magnitude[j];
    const end = colStart[j + 1];
    for (let k = colStart[j]; k < end; k++) {
      const i = rowIndex[k];
      empty[i] = 0;
      if (y[i] === 0) continue;
      const term = Math.abs(value[k] * y[i]);
      if (term > rounding) felt[i] = 1;
      if (term > harm[i] * scale) harm[i] = term / scale;
    }
  }
  for (let i = 0; i < numRows; i++) {
    if (y[i] === 0 || (felt[i] === 0 && empty[i] === 0)) continue;
    const limit = y[i] > 0 ? lp.rowLower[i] : lp.rowUpper[i];
    if (Number.isFinite(limit)) dualObjective.add(y[i] * limit);
    else worst = Math.max(worst, empty[i] === 1 ? Math.abs(y[i]) / money : harm[i]);
  }
  return { infeasibility: Number.isNaN(worst) ? Infinity : worst, objective: dualObjective.total };
}

/** `dualObjective` undefined: judge the reported objective alone. */
function judgeGap(lp: LinearProgram, x: Float64Array, reported: number, dualObjective: number | undefined): number {
  const sign = lp.sense === "max" ? -1 : 1;
  const sum = new CompensatedSum();
  for (let j = 0; j < lp.numCols; j++) sum.add(lp.cost[j] * x[j]);
  const primal = sign * sum.total;
  sum.add(lp.objectiveOffset);
  const misreport = seen(Math.abs(reported - sum.total), sum.magnitude);
  const gap = dualObjective === undefined ? 0 : Math.abs(primal - dualObjective);
  const scale = moneyUnit(lp) + Math.max(Math.abs(primal), Math.abs(dualObjective ?? 0));
  const worst = Math.max(gap, misreport) / scale;
  return Number.isNaN(worst) ? Infinity : worst;
}
