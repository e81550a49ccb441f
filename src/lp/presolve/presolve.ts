import type { LinearProgram } from "../linear-program.ts";
import type { LpSolution } from "../solution.ts";
import { fixDominatedColumns } from "./dominated-column.ts";
import { fixColumn } from "./fixed-column.ts";
import { fixForcedColumns } from "./forcing-row.ts";
import { meetImpossibleRow } from "./infeasible-row.ts";
import { dropLooseRow } from "./redundant-row.ts";
import { postsolve, provenRay } from "./postsolve.ts";
import { reducedProgram } from "./reduced-program.ts";
import { Reduction } from "./reduction.ts";
import { rowActivity } from "./row-activity.ts";
import { solveForSingletonColumn } from "./singleton-column.ts";
import { turnSingletonRow } from "./singleton-row.ts";
import { withoutZeros } from "./without-zeros.ts";

/** What is left of a program, and the way back. */
export interface Presolved {
  /** Has the same optimal value, and is infeasible or unbounded exactly where the program is. */
  readonly program: LinearProgram;
  /** Present where a row was found that cannot be met: the Farkas proof for the original program, see `LpSolution`. */
  readonly dualRay?: Float64Array;
  /**
   * From a solution of `program` to one of the original: x, y, reducedCost, rays and the basis (as many basic variables
   * as rows, nonsingular if the one given was). What the solution does not have, the result has not.
   * NB: exact but for rounding; whether it passes `checkSolution` is for the caller to see.
   */
  postsolve(solution: LpSolution): LpSolution;
}

const MAX_PASSES = 40;
/** A pass that takes fewer steps than this share of what is left is the last. */
const WORTHWHILE_SHARE = 1e-3;

/** Rows between two yields of `presolveSteps`: a few milliseconds. */
const SLICE_ROWS = 4096;

/** Takes rows and columns out of a program as long as it pays. Assumes `checkProgram` passes; leaves `lp` alone. */
export function presolve(lp: LinearProgram): Presolved {
  const steps = presolveSteps(lp);
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
  }
}

/** The same in steps, for those who keep limits. */
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
    for (let j = 0; j < lp.numCols; j++) if (r.hasCol(j)) fixColumn(r, j); // none left: undoing counts on it
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
    if (meetImpossibleRow(r, i, activity)) return;
    if (dropLooseRow(r, i, activity) || fixForcedColumns(r, i, activity) || turnSingletonRow(r, i)) return;
    if (!solveForSingletonColumn(r, i, activity)) return;
  }
}
