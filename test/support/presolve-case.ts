import { expect } from "vitest";
import { BasisStatus } from "../../src/lp/basis.ts";
import { checkSolution } from "../../src/lp/check-solution.ts";
import type { LinearProgram } from "../../src/lp/linear-program.ts";
import { postsolve } from "../../src/lp/presolve/postsolve.ts";
import { reducedProgram } from "../../src/lp/presolve/reduced-program.ts";
import { Reduction } from "../../src/lp/presolve/reduction.ts";
import type { LpSolution } from "../../src/lp/solution.ts";
import { dualSimplex } from "../../src/solvers/dual-simplex.ts";
import { solveLp } from "../../src/solvers/solve-lp.ts";

/** Applies rules by hand, lets the simplex solve what is left, and brings the answer back. */
export function solveThrough(lp: LinearProgram, apply: (r: Reduction) => void) {
  const r = new Reduction(lp);
  apply(r);
  const reduced = reducedProgram(r);
  const inner = solveLp(reduced.program, { solver: dualSimplex });
  const solution = postsolve(lp, r, reduced, inner);
  expectProven(lp, solution);
  return { r, program: reduced.program, inner, solution };
}

/** The answer passes the check, and its basis is one: right count, and the simplex restarts from it without a pivot. */
export function expectProven(lp: LinearProgram, solution: LpSolution): void {
  expect(checkSolution(lp, solution)).toMatchObject({ ok: true });
  const { basis } = solution;
  if (basis === undefined) return;
  const numBasic = [...basis.col, ...basis.row].filter((place) => place === BasisStatus.basic).length;
  expect(numBasic).toBe(lp.numRows);
  if (solution.status !== "optimal") return;
  const again = solveLp(lp, { solver: dualSimplex, startBasis: basis });
  expect([again.status, again.iterations]).toEqual(["optimal", 0]);
}
