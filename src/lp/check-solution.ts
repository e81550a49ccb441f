import { ProgramError } from "../errors.ts";
import { checkNumber, fieldsOf, refusing, shown } from "./check-options.ts";
import { checkProgram } from "./check-program.ts";
import { checkFarkasRay, checkRecessionRay } from "./check-ray.ts";
import { withoutHugeLimits } from "./huge-limits.ts";
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
  /**
   * Greatest `vertexInfeasibility`, for an answer that claims the exact point of its `basis`. Default 1e-12; loosen
   * where the coefficients themselves are known to fewer digits.
   */
  readonly vertex?: number;
  /** Greatest `rayViolation`. Default 1e-9: the claim holds for all |x_j| (or |y_i|) up to 1e9. */
  readonly ray?: number;
}

/** The verdict. NaN = no part of this claim; Infinity = owed but missing, of wrong length or not finite. */
export interface SolutionCheck {
  readonly primalInfeasibility: number;
  readonly dualInfeasibility: number;
  readonly relativeGap: number;
  /** For an optimum that claims the exact point of its `basis`: the worst row or column, relative to its own terms. */
  readonly vertexInfeasibility?: number;
  /** For `infeasible` and `unbounded`: 0 or at rounding level where the claim is proven, Infinity where nothing is. */
  readonly rayViolation?: number;
  /** Whether the claim is proven within the tolerances. False for every status that claims nothing. */
  readonly ok: boolean;
}

/** Allowance for rounding: a figure of at most this times the sum of its absolute terms is not told from zero. */
const ROUNDING = 16 * Number.EPSILON;
/** What rounding may hide of a gap, relative to the objective: no answer is less certain than that. */
const GAP_ROUNDING = 1e-6;
/** A limit that is not 0 is measured on a scale of at most this many times itself and its row's terms. */
const OWN_SCALE = 1e3;
/** What may be missing in a row or column of a vertex whose terms are all 0 but for rounding. */
const VERTEX_FLOOR = 1e-18;

/**
 * Judges a solution from the original, unscaled program and the vectors alone; shares no code with any solver, and
 * trusts neither `objective` nor `reducedCost`, which have to agree with what is recomputed. Assumes `checkProgram`
 * passes; limits of 1e20 and more mean none. All sums are compensated. For `max` cost and y are negated first, so read
 * what follows for `min`.
 *
 * With a = A x, d = cost - A'y, money = min(1, greatest |cost_j|) (1 where all are 0: prices in 1e-6 USD deserve the
 * same care), size_i = sum_j |a_ij x_j| + |limit_i|, and seen(s) = s, or 0 where |s| is at most 16 units of rounding of
 * the sum of the absolute terms that s is summed from (below that a sum of doubles does not differ from zero):
 *
 * - `primalInfeasibility` = greatest seen(excess over the limit) / scale over columns and rows, with scale = max(1,
 *   |limit|): never the size of the terms, so that a long row (a year's fuel) cannot hide an absolute violation in its
 *   sum. A limit that is not 0 has a scale of at most 1000 size_i: a demand of 1e-7 that is not met at all is broken,
 *   however small it is.
 * - `vertexInfeasibility`, where the answer has a `basis` and does not say `isVertex: false`: greatest seen(excess) /
 *   size_i over rows and columns, and the same of reduced costs and prices that ask for an infinite limit, over
 *   money + the absolute terms of d_j. The exact point of a basis has 0 there. A tolerance of 1e-7 would not do for it:
 *   between nearly parallel rows a row missed by 1e-7 can be worth half the objective, and the answer's own prices
 *   cannot tell (the price of a row that holds with slack is 0).
 * - `dualInfeasibility` = the greatest of: seen(|d_j|) / (money + |cost_j|) where d_j asks for a limit that is infinite
 *   (d_j > 0 wants the lower, d_j < 0 the upper); the same for y_i (> 0 wants `rowLower`), as
 *   |y_i| max_j |a_ij| / (money + |cost_j|), the harm to the columns' reduced costs of setting that y_i to zero
 *   (|y_i| / money in an empty row); and seen(|reducedCost_j - d_j|) / (money + |cost_j|).
 * - `relativeGap` = the greater of seen(|P - D|), which hides no more than 1e-6 of its scale, and seen(|objective -
 *   (P + objectiveOffset)|), over money + max(|P|, |D|). P = cost'x, D = sum of y_i times the limit its sign asks for +
 *   sum of d_j times the limit its sign asks for. The offset is left out of the scale: a constant must not loosen the
 *   test. A d_j (y_i) at rounding level of its own terms (of all its columns' terms) asks for no limit: else noise of
 *   1e-14 times a limit of 1e9 would spoil the gap of an exact vertex.
 * - `infeasible`, `unbounded`: `rayViolation` as in `checkFarkasRay` and `checkRecessionRay`; `unbounded` also owes a
 *   primal feasible x and its objective (then `relativeGap` is the misreport alone). With a `basis` that x is held to
 *   `vertexInfeasibility` as well: 3 x = 0 with x >= 1e-9 has no point, and only the limit's own size shows it.
 *
 * What `ok` allows the objective to be off by: sum_i |y*_i| excess_i + |P - D|, with y* the prices of the true optimum.
 * For a vertex excess_i is at most 1e-12 size_i, so relative to sum_j |cost_j x_j| + sum_i |y*_i| size_i that is 1e-12
 * for the rows; and 1e-8 of max(|P|, |D|) for the gap, up to 1e-6 where the prices are so great that their rounding
 * hides more. For an answer without a vertex (an adapter's, an interior
 * point's) excess_i may be 1e-7 max(1, |limit_i|): its objective is as good as its rows' prices are moderate.
 */
