import { parseRequest } from "../../../src/input/parse-request.ts";
import type { LinearProgram } from "../../../src/lp/linear-program.ts";
import { buildSite } from "../../../src/plan/build-site.ts";
import { dispatchLadder } from "../dispatch-ladder.ts";
import { dispatchYear } from "../dispatch-year.ts";
import { type ExactAnswer, exactOptimum } from "../exact/exact-optimum.ts";
import { solveWithHighs } from "../highs-oracle.ts";
import { randomProgram } from "../random-programs.ts";
import { randomSite } from "../random-sites.ts";
import { Draw } from "./draw.ts";
import * as nasty from "./nasty-shapes.ts";
import { inOtherUnits } from "./other-units.ts";
import * as shapes from "./shapes.ts";
import { infeasibleSite, unboundedSite } from "./sites-without-optimum.ts";
import { infeasibleBySum, unboundedAlong } from "./without-optimum.ts";

/**
 * The programs of the soak, one class a line: case `seed` is of class `seed` modulo their number. Truth comes from how
 * a program was made (no optimum), from the same program in plain units, or else from HiGHS on the program itself.
 */
export interface SoakCase {
  readonly seed: number;
  readonly kind: string;
  readonly lp: LinearProgram;
  readonly truth: Truth;
}

export interface Truth {
  /** `unknown` = nobody knows: the engines have to agree with each other. */
  readonly status: "optimal" | "infeasible" | "unbounded" | "unknown";
  /** In `money` of the program; NaN unless optimal. */
  readonly objective: number;
  /** Money unit: objectives are compared at 1e-7 max(money, |objective|). */
  readonly money: number;
  /** Where truth is exact: with its prices, by which rounding of rows is worth more than that. */
  readonly exact?: ExactAnswer;
}

type Make = (draw: Draw) => { readonly lp: LinearProgram; readonly truth?: Truth };

/** What makes the oracle fail is not what is tested here: nobody knows then. */
const byOracle = (lp: LinearProgram): Truth => {
  try {
    return { ...solveWithHighs(lp), money: 1 };
  } catch {
    return known("unknown");
  }
};
/** For small programs of dyadic numbers, whose truth no oracle with a tolerance knows. */
const exactly = (lp: LinearProgram): ReturnType<Make> => {
  const exact = exactOptimum(lp);
  return { lp, truth: { status: exact.status, objective: exact.objective, money: 1, exact } };
};
const known = (status: Truth["status"]): Truth => ({ status, objective: NaN, money: 1 });
const anySeed = (draw: Draw): number => draw.whole(0, 999_999);

function twinOf(plain: LinearProgram, draw: Draw, colDecades: number, rowDecades: number, money = 1): ReturnType<Make> {
  const truth = byOracle(plain);
  return {
    lp: inOtherUnits(plain, draw, colDecades, rowDecades, money),
    truth: { ...truth, objective: truth.objective * money, money },
  };
}

const plainShape = (draw: Draw): LinearProgram =>
  draw.pick([
    shapes.equalities,
    shapes.ranges,
    shapes.negativeLimits,
    shapes.freeColumns,
    shapes.duplicates,
    shapes.ties,
    shapes.staircase,
  ])(draw);
const withoutOptimum = (draw: Draw): ReturnType<Make> =>
  draw.chance(0.5)
    ? { lp: infeasibleBySum(draw), truth: known("infeasible") }
    : { lp: unboundedAlong(draw), truth: known("unbounded") };

export const soakClasses: Readonly<Record<string, Make>> = {
  mixed: (draw) => ({ lp: randomProgram(anySeed(draw)) }),
  "mixed, larger": (draw) => ({ lp: randomProgram(anySeed(draw), { maxRows: 40, maxCols: 40, density: 0.15 }) }),
  equalities: (draw) => ({ lp: shapes.equalities(draw) }),
  ranges: (draw) => ({ lp: shapes.ranges(draw) }),
  "negative limits": (draw) => ({ lp: shapes.negativeLimits(draw) }),
  "free columns": (draw) => ({ lp: shapes.freeColumns(draw) }),
  duplicates: (draw) => ({ lp: shapes.duplicates(draw) }),
  ties: (draw) => ({ lp: shapes.ties(draw) }),
  staircase: (draw) => ({ lp: shapes.staircase(draw) }),
  "wide coefficients": (draw) => ({ lp: shapes.wideCoefficients(draw) }),
  "big M": (draw) => ({ lp: nasty.bigM(draw) }),
  "nearly parallel": (draw) => exactly(nasty.nearlyParallel(draw)),
  "redundant equalities": (draw) => ({ lp: nasty.redundantEqualities(draw) }),
  cube: (draw) => ({ lp: nasty.cube(draw) }),
  "long and sparse": (draw) => ({ lp: nasty.longSparse(draw) }),
  "rounded numbers": (draw) => ({ lp: nasty.roundedNumbers(draw) }),
  "12 orders": (draw) => twinOf(plainShape(draw), draw, 4, 2),
  "20 orders": (draw) => twinOf(plainShape(draw), draw, 6, 4),
  "other money": (draw) => twinOf(plainShape(draw), draw, 2, 1, 10 ** draw.whole(-6, 6)),
  "infeasible by sum": (draw) => ({ lp: infeasibleBySum(draw), truth: known("infeasible") }),
  "unbounded along": (draw) => ({ lp: unboundedAlong(draw), truth: known("unbounded") }),
  // Units are powers of two: rounded coefficients would make feasible, far out, what was built to be infeasible.
  "no optimum, 12 orders": (draw) => {
    const { lp, truth } = withoutOptimum(draw);
    return { lp: inOtherUnits(lp, draw, 4, 2, 1, true), ...(truth === undefined ? {} : { truth }) };
  },
  "infeasible site": (draw) => ({ lp: infeasibleSite(draw), truth: known("infeasible") }),
  "unbounded site": (draw) => ({ lp: unboundedSite(draw), truth: known("unbounded") }),
  site: (draw) => ({
    lp: dispatchYear(draw.whole(2, 48), {
      seed: anySeed(draw),
      co2Share: draw.pick([0.2, 0.8, 2]),
      stepHours: draw.pick([1, 0.25]),
    }),
  }),
  ladder: (draw) => ({
    lp: dispatchLadder(draw.whole(2, 36), { seed: anySeed(draw), storedAtStartMwh: draw.whole(0, 100) }),
  }),
  "almost parallel": (draw) => exactly(nasty.almostParallel(draw)),
  "parallel columns": (draw) => exactly(nasty.parallelColumns(draw)),
  "far caps": (draw) => exactly(nasty.farCaps(draw)),
  "planner's site": (draw) => ({ lp: buildSite(parseRequest(randomSite(anySeed(draw)))).lp }),
};

const kinds = Object.keys(soakClasses);

export function soakCase(seed: number): SoakCase {
  return caseOf(kinds[seed % kinds.length], seed);
}

export function caseOf(kind: string, seed: number): SoakCase {
  const { lp, truth } = soakClasses[kind](new Draw(seed));
  return { seed, kind, lp, truth: truth ?? byOracle(lp) };
}
