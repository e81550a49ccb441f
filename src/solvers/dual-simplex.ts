/**
 * The default engine: a sparse bounded dual simplex, with a primal simplex for what the dual leaves. It says optimal,
 * infeasible or unbounded only where `checkSolution` agrees on the original program; else it tries again from where it
 * stands in another way, and in the end says `numerical-trouble`.
 */
import { checkProgram } from "../lp/check-program.ts";
import { checkSolution } from "../lp/check-solution.ts";
import { ProgramError } from "../errors.ts";
import type { LpBasis } from "../lp/basis.ts";
import type { LinearProgram } from "../lp/linear-program.ts";
import type { LpOptions, LpProgress } from "../lp/options.ts";
import { type LpScaling, scaleProgram } from "../lp/scale.ts";
import type { LpSolution, UnfinishedSolution } from "../lp/solution.ts";
import { readBasis, startFrom } from "./dual-simplex/basis-state.ts";
import { internalProgram } from "./dual-simplex/internal-program.ts";
import { Limits } from "./dual-simplex/limits.ts";
import { type Judge, runPhases } from "./dual-simplex/phases.ts";
import { readDualRay, readPoint, readPrices, readPrimalRay } from "./dual-simplex/read-solution.ts";
import { SimplexState } from "./dual-simplex/simplex-state.ts";
import { DEFAULT_TOLERANCE, MARKOWITZ_THRESHOLDS } from "./dual-simplex/tolerances.ts";
import type { LpSolver } from "./solver.ts";

const NAME = "dual-simplex";

/** One way to attack a program; the later ones are for programs on which the earlier failed their own check. */
interface Attempt {
  readonly scaled: boolean;
  readonly perturb: boolean;
  readonly markowitzThreshold: number;
  /** The tolerances of the options times this. */
  readonly toleranceFactor: number;
  /** Whether to begin at the start basis (or the logicals) again instead of where the last attempt ended. */
  readonly afresh: boolean;
}

const [USUAL, STABLE] = MARKOWITZ_THRESHOLDS;
const ATTEMPTS: readonly Attempt[] = [
  { scaled: true, perturb: true, markowitzThreshold: USUAL, toleranceFactor: 1, afresh: true },
  { scaled: true, perturb: false, markowitzThreshold: STABLE, toleranceFactor: 1, afresh: false },
  { scaled: false, perturb: true, markowitzThreshold: STABLE, toleranceFactor: 1, afresh: false },
  { scaled: true, perturb: true, markowitzThreshold: STABLE, toleranceFactor: 100, afresh: false },
  { scaled: true, perturb: true, markowitzThreshold: STABLE, toleranceFactor: 10, afresh: true },
];

export const dualSimplex: LpSolver = { name: NAME, steps };

function* steps(lp: LinearProgram, options: LpOptions): Generator<LpProgress, LpSolution> {
  checkProgram(lp);
  checkBasis(lp, options.startBasis);
  const limits = new Limits(options);
  let iterations = 0;
  let basis = options.startBasis;
  for (const attempt of ATTEMPTS) {
    const scaling = scaleProgram(lp, attempt.scaled);
    const s = new SimplexState(
      internalProgram(lp, scaling),
      (options.primalTolerance ?? DEFAULT_TOLERANCE) * attempt.toleranceFactor,
      (options.dualTolerance ?? DEFAULT_TOLERANCE) * attempt.toleranceFactor,
      attempt.markowitzThreshold,
    );
    s.iterations = iterations;
    startFrom(s, attempt.afresh ? options.startBasis : basis);
    const solution = yield* runPhases(s, limits, judgeOf(s, lp, scaling), attempt.perturb);
    if (solution !== undefined) return solution;
    iterations = s.iterations;
    basis = readBasis(s);
    if (limits.stop !== undefined) return unfinished(limits.stop, iterations, basis);
  }
  const detail =
    "No answer passed the check on the original program: its numbers are too far apart in size for double precision; " +
    "choose units that bring coefficients and limits closer to one.";
  return { ...unfinished("numerical-trouble", iterations, basis), detail };
}

function unfinished(termination: UnfinishedSolution["termination"], iterations: number, basis: LpBasis | undefined): UnfinishedSolution {
  return { termination, solver: NAME, iterations, objective: NaN, ...(basis === undefined ? {} : { basis }) };
}

function judgeOf(s: SimplexState, lp: LinearProgram, scaling: LpScaling): Judge {
  const frame = (x?: Float64Array) => ({
    solver: NAME,
    iterations: s.iterations,
    objective: x === undefined ? NaN : objectiveOf(lp, x),
    basis: readBasis(s),
  });
  const passed = (solution: LpSolution) => (checkSolution(lp, solution).ok ? solution : undefined);
  return {
    optimal() {
      const x = readPoint(s, lp, scaling);
      return passed({ termination: "optimal", ...frame(x), x, ...readPrices(s, lp, scaling) });
    },
    infeasible() {
      return passed({ termination: "infeasible", ...frame(), dualRay: readDualRay(s, lp, scaling) });
    },
    unbounded() {
      const primalRay = readPrimalRay(s, lp, scaling);
      const x = readPoint(s, lp, scaling);
      return passed({ termination: "unbounded", ...frame(x), x, primalRay });
    },
    objectiveScale: ((lp.sense === "max" ? -1 : 1) * scaling.size) / scaling.money,
    objectiveOffset: lp.objectiveOffset,
  };
}

function objectiveOf(lp: LinearProgram, x: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < x.length; j++) sum += lp.cost[j] * x[j];
  return sum + lp.objectiveOffset;
}

function checkBasis(lp: LinearProgram, basis: LpBasis | undefined): void {
  if (basis === undefined) return;
  const check = (field: string, got: number, wanted: number) => {
    if (got === wanted) return;
    throw new ProgramError(field, `has ${got} entries, wanted ${wanted}; pass the basis of a program of the same shape.`);
  };
  check("startBasis.col", basis.col.length, lp.numCols);
  check("startBasis.row", basis.row.length, lp.numRows);
}
