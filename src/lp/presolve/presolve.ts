import type { LinearProgram } from "../linear-program.ts";
import type { LpSolution } from "../solution.ts";
import { fixDominatedColumns } from "./dominated-column.ts";
import { fixColumn } from "./fixed-column.ts";
import { fixForcedColumns } from "./forcing-row.ts";
import { detectInfeasibleRow } from "./infeasible-row.ts";
import { dropRedundantRow } from "./redundant-row.ts";
import { postsolve, provenRay } from "./postsolve.ts";
import { reducedProgram } from "./reduced-program.ts";
import { Reduction } from "./reduction.ts";
import { rowActivity } from "./row-activity.ts";
import { solveForSingletonColumn } from "./singleton-column.ts";
import { singletonRowToBound } from "./singleton-row.ts";
import { withoutZeros } from "./without-zeros.ts";

/** The reduced program, and the map back to the original one. */
export interface Presolved {
  /** Has the same optimal value, and is infeasible or unbounded if and only if the original program is. */
  readonly program: LinearProgram;
  /** Present if a row is infeasible: the Farkas certificate for the original program, see `LpSolution`. */
  readonly dualRay?: Float64Array;
  /**
   * Maps a solution of `program` to one of the original: x, y, reducedCost, rays and the basis (as many basic variables
   * as rows, nonsingular if the given one is). Vectors that the solution lacks are absent in the result.
   * NB: exact but for rounding; the caller has to check the result by `checkSolution`.
   */
  postsolve(solution: LpSolution): LpSolution;
}

const MAX_PASSES = 40;
/** The last pass is the one that takes fewer steps than this share of the remaining rows and columns. */
const WORTHWHILE_SHARE = 1e-3;

/** Rows between two yields of `presolveSteps`: a few milliseconds. */
const SLICE_ROWS = 4096;

/** Removes rows and columns from a program as long as it pays. Assumes that `checkProgram` passes; does not mutate. */
export function presolve(lp: LinearProgram): Presolved {
  const steps = presolveSteps(lp);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in steps, for callers with a stopping rule. */
export function* presolveSteps(lp: LinearProgram): Generator<void, Presolved> {
  const r = new Reduction(withoutZeros(lp));
  yield;
  const size = lp.numRows + lp.numCols;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const before = r.numSteps;
    for (let i = 0; i < lp.numRows && r.infeasibleRow < 0; i++) {
      reduceRow(r, i);
      if (i % SLICE_ROWS === SLICE_ROWS - 1) yield;
    }
    if (r.infeasibleRow >= 0) break;
    for (let j = 0; j < lp.numCols; j++) if (r.hasCol(j)) fixColumn(r, j); // leaves none: postsolve relies on that
    yield;
    fixDominatedColumns(r);
    yield;
    if (r.numSteps - before <= WORTHWHILE_SHARE * (size - before)) break;
  }
  yield;
  const reduced = reducedProgram(r);
  return {
    program: reduced.program,
    ...(r.infeasibleRow < 0 ? {} : { dualRay: provenRay(r, reduced) }),
    postsolve: (solution) => postsolve(lp, r, reduced, solution),
  };
}

function reduceRow(r: Reduction, i: number): void {
  while (r.hasRow(i)) {
    const activity = rowActivity(r, i);
    if (detectInfeasibleRow(r, i, activity)) return;
    if (dropRedundantRow(r, i, activity) || fixForcedColumns(r, i, activity) || singletonRowToBound(r, i)) return;
    if (!solveForSingletonColumn(r, i, activity)) return;
  }
}