export function checkSolution(
  program: LinearProgram,
  solution: LpSolution,
  tolerances: CheckTolerances = {},
): SolutionCheck {
  return refusing("solution", () => judge(program, solution, tolerances));
}

function judge(program: LinearProgram, solution: LpSolution, tolerances: CheckTolerances): SolutionCheck {
  if (typeof program !== "object" || program === null) checkProgram(program);
  if (typeof solution !== "object" || solution === null)
    throw new ProgramError("solution", `got ${shown(solution)}, wanted the answer of a solver.`);
  const allowed = fieldsOf("tolerances", tolerances, "an object of tolerances; leave it out for the defaults");
  for (const [name, given] of Object.entries(allowed)) checkNumber(`tolerances.${name}`, given);
  const { primal = 1e-7, dual = 1e-7, gap = 1e-8, vertex = 1e-12, ray = 1e-9 } = allowed;
  const lp = withoutHugeLimits(program);
  if (solution.status === "optimal") {
    const hasX = isVector(solution.x, lp.numCols);
    const hasY = isVector(solution.y, lp.numRows);
    const hasReducedCost = isVector(solution.reducedCost, lp.numCols);
    const primalSide = hasX ? judgePrimal(lp, solution.x) : NOTHING_PRIMAL;
    const dualSide = hasY ? judgeDual(lp, solution.y, hasReducedCost ? solution.reducedCost : undefined) : NOTHING_DUAL;
    const relativeGap = hasX ? judgeGap(lp, solution.x, solution.objective, dualSide) : Infinity;
    const isVertex = solution.basis !== undefined && solution.isVertex !== false;
    const vertexInfeasibility = isVertex ? Math.max(primalSide.ofOwn, dualSide.ofOwn) : 0;
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
    const primalSide = hasX ? judgePrimal(lp, solution.x) : NOTHING_PRIMAL;
    const relativeGap = hasX ? judgeGap(lp, solution.x, solution.objective, undefined) : Infinity;
    const rayViolation = isVector(solution.primalRay, lp.numCols)
      ? checkRecessionRay(lp, solution.primalRay, ROUNDING)
      : Infinity;
    const isVertex = solution.basis !== undefined && solution.isVertex !== false;
    const vertexInfeasibility = isVertex ? primalSide.ofOwn : 0;
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

/** The two figures of a side: on the scales of the limits, and on those of each row's or column's own terms. */
interface PrimalSide {
  readonly infeasibility: number;
  readonly ofOwn: number;
}

const NOTHING_PRIMAL: PrimalSide = { infeasibility: Infinity, ofOwn: Infinity };

function judgePrimal(lp: LinearProgram, x: Float64Array): PrimalSide {
  let infeasibility = 0;
  let ofOwn = 0;
  const measure = (point: number, lower: number, upper: number, magnitude: number, rounding: number): void => {
    if (point >= lower && point <= upper) return;
    const limit = Math.abs(point < lower ? lower : upper);
    const excess = seen(point < lower ? lower - point : point - upper, rounding);
    const size = magnitude + limit;
    const scale = Math.max(limit, limit === 0 ? 1 : Math.min(1, OWN_SCALE * size));
    infeasibility = Math.max(infeasibility, numberOr(excess / scale));
    if (excess > VERTEX_FLOOR) ofOwn = Math.max(ofOwn, numberOr(excess / size));
  };
  for (let j = 0; j < lp.numCols; j++) measure(x[j], lp.colLower[j], lp.colUpper[j], Math.abs(x[j]), 0);
  const activity = rowSums(lp, x);
  for (let i = 0; i < lp.numRows; i++) {
    measure(activity.value[i], lp.rowLower[i], lp.rowUpper[i], activity.magnitude[i], activity.magnitude[i]);
  }
  return { infeasibility, ofOwn };
}

/** An activity that overflowed is no number, and no answer. */
function numberOr(figure: number): number {
  return Number.isNaN(figure) ? Infinity : figure;
}

interface DualSide extends PrimalSide {
  /** D, in the terms of `min` and without the offset, and the sum of its absolute terms. */
  readonly objective: number;
  readonly magnitude: number;
}

const NOTHING_DUAL: DualSide = { ...NOTHING_PRIMAL, objective: NaN, magnitude: NaN };

function judgeDual(lp: LinearProgram, yGiven: Float64Array, reducedCost: Float64Array | undefined): DualSide {
  const { numRows, numCols, colStart, rowIndex, value } = lp;
  const sign = lp.sense === "max" ? -1 : 1;
  const asMin = (vector: Float64Array) => (sign === 1 ? vector : vector.map((v) => -v));
  const [y, cost] = [asMin(yGiven), asMin(lp.cost)];
  const money = moneyUnit(lp);
  const d = columnSums(lp, y, -1, cost);
  const dualObjective = new CompensatedSum();
  let worst = reducedCost === undefined ? Infinity : 0;
  let ofOwn = 0;

  for (let j = 0; j < numCols; j++) {
    const dj = d.value[j];
    const scale = money + Math.abs(cost[j]);
    if (reducedCost !== undefined) {
      worst = Math.max(worst, seen(Math.abs(sign * reducedCost[j] - dj), d.magnitude[j]) / scale);
    }
    if (Math.abs(dj) <= ROUNDING * d.magnitude[j]) continue;
    const limit = dj > 0 ? lp.colLower[j] : lp.colUpper[j];
    if (Number.isFinite(limit)) dualObjective.add(dj * limit);
    else {
      worst = Math.max(worst, Math.abs(dj) / scale);
      ofOwn = Math.max(ofOwn, Math.abs(dj) / (money + d.magnitude[j]));
    }
  }

  // Per row, over its columns: the greatest harm of dropping y_i, and whether any column can tell y_i from rounding.
  const harm = new Float64Array(numRows);
  const harmOfOwn = new Float64Array(numRows);
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
      const own = money + d.magnitude[j];
      if (term > harmOfOwn[i] * own) harmOfOwn[i] = term / own;
    }
  }
  for (let i = 0; i < numRows; i++) {
    if (y[i] === 0 || (felt[i] === 0 && empty[i] === 0)) continue;
    const limit = y[i] > 0 ? lp.rowLower[i] : lp.rowUpper[i];
    if (Number.isFinite(limit)) dualObjective.add(y[i] * limit);
    else {
      worst = Math.max(worst, empty[i] === 1 ? Math.abs(y[i]) / money : harm[i]);
      ofOwn = Math.max(ofOwn, empty[i] === 1 ? Math.abs(y[i]) / money : harmOfOwn[i]);
    }
  }
  return {
    infeasibility: numberOr(worst),
    ofOwn: numberOr(ofOwn),
    objective: dualObjective.total,
    magnitude: dualObjective.magnitude,
  };
}

/** `dual` undefined: judge the reported objective alone. */
function judgeGap(lp: LinearProgram, x: Float64Array, reported: number, dual: DualSide | undefined): number {
  const sign = lp.sense === "max" ? -1 : 1;
  const sum = new CompensatedSum();
  for (let j = 0; j < lp.numCols; j++) sum.add(lp.cost[j] * x[j]);
  const primal = sign * sum.total;
  const { objective: dualObjective = primal, magnitude = 0 } = dual ?? {};
  const scale = moneyUnit(lp) + Math.max(Math.abs(primal), Math.abs(dualObjective));
  const gap = seen(
    Math.abs(primal - dualObjective),
    Math.min(sum.magnitude + magnitude, (GAP_ROUNDING / ROUNDING) * scale),
  );
  sum.add(lp.objectiveOffset);
  const misreport = seen(Math.abs(reported - sum.total), sum.magnitude);
  const worst = Math.max(gap, misreport) / scale;
  return Number.isNaN(worst) ? Infinity : worst;
}
